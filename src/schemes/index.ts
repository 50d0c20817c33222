export { blockKey, blockName } from './blockKey';
export { carriedOver } from './carriedOver';
export { describeBlockScheme } from './describeBlockScheme';
export { describeScheme } from './describe';
export type { BlockNationalFigures, NationalFigures } from './nationalSchema';
export { readScheme } from './readScheme';
export type { BlockScheme, Criterion, Grant, GrantOrCommon, Group, Indicator, Scheme } from './schema';
export { schemeHash } from './schemeHash';
export { schemeJsonSchema } from './schemeJsonSchema';
export { withinCaps } from './withinCaps';
export { goalNumeral, grantNames, groupNames } from './words';
export { yearFiles, placeOfFolder, type YearFile, type YearFolder } from './yearFolder';
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
