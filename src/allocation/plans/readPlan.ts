import { ok, problem, type Problem, type Result } from '../../kernel';
import { withinCaps } from '../../schemes';
import { lintPlan } from './lintPlan';
import { AllocationPlanFile, type AllocationPlan } from './planSchema';

/** More faults than this do not help. */
const shownFaults = 20;

/**
 * Reads an allocation plan (ours or a user's), given as parsed JSON: caps, strict schema, linters.
 * Refuses with the first twenty faults, each naming its place; never throws, whatever it is given.
 */
export const readPlan = (data: unknown): Result<AllocationPlan> => {
  const breach = withinCaps(data);
  if (breach !== undefined) return refuseAll([shapeProblem(breach.place, breach.message)]);
  const parsed = AllocationPlanFile.safeParse(data);
  if (!parsed.success) {
    const shown = parsed.error.issues.slice(0, shownFaults);
    return refuseAll(shown.map(({ path, message }) => shapeProblem(path.map(String).join('.'), message)));
  }
  const faults = lintPlan(parsed.data).slice(0, shownFaults);
  return faults.length === 0
    ? ok(parsed.data)
    : refuseAll(faults.map(({ place, message }) => problem('plan-lint', { found: place }, { message })));
};

const shapeProblem = (place: string, message: string): Problem =>
  problem('plan-shape', { found: place === '' ? '（全体）' : place }, { message });

const refuseAll = (problems: readonly Problem[]): Result<never> => ({ ok: false, problems });
