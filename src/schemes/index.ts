export { carriedOver } from './carriedOver';
export { cite, type CellPlace, type Cited, type Figure, type Origin, type SumFigure, type Summand } from './figure';
export {
  atPlace,
  blocksOf,
  commonGoalNames,
  countsIn,
  figuresOf,
  goalsOf,
  grantOfGoal,
  grants,
  groupMaximum,
  groups,
  isCommon,
  isComputed,
  alternativesOf,
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
export { criterionIndexOf, type CriterionIndex, type GroupPlace, type IndexedCriterion } from './criterionIndex';
export type { BlockNationalFigures, NationalFigures } from './nationalSchema';
export { mostJsonBytes, readJsonText } from './readJsonText';
export { readScheme } from './readScheme';
export {
  idGrammar,
  type BlockScheme,
  type Criterion,
  type Grant,
  type GrantOrCommon,
  type Group,
  type Indicator,
  type Scheme,
} from './schema';
export { schemeHash } from './schemeHash';
export { withinCaps } from './withinCaps';
export { blockKey, blockName, goalNumeral, grantNames, groupNames, idsAsked, type BlockPlace } from './names';
export { placeOfFolder, yearFiles, type YearFolder } from './yearFolder';
export {
  addScheme,
  blockNationalOf,
  blockSchemeOf,
  blockSchemes,
  maximaOf,
  nationalOf,
  plannedYears,
  schemeOf,
  scoredYears,
  yearOf,
  yearsIn,
  type KnownYear,
  type Years,
} from './years';
