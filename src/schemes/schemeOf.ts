import { ok, problem, refuse, type FiscalYear, type Result } from '../kernel';
import r6 from './R6/scheme.json';
import r7 from './R7/scheme.json';
import r8 from './R8/scheme.json';
import { readScheme } from './readScheme';
import type { Scheme } from './schema';

const packaged = new Map<FiscalYear, unknown>([
  ['R6', r6],
  ['R7', r7],
  ['R8', r8],
]);
const read = new Map<FiscalYear, Scheme>();

/** The fiscal years that can be scored criterion by criterion, oldest first. */
export const scoredYears: readonly FiscalYear[] = [...packaged.keys()];

/** The packaged rules of a year; a year without rules is refused by name, never replaced by another. */
export const schemeOf = (year: FiscalYear): Result<Scheme> => {
  const known = read.get(year);
  if (known !== undefined) return ok(known);
  const data = packaged.get(year);
  if (data === undefined) {
    return refuse(problem('unknown-year', { found: year, expected: scoredYears.join('・') }));
  }
  const result = readScheme(data);
  if (!result.ok)
    throw new Error(`schemeOf: the packaged scheme of ${year} is broken: ${JSON.stringify(result.problems)}`);
  read.set(year, result.value);
  return result;
};
