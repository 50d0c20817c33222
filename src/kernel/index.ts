export { at, int16At, uint16At, uint8At } from './at';
export { engineVersion } from './engineVersion';
export {
  fiscalYearLabel,
  fiscalYearOf,
  fiscalYearsIn,
  readFiscalYear,
  westernYear,
  type FiscalYear,
} from './fiscalYear';
export { partsOf, problem, sentenceOf, type Language, type Problem, type ProblemParts, type Severity } from './problem';
export { problemTexts, type ProblemName, type ProblemNeeding } from './problem-texts';
export { sha256Hex } from './hash';
export { ok, refuse, type Ok, type Refusal, type Result } from './result';
export { foldLabel, foldText } from './text';
export { wholeNumbersLike } from './wholeNumbers';
export { yen, type Yen } from './yen';
