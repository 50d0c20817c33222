import { yen, type FiscalYear } from '../kernel';
import { ok, problem, refuse, type Result } from '../problems';
import { plannedYears, proven, yearOf } from '../schemes';
import type { AllocationPlan } from './plan';

const read = new Map<FiscalYear, AllocationPlan>();

/** The packaged plan of a year; a year without a known budget (R8) is refused by name, never replaced by another. */
export const planOf = (year: FiscalYear): Result<AllocationPlan> => {
  const known = read.get(year);
  if (known !== undefined) return ok(known);
  const data = yearOf(year).plan;
  if (data === undefined) return refuse(problem('unknown-plan', { found: year, expected: plannedYears.join('・') }));
  const plan = provenPlan(data);
  read.set(year, plan);
  return ok(plan);
};

/** A packaged plan.json as `readPlan` reads it (tested to be the same): what stands under `yen` is money, the rest stays. */
export const provenPlan = (data: unknown): AllocationPlan => proven<AllocationPlan>(withYen(data), 'incentive-plan/1');

const withYen = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withYen);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      key === 'yen' && typeof inner === 'number' ? yen(BigInt(inner)) : withYen(inner),
    ]),
  );
};
