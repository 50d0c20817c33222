import type { SheetModel } from '../workbook';
import { allocationSheet } from './allocation';
import { comparisonSheet } from './comparisonSheet';
import { controlSheet } from './control';
import { criteriaSheet } from './criteria';
import { problemsSheet } from './problems';
import { rankTableSheet } from './rank-table';
import { recordSheet } from './recordSheet';
import { municipalitiesOf, type Results, type ScoredResults } from '../evaluation';
import { scoreSheet } from './score';
import { standingSheet } from './standing';
import { statisticsSheet } from './statistics';
import { useSheet } from './useSheet';

/** The sheets of a results workbook, in the order of their tabs. */
export const resultSheets = (results: Results): readonly SheetModel[] => {
  const { own } = results.money;
  const control = controlSheet(results);
  return [
    ...(results.subject === 'facts' ? [] : pointsSheets(results)),
    ...(municipalitiesOf(results).some(({ grants }) => grants !== null) ? [allocationSheet(results)] : []),
    ...(own?.comparison === undefined ? [] : [comparisonSheet(results, own.comparison)]),
    ...(own?.use === undefined ? [] : [useSheet(results, own.use)]),
    problemsSheet(results),
    ...(control === undefined ? [] : [control]),
    recordSheet(results),
  ];
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
    ...(nation === undefined ? [] : [statisticsSheet(results, nation)]),
  ];
};
