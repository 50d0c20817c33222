import type { AllocationPlan } from '../../allocation';
import type { FigureSource } from '../../workbook';
import { fromPlan } from '../figureSources';

/** 成果指向型配分枠 in the plan of the run, with where the plan has it from; undefined where it knows of none. */
export const outcomeFrameOf = (
  plan: AllocationPlan | undefined,
): { readonly frame: AllocationPlan['frames'][number]; readonly source: FigureSource } | undefined => {
  const frame = plan?.frames.find(({ id }) => id === 'outcomeOriented');
  return plan === undefined || frame === undefined ? undefined : { frame, source: fromPlan(plan, frame.source) };
};
