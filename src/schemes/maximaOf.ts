import type { FiscalYear } from '../kernel';
import { blockSchemeOf } from './blockSchemeOf';
import { maximaIn, type Maxima } from './counting';
import { schemeOf } from './schemeOf';

/** The maxima of a packaged year, whether its criteria or only its blocks are known (R5: 1,355, 830 and 2,185); else undefined. */
export const maximaOf = (year: FiscalYear): Maxima | undefined => {
  const byCriteria = schemeOf(year);
  if (byCriteria.ok) return maximaIn(byCriteria.value);
  const byBlocks = blockSchemeOf(year, 'municipality');
  return byBlocks.ok ? maximaIn(byBlocks.value) : undefined;
};
