export { mergeResults, type BatchItem } from './mergeResults';
export { evaluate, type EvaluationOptions } from './evaluate';
export { withoutOurSheets } from './withoutOurSheets';
export type { BlockPoints, MunicipalityResult, Results, SourceFile } from './results';
