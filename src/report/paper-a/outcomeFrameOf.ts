import { planOf, type AllocationPlan } from '../../allocation';
import type { FiscalYear } from '../../kernel';
import type { FigureSource } from '../../workbook';
import { fromPlan } from '../figureSources';

/** 成果指向型配分枠 in the packaged plan of the year, with where the plan has it from; undefined where it knows of none. */
export const outcomeFrameOf = (
  year: FiscalYear,
): { readonly frame: AllocationPlan['frames'][number]; readonly source: FigureSource } | undefined => {
  const plan = planOf(year);
  const frame = plan.ok ? plan.value.frames.find(({ id }) => id === 'outcomeOriented') : undefined;
  return plan.ok && frame !== undefined ? { frame, source: fromPlan(plan.value, frame.source) } : undefined;
};
