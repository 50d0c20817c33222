import type { MunicipalityResult, Results } from '../../evaluation';

/** Points in percent of the maximum, with one decimal. */
export const rateText = ({ total }: MunicipalityResult, { scheme }: Results): string =>
  ((total / scheme.maxPoints) * 100).toFixed(1);
