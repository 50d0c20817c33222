export { mergeResults, type BatchItem } from './merge';
export { nationBeside, type NationBeside } from './nationBeside';
export { evaluate, type EvaluationOptions } from './evaluate';
export { withoutOurSheets } from './withoutOurSheets';
export {
  failuresOf,
  municipalitiesOf,
  nationIn,
  onlyMunicipality,
  type AnswersResults,
  type BatchResults,
  type BlockPoints,
  type FactsResults,
  type Money,
  type MunicipalityResult,
  type NationResults,
  type OwnMoney,
  type Results,
  type ScoredResults,
  type SourceFile,
  type WorkbookResults,
} from './results';
