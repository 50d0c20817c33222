import { ok, problem, refuse, type FiscalYear, type Result } from '../../kernel';
import { plannedYears, yearOf } from '../../schemes';
import type { AllocationPlan } from './planSchema';
import { readPlan } from './readPlan';

const read = new Map<FiscalYear, AllocationPlan>();

/** The packaged plan of a year; a year without a known budget (R8) is refused by name, never replaced by another. */
export const planOf = (year: FiscalYear): Result<AllocationPlan> => {
  const known = read.get(year);
  if (known !== undefined) return ok(known);
  const data = yearOf(year).plan;
  if (data === undefined) return refuse(problem('unknown-plan', { found: year, expected: plannedYears.join('・') }));
  const result = readPlan(data);
  if (!result.ok) throw new Error(`planOf: the packaged plan of ${year} is broken: ${JSON.stringify(result.problems)}`);
  read.set(year, result.value);
  return result;
};
