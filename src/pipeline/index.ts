export { evaluate, type EvaluationOptions } from './evaluate';
