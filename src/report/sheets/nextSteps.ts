import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import { byGainForEffort, type MarginalValue } from '../../outlook';
import { indicatorNotation } from '../../schemes';
import type { SheetModel } from '../../workbook';
import { cell } from '../layout/cells';
import { cellLine, headerLine, layOut, pageSetup, wideLines, type Line } from '../layout/layOut';
import { municipalityTitle, rankText } from '../members';
import {
  cautionText,
  goalText,
  mostHaveItText,
  outlookIn,
  peersText,
  plansText,
  robustnessText,
  standingText,
  yenChangeText,
} from '../outlookWords';

/** So many criteria are shown of many. */
const mostShown = 15;

const headers = ['指標', '枝番', '加点', '全国順位', '交付額の増', '全国の該当率'];
const columnWidths = [50, 8, 6, 16, 20, 12];
const wide = wideLines(columnWidths.length);

/** The short list for a screen: those of the plan where there is one, else the criteria that bring most for their work. */
export const nextStepsTable = (results: ScoredResults, own: MunicipalityResult): SheetModel => {
  const outlook = outlookIn(results, own);
  const planned = new Set(outlook.pursuit?.plan.criteria);
  const chosen = planned.size === 0 ? outlook.values : outlook.values.filter(({ entry }) => planned.has(entry.index));
  const first = chosen.toSorted(byGainForEffort).slice(0, planned.size === 0 ? mostShown : undefined);
  const lines: readonly Line[] = [
    wide(`次に取り組むこと　${municipalityTitle(own)}`, 'title'),
    wide(standingText(outlook), 'plain'),
    wide(robustnessText(outlook), 'plain'),
    wide(peersText(outlook), 'plain'),
    wide(mostHaveItText(outlook), 'plain'),
    ...(outlook.pursuit === undefined ? [] : [wide(goalText(outlook), 'plain')]),
    ...(outlook.plans.length === 0 ? [] : [wide(plansText(outlook), 'plain')]),
    headerLine(headers),
    ...first.map(valueLine),
    wide(cautionText(outlook), 'note'),
  ];
  const laidOut = layOut(lines, columnWidths);
  return {
    name: '次に取り組むこと',
    marker: 'nextSteps',
    ...laidOut,
    print: pageSetup({ orientation: 'landscape' }),
  };
};

const valueLine = ({ entry: { criterion, indicator }, gain, after, share }: MarginalValue): Line =>
  cellLine([
    cell(`${indicatorNotation(indicator)} ${indicator.name}`),
    cell(criterion.label),
    cell(gain.points.least, 'body', { number: 'signed-integer' }),
    cell(after.rank.national === null ? null : rankText(after.rank.national)),
    cell(gain.yen === null ? null : yenChangeText(gain.yen)),
    cell(share, 'body', { number: 'percent1' }),
  ]);
