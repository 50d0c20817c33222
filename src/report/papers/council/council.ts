import { fiscalYearLabel, fiscalYearOf, westernYear } from '../../../kernel';
import type { SheetModel } from '../../../workbook';
import { fullWidth } from '../../layout/cells';
import { layOut, line, span, together, type Line } from '../../layout/layOut';
import { yearStandings } from '../../yearStandings';
import { editionOf, ownLine, toldLine } from '../edition';
import { provisionalMark, provisionalSentence, type CouncilFacts } from '../facts';
import { paperHead, paperFooter } from '../head';
import { blockLines } from './blocks';
import { goalRadar } from './goalRadar';
import { lackedLines, nextYearLines } from './lacked';
import { moneyMissing, moneyTold } from './money';
import { trendLines } from './trend';

/** 区分, then figures. */
const columnWidths = [28, 8, 11, 10, 10, 9, 10, 10];
const width = columnWidths.length;

/**
 * 協議会資料, in the order of the papers of care insurance councils: what is asked of the council, how the years hang together,
 * points and ranks over the years, the goals as a radar and by group, what most have and we lack, next year. The user's texts stand above
 * everything that may grow, so that they keep their place (src/decisions/council-paper.md).
 */
export const councilPaper = (facts: CouncilFacts, ordinal = 0): SheetModel => {
  const edition = editionOf(facts);
  const { results, own, year } = facts;
  const answered = results.subject === 'facts' || own === undefined ? undefined : { results, own };
  const standings = yearStandings(results);
  const money = moneyTold(facts, standings);
  const trend = trendLines(facts, standings, toldLine(facts, width, money, moneyMissing(facts)));
  const radar = answered === undefined ? undefined : goalRadar(facts, answered.results, answered.own);
  const sections = [
    together(trend),
    // Without points in any year the amounts stand alone.
    trend.length > 0 || money === undefined
      ? []
      : [line(span('交付額', width, 'heading')), toldLine(facts, width, money, '')],
    together(radar?.lines ?? []),
    answered === undefined ? [] : blockLines(facts, answered.results, answered.own, standings.at(-1)),
    answered === undefined ? [] : together(lackedLines(answered.results, answered.own)),
    answered === undefined ? [] : together(nextYearLines(answered.results, answered.own)),
  ].filter((lines) => lines.length > 0);
  const above: readonly Line[] = [
    ...paperHead(facts, width, 2, ordinal),
    {
      ...line(
        span(
          `${year} 保険者機能強化推進交付金・介護保険保険者努力支援交付金\nの評価結果について${provisionalMark(own)}`,
          width,
          'paper-title',
        ),
      ),
      height: 46,
    },
    line(span('１ 協議会にお諮りする事項', width, 'heading')),
    ownLine(facts, '（１）評価結果と、その要因について', width),
    ownLine(facts, '（２）次の年度に優先して取り組む事項について', width),
    line(span('２ 評価の時期としくみ', width, 'heading')),
    line(span(yearsText(facts), width, 'paragraph')),
  ];
  const lines: readonly Line[] = [
    ...above,
    ...sections.flatMap(([heading, ...others], at) => [
      { ...heading, ...line(span(`${fullWidth(String(at + 3))} ${titleOf(heading)}`, width, 'heading')) },
      ...others,
    ]),
  ];
  return {
    name: `協議会資料${edition.tab}`,
    // A picture is drawn once: without one it is another sheet, so that none stands over other cells.
    marker: `council${edition.marker}${results.scheme.fiscalYear}${radar === undefined ? '' : 'R'}`,
    ...layOut(lines, columnWidths, 'all'),
    ...(radar === undefined ? {} : { charts: [radar.chartAt(above.length + trend.length)] }),
    print: {
      orientation: 'portrait',
      footer: paperFooter(facts),
    },
  };
};

/** The words of a section's first line. */
const titleOf = (heading: Line | undefined): string => {
  const value = heading?.spans[0]?.cell.value;
  return typeof value === 'string' ? value : '';
};

/** Which year is rated, and who fills in what (rules/grants.md#answer-form). */
const yearsText = (facts: CouncilFacts): string => {
  const { fiscalYear } = facts.results.scheme;
  const rated = fullWidth(fiscalYearLabel(fiscalYearOf(westernYear(fiscalYear) - 1)));
  return `${facts.year}に交付される交付金は、主に${rated}の取組と実績の評価によります。「体制・取組」は市町村が自らの取組を振り返って回答し、「活動」と「成果」はデータに基づき評価されます。${fullWidth(provisionalSentence(facts))}`;
};
