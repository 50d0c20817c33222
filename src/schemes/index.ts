export { blockKey, blockName } from './blockKey';
export { carriedOver } from './carriedOver';
export type { BlockNationalFigures, NationalFigures } from './nationalSchema';
export { readScheme } from './readScheme';
export type { BlockScheme, Criterion, Grant, GrantOrCommon, Group, Indicator, Scheme } from './schema';
export { schemeHash } from './schemeHash';
export { withinCaps } from './withinCaps';
export { goalNumeral, grantNames, groupNames } from './words';
export { placeOfFolder, yearFiles, type YearFolder } from './yearFolder';
export {
  addScheme,
  blockNationalOf,
  blockSchemeOf,
  blockSchemes,
  maximaIn,
  maximaOf,
  nationalOf,
  plannedYears,
  schemeOf,
  scoredYears,
  yearOf,
  yearsIn,
  type KnownYear,
  type Maxima,
  type Years,
} from './years';
