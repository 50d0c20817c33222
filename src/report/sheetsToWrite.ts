import type { SheetModel } from '../workbook';
import { reportSheets, type ReportKind } from './reportSheets';
import { resultSheets } from './resultSheets';
import type { Results } from './results';
import { singleReports } from './standingReports';

/** What every face writes for `reports`: the papers first, as they are what is handed in, then the sheets they rest on. */
export const sheetsToWrite = (results: Results, reports: ReadonlySet<ReportKind>): readonly SheetModel[] => [
  ...(reports.has('all')
    ? reportSheets(results, 'all')
    : singleReports.filter((report) => reports.has(report)).flatMap((report) => reportSheets(results, report))),
  ...resultSheets(results),
];
