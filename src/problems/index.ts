export type { ProblemName, ProblemNeeding } from './catalogue';
export { fileProblem, problemTexts } from './fileProblem';
export { outlookProblem } from './outlookProblem';
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
