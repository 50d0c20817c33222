export { evaluate, type EvaluationOptions } from './evaluate';
export { withoutOurSheets } from './withoutOurSheets';
