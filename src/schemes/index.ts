export { carriedOver } from './carriedOver';
export { indicatorChanges, type ChangeWord, type IndicatorChange } from './changes';
export {
  alternativesOf,
  atPlace,
  blocksOf,
  commonGoalNames,
  countsIn,
  figuresOf,
  goalNameOf,
  goalsOf,
  grantOfGoal,
  grants,
  groupMaximum,
  groups,
  isCommon,
  ownGrantOf,
  isComputed,
  maximaIn,
  mostPoints,
  pointsAtStake,
  samePlace,
  soleGroupOf,
  timesCounted,
  timesIn,
  wholeOf,
  type Block,
  type Maxima,
} from './counting';
export {
  criterionIndexOf,
  sumAtStake,
  type CriterionIndex,
  type GroupPlace,
  type IndexedCriterion,
} from './criterionIndex';
export { cite, type CellPlace, type Cited, type Figure, type Origin, type SumFigure, type Summand } from './figure';
export { descriptionsOf, type Description } from './descriptions';
export { schemeHash } from './hash';
export {
  blockKey,
  blockName,
  goalCode,
  goalNumeral,
  grantNames,
  groupNames,
  idGrammar,
  idsAsked,
  criteriaInWords,
  criterionNotation,
  indicatorNotation,
  type BlockPlace,
} from './names';
export { idsInWords } from './idsInWords';
export type { BlockNationalFigures, NationalFigures } from './national';
export { mostJsonBytes, readJsonText, readScheme } from './readData';
export type { BlockScheme, Criterion, Grant, GrantOrCommon, Group, Indicator, Scheme } from './scheme';
export { DocumentId, FiscalYearText, readShaped, Source, Text, unlessFaulty } from './shape';
export { placeOfFolder, proven, yearFiles, type YearFolder } from './yearFolder';
export {
  addScheme,
  blockNationalOf,
  blockSchemeOf,
  blockSchemes,
  maximaOf,
  differsFromPublished,
  nationalOf,
  nationalUnder,
  plannedYears,
  schemeOf,
  scoredYears,
  yearOf,
  yearsIn,
  type KnownYear,
  type Years,
} from './years';
