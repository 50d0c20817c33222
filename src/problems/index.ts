export { problemTexts, type ProblemName, type ProblemNeeding } from './catalogue';
export {
  ok,
  partsOf,
  problem,
  refuse,
  sentenceOf,
  type Ok,
  type Problem,
  type ProblemParts,
  type Refusal,
  type Result,
  type Severity,
} from './problem';
export type { Language, Worded } from './text';
