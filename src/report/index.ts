export { answerForm, type AnswerFormOptions } from './answerForm';
export { reasonOf } from './reasonOf';
export { sortedProblems } from './problemsSheet';
export { resultSheets } from './resultSheets';
export { resultsJson } from './resultsJson';
export type { BlockPoints, MunicipalityResult, Results, SourceFile } from './results';
export { settingsForm } from './settingsForm';
export { reportKinds, reportSheets, type ReportKind } from './reportSheets';
