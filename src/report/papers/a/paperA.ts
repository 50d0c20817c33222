import { goalNumeral, grantNames, grants, isCommon, type Grant } from '../../../schemes';
import type { SheetModel } from '../../../workbook';
import { totalYenOf } from '../../../years';
import { fromRules } from '../../figureSources';
import { layOut, line, span, type Line } from '../../layout/layOut';
import { provisionalMark, type CouncilFacts } from '../facts';
import { editionOf, ownLine } from '../edition';
import { paperFooter, paperHead } from '../head';
import { amountLines } from './amounts';
import { frameLines, useLines } from './use';

/** 区分, then 金額 and 得点 of two years. */
const usualWidths = [19.2, 25.5, 22.3, 12, 21.3];
/** Last year's 「1,200,000千円」 stands in one line. */
const widthsOfMillions = [19.2, 25.5, 20.3, 14, 21.3];
const paperAWidth = usualWidths.length;

const widthsOf = ({ comparison }: CouncilFacts): readonly number[] => {
  const before = comparison?.before;
  const largest = before && (totalYenOf(before)?.value ?? before.yen.promotion?.value ?? before.yen.support?.value);
  return largest !== undefined && largest >= thousandMillions ? widthsOfMillions : usualWidths;
};

const thousandMillions = 1_000_000_000n;

/**
 * 資料A, after 八王子市 令和7年度 資料4-1: 概要, 成果指向型配分枠 (where there is such an amount), 内示額, 使途. Its marker names
 * year and layout: another year, or the frame added, is another sheet, so no text of the user ever slips to a wrong place.
 */
export const paperA = (facts: CouncilFacts, ordinal = 0): SheetModel => {
  const edition = editionOf(facts);
  const frame = facts.thisYear.yen.outcomeOriented !== undefined;
  const frameBefore = facts.comparison?.before.yen.outcomeOriented !== undefined;
  const title = `${facts.year}保険者機能強化推進交付金・介護保険保険者努力支援交付金\n（インセンティブ交付金）について${provisionalMark(facts.own)}`;
  const columnWidths = widthsOf(facts);
  const lines = [
    ...paperHead(facts, paperAWidth, 1, ordinal),
    line(),
    line(span(title, paperAWidth, 'paper-title')),
    line(),
    ...overviewLines(facts, paperAWidth),
    ...(frame ? frameLines(facts, paperAWidth) : []),
    ...amountLines(facts, frame ? 3 : 2),
    ...useLines(facts, columnWidths, frame ? 4 : 3),
  ];
  const laidOut = layOut(lines, columnWidths, 'all');
  return {
    name: `資料A${edition.tab}`,
    marker: `paperA${edition.marker}${facts.results.scheme.fiscalYear}${frame ? 'Frame' : ''}${frameBefore ? 'Before' : ''}`,
    ...laidOut,
    print: { orientation: 'portrait', footer: paperFooter(facts) },
  };
};

const circled = ['①', '②', '③', '④'];

/** １ 概要: what the grants are, and the goals of each with a sentence for residents, all of it free to rewrite. */
const overviewLines = (facts: CouncilFacts, width: number): readonly Line[] => {
  const { scheme } = facts.results;
  return [
    line(span('１ 交付金の概要', width, 'heading')),
    ownLine(
      facts,
      '高齢者の自立支援と重度化防止に向けた市町村の取組を、国が定めた評価指標で点数にし、その得点に応じて国から交付される交付金です。',
      width,
    ),
    line(span('【主な指標】', width, 'strong')),
    ...grants.flatMap((grant) => [
      line(span(`◆ ${grantNames[grant].full}の評価指標`, width, 'strong')),
      ...scheme.goals
        .filter((goal) => goal.grant === grant)
        .flatMap(({ goal, name, maxPoints, source }, at) => [
          line(
            span(`${circled[at] ?? ''} 目標${goalNumeral(goal)}　${name}（配点${maxPoints}点）`, width, 'paragraph', {
              source: fromRules({ documents: scheme.documents, source }, `目標${goalNumeral(goal)}の配点`),
            }),
          ),
          ownLine(facts, `・・・${exampleOf(scheme, grant, goal)}など。`, width),
        ]),
    ]),
    ...scheme.goals
      .filter(isCommon)
      .map(({ goal, name, maxPoints, source }) =>
        line(
          span(
            `※ ほかに、両交付金に共通の目標${goalNumeral(goal)}　${name}（配点${maxPoints}点）を、それぞれに１回ずつ数えます。`,
            width,
            'note',
            { source: fromRules({ documents: scheme.documents, source }, `目標${goalNumeral(goal)}の配点`) },
          ),
        ),
      ),
    line(),
  ];
};

/** The first indicators of a goal, as the scheme names them. */
const exampleOf = (scheme: CouncilFacts['results']['scheme'], grant: Grant, goal: number): string =>
  scheme.indicators
    .filter((indicator) => indicator.grant === grant && indicator.goal === goal)
    .slice(0, shownIndicators)
    .map(({ name }) => name)
    .join('、');

const shownIndicators = 2;
