import type { FiscalYear } from '../kernel';
import r6 from './R6/national.json';
import r7 from './R7/national.json';
import r8 from './R8/national.json';
import { NationalFigures } from './nationalSchema';

const packaged = new Map<FiscalYear, unknown>([
  ['R6', r6],
  ['R7', r7],
  ['R8', r8],
]);
const read = new Map<FiscalYear, NationalFigures>();

/** Published national figures of a year (means, medians, SDs, counts, distribution or known ranks); undefined when none are packaged. */
export const nationalOf = (year: FiscalYear): NationalFigures | undefined => {
  const known = read.get(year);
  if (known !== undefined) return known;
  const data = packaged.get(year);
  if (data === undefined) return undefined;
  const figures = NationalFigures.parse(data);
  read.set(year, figures);
  return figures;
};
