export { problemTexts, type ProblemName, type ProblemNeeding } from './catalogue';
export {
  ok,
  partsOf,
  problem,
  refuse,
  sentenceOf,
  type Language,
  type Ok,
  type Problem,
  type ProblemParts,
  type Refusal,
  type Result,
  type Severity,
  type Worded,
} from './problem';
