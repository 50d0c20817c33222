export { blockKey, blockName } from './blockKey';
export { blockNationalOf } from './blockNationalOf';
export { blockSchemeOf, blockSchemes } from './blockSchemeOf';
export { carriedOver } from './carriedOver';
export {
  cite,
  type BlockPlace,
  type CellPlace,
  type Cited,
  type Figure,
  type Origin,
  type SumFigure,
  type Summand,
} from './figure';
export { maximaOf, type Maxima } from './maximaOf';
export { nationalOf } from './nationalOf';
export type { BlockNationalFigures, NationalFigures } from './nationalSchema';
export { readScheme } from './readScheme';
export type { BlockScheme, Criterion, Grant, GrantOrCommon, Group, Indicator, Scheme } from './schema';
export { schemeHash } from './schemeHash';
export { schemeOf, scoredYears } from './schemeOf';
export { withinCaps } from './withinCaps';
export { goalNumeral, grantNames, groupNames } from './words';
