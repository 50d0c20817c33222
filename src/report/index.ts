export { nationalTotals } from './charts/points';
export { decisionsSheet } from './decisionsSheet';
export { answerForm, settingsForm, type AnswerFormOptions } from './forms';
export { printedPages, type PrintedPage } from './layout/printedPages';
export { resultsInParts, resultsJson } from './json';
export { openDataTexts, sourcesCsv, type OpenDataTexts, type SourceLine } from './openData';
export { reasonOf } from './reasons';
export { alwaysWritten, reportKinds, reports, singleReports, type ReportKind, type SingleReport } from './registry';
export { resultSheets } from './resultSheets';
export { nextStepsTable } from './sheets/nextSteps';
export { problemPlace, sortedProblems } from './sheets/problems';
export { becauseWords, columnWord, sheetWords } from './sheets/readingWords';
export {
  offeredReports,
  reportOfMarker,
  reportSheets,
  sheetsToWrite,
  standingReports,
  unmadeReports,
  type SheetsToWrite,
} from './write';
export { standingPlan } from './sheets/actionPlan';
