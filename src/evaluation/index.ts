export type { DecisionsOutcome, SettledDecision } from './decisions';
export { countedCells } from './countedCells';
export { withoutGrids } from './withoutGrids';
export {
  evaluate,
  evaluating,
  readBook,
  scoreBook,
  withNotes,
  type BookRead,
  type EvaluationOptions,
} from './evaluate';
export { ourSheets, withoutOurSheets } from './bookSheets';
export { mergeResults, type BatchItem } from './merge';
export { readWanted } from './readWanted';
export { nationBeside, type NationBeside } from './nationBeside';
export { meansAgree, prefectureMeanOf } from './meanTotals';
export { standpointOf } from './standpoint';
export { planAsked, withOutlook } from './withOutlook';
export { lastYearKept, withYearsBehind } from './yearsBehind';
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
  type YearBridge,
  type YearOfMunicipality,
  type YearsBehind,
} from './results';
