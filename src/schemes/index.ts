export { nationalOf } from './nationalOf';
export { readScheme } from './readScheme';
export { schemeOf, scoredYears } from './schemeOf';
export type { Criterion, Grant, GrantOrCommon, Group, Indicator, NationalFigures, Scheme } from './schema';
export { goalNumeral, grantNames, groupNames } from './words';
