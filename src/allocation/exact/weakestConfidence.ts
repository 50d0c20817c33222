import type { AllocationPlan } from '../plans/planSchema';

/** The weakest confidence among the figures that decide the amounts of a plan. */
export const weakestConfidence = (plan: AllocationPlan): 'certain' | 'likely' | 'inferred' => {
  const used = [
    plan.pots.promotion.municipal.source,
    plan.pots.support.municipal.source,
    plan.sizeClasses.source,
    plan.rounding.source,
    ...(plan.coefficients === 'unspecified' ? [] : [plan.coefficients.source]),
    ...plan.frames.flatMap((frame) => (frame.kind === 'flat' ? [frame.source] : [])),
  ].map(({ confidence }) => confidence);
  if (used.includes('inferred')) return 'inferred';
  return used.includes('likely') ? 'likely' : 'certain';
};
