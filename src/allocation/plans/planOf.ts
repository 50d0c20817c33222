import { ok, problem, refuse, type FiscalYear, type Result } from '../../kernel';
import r5 from './R5.json';
import r6 from './R6.json';
import r7 from './R7.json';
import type { AllocationPlan } from './planSchema';
import { readPlan } from './readPlan';

const packaged = new Map<FiscalYear, unknown>([
  ['R5', r5],
  ['R6', r6],
  ['R7', r7],
]);
const read = new Map<FiscalYear, AllocationPlan>();

/** The fiscal years whose budget is known, oldest first. */
export const plannedYears: readonly FiscalYear[] = [...packaged.keys()];

/** The packaged plan of a year; a year without a known budget (R8) is refused by name, never replaced by another. */
export const planOf = (year: FiscalYear): Result<AllocationPlan> => {
  const known = read.get(year);
  if (known !== undefined) return ok(known);
  const data = packaged.get(year);
  if (data === undefined) return refuse(problem('unknown-plan', { found: year, expected: plannedYears.join('・') }));
  const result = readPlan(data);
  if (!result.ok) throw new Error(`planOf: the packaged plan of ${year} is broken: ${JSON.stringify(result.problems)}`);
  read.set(year, result.value);
  return result;
};
