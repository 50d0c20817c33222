import type { SheetModel } from '../workbook';
import { allocationSheet } from './allocation';
import { comparisonSheet } from './comparisonSheet';
import { controlSheet } from './control';
import { criteriaSheet } from './criteria';
import { problemsSheet } from './problems';
import { rankTableSheet } from './rank-table';
import { recordSheet } from './recordSheet';
import type { Results } from '../evaluation';
import { scoreSheet } from './score';
import { standingSheet } from './standing';
import { statisticsSheet } from './statistics';
import { useSheet } from './useSheet';

/** The sheets of a results workbook, in the order of their tabs. */
export const resultSheets = (results: Results): readonly SheetModel[] => {
  const { nation, municipalities, subject, comparison, use } = results;
  const answers = subject === 'answers';
  const control = controlSheet(results);
  return [
    ...(answers ? [scoreSheet(results), criteriaSheet(results)] : []),
    ...(answers && nation !== undefined && municipalities.some(({ nationRow }) => nationRow !== undefined)
      ? [standingSheet(results, nation, municipalities)]
      : []),
    ...(municipalities.length > 1 ? [rankTableSheet(results)] : []),
    ...(nation === undefined ? [] : [statisticsSheet(results, nation)]),
    ...(municipalities.some(({ grants }) => grants !== null) ? [allocationSheet(results)] : []),
    ...(comparison === undefined ? [] : [comparisonSheet(results, comparison)]),
    ...(use === undefined ? [] : [useSheet(results, use)]),
    problemsSheet(results),
    ...(control === undefined ? [] : [control]),
    recordSheet(results),
  ];
};
