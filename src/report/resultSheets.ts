import type { SheetModel } from '../workbook';
import { allocationSheet, hasAmounts } from './sheets/allocation';
import { comparisonSheet } from './sheets/comparison';
import { controlSheet } from './sheets/control';
import { onPaper } from './layout/onPaper';
import { criteriaSheet } from './sheets/criteria';
import { problemsSheet } from './sheets/problems';
import { rankTableSheet } from './sheets/rankTable';
import { readingSheet } from './sheets/reading';
import { recordSheet } from './sheets/record';
import { onlyMunicipality, type Results, type ScoredResults } from '../evaluation';
import { scoreSheet } from './sheets/score';
import { standingSheet } from './sheets/standing';
import { statisticsSheet } from './sheets/statistics';
import { useSheet } from './sheets/use';
import { yearChangeSheet } from './sheets/yearChange';

/**
 * The places of the result sheets among the tabs, by their markers; reports bring their own. What a reader asks first comes
 * first (概況, a report), then points, money and years, analyses (30–), papers (40–), what to check, and what is for machines.
 */
export const resultPlaces: ReadonlyMap<string, number> = new Map(
  [
    ['score', 10],
    ['criteria', 11],
    ['standing', 12],
    ['ranking', 13],
    ['statistics', 14],
    ['allocation', 15],
    ['comparison', 16],
    ['yearChange', 17],

    ['use', 19],
    ['problems', 60],
    ['reading', 61],
    ['control', 62],
    ['record', 81],
  ].map(([marker, place]) => [String(marker), Number(place)]),
);

/** The sheets of a results workbook, in the order of their tabs; `beside` are the reports written along, which 検算 checks too. */
export const resultSheets = (results: Results, beside: readonly SheetModel[] = []): readonly SheetModel[] => {
  const { own } = results.money;
  const only = onlyMunicipality(results);
  const before = [
    ...(results.subject === 'facts' ? [] : pointsSheets(results)),
    ...(hasAmounts(results) ? [allocationSheet(results)] : []),
    ...(own?.comparison === undefined ? [] : [comparisonSheet(results, own.comparison)]),
    ...(results.behind === undefined || only === undefined || results.subject === 'facts'
      ? []
      : [yearChangeSheet(results, only, results.behind)]),
    ...(own?.use === undefined ? [] : [useSheet(results, own.use)]),
    problemsSheet(results),
    ...(results.reading.length === 0 ? [] : [readingSheet(results)]),
  ];
  const control = controlSheet(results, [...before, ...beside]);
  return [...before, ...(control === undefined ? [] : [control]), recordSheet(results)].map(onPaper);
};

/** Points, places and statistics; of a whole nation only the list, since its answers fill no sheet one could read. */
const pointsSheets = (results: ScoredResults): readonly SheetModel[] => {
  const { nation, municipalities, subject } = results;
  const answers = subject !== 'nation';
  return [
    ...(answers ? [scoreSheet(results), criteriaSheet(results)] : []),
    ...(answers && nation !== undefined && municipalities.some(({ nationRow }) => nationRow !== undefined)
      ? [standingSheet(results, nation, municipalities)]
      : []),
    ...(municipalities.length > 1 ? [rankTableSheet(results)] : []),
    ...(nation?.settled === true ? [statisticsSheet(results, nation)] : []),
  ];
};
