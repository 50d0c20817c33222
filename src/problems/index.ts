export type { ProblemName, ProblemNeeding } from './catalogue';
export { decisionProblem } from './decisionProblem';
export { fileProblem, problemTexts } from './fileProblem';
export { outlookProblem } from './outlookProblem';
export {
  answerable,
  ok,
  partsOf,
  problem,
  refuse,
  sentenceOf,
  type Asked,
  type AskedCell,
  type Ok,
  type Problem,
  type ProblemParts,
  type Refusal,
  type Result,
  type Severity,
} from './problem';
export type { Language, Worded } from './text';
