import type { Problem } from '../kernel';
import type { DefinedName, SheetModel } from '../workbook';
import { leftBehind } from './leftBehind';
import { reportSheets, type ReportKind } from './reportSheets';
import { resultSheets } from './resultSheets';
import type { Results } from '../evaluation';
import { singleReports } from './standingReports';

/** Sheets in the order of their tabs, and what is to be said of writing them; 要確認 among them says it too. */
export interface SheetsToWrite {
  readonly sheets: readonly SheetModel[];
  readonly problems: readonly Problem[];
}

/**
 * What every face writes for `reports`: the papers first, as they are what is handed in, then the sheets they rest on.
 * `names` are those of the workbook it is written into; sheets that stay behind there are told in 要確認.
 */
export const sheetsToWrite = (
  results: Results,
  reports: ReadonlySet<ReportKind>,
  names: readonly DefinedName[],
): SheetsToWrite => {
  const models = reports.has('all')
    ? reportSheets(results, 'all')
    : singleReports.filter((report) => reports.has(report)).flatMap((report) => reportSheets(results, report));
  const problems = leftBehind(names, models);
  const told = { ...results, problems: [...results.problems, ...problems] };
  return { sheets: [...models, ...resultSheets(told)], problems };
};
