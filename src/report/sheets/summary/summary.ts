import { fiscalYearLabel, fiscalYearOf, westernYear } from '../../../kernel';
import type { SheetModel } from '../../../workbook';
import { layOut, pageSetup, wideLines, type Line } from '../../layout/layOut';
import { municipalityTitle } from '../../members';
import { provisionalMark, type CouncilFacts } from '../../papers/facts';
import { computed } from '../../origins';
import { yearStandings } from '../../yearStandings';
import { figureLines } from './figures';
import { headlineText } from './headline';
import { moveLines } from './moves';
import { openLines } from './open';
import { stepLines } from './steps';

/** An indicator stands over the first two, its place in the third; figures in the others. */
const columnWidths = [19, 25, 17, 9, 15, 15];
const wide = wideLines(columnWidths.length);

/**
 * 概況, one page: what a section chief asks first. Points, places and money with the year before, the indicators behind it,
 * what most have and we lack, what to do next, and what is still open. A part nobody knows vanishes, or says what to enter.
 */
export const summarySheet = (facts: CouncilFacts): SheetModel => {
  const { results, own, name } = facts;
  const { scheme } = results;
  const standings = yearStandings(results);
  const lines: readonly Line[] = [
    wide(
      `概況（${fiscalYearLabel(scheme.fiscalYear)}）　${own === undefined ? name : municipalityTitle(own)}`,
      'title',
    ),
    wide(ratedText(facts), 'note'),
    wide(headlineText(facts, standings), 'paragraph', computed('下の表の得点・順位と、その増減')),
    ...figureLines(facts, standings),
    ...(results.subject === 'facts' || own === undefined ? [] : moveLines(results, own)),
    ...(results.subject === 'facts' || own === undefined ? [] : stepLines(results, own)),
    ...openLines(facts, standings),
  ];
  return {
    name: '概況',
    marker: 'summary',
    ...layOut(lines, columnWidths, 'all'),
    print: pageSetup({ orientation: 'portrait', coded: true, note: provisionalMark(own) }),
  };
};

/** A score of a grant year rates the deeds of the year before (rules/grants.md#answer-form). */
const ratedText = ({ results: { scheme } }: CouncilFacts): string => {
  const rated = fiscalYearLabel(fiscalYearOf(westernYear(scheme.fiscalYear) - 1));
  return `${fiscalYearLabel(scheme.fiscalYear)}に交付される分の得点です。評価の対象は、主に${rated}の取組と実績です。`;
};
