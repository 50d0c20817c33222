export { answerForm, type AnswerFormOptions } from './forms';
export { reasonOf } from './criteria';
export { problemPlace, sortedProblems } from './problems';
export { resultSheets } from './resultSheets';
export { resultsJson } from './json';
export { settingsForm } from './forms';
export { reportKinds, reports, singleReports, type ReportKind, type SingleReport } from './registry';
export {
  offeredReports,
  reportSheets,
  sheetsToWrite,
  standingReports,
  unmadeReports,
  type SheetsToWrite,
} from './write';
