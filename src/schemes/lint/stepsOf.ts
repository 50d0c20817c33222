import type { Criterion, Indicator } from '../schema';

/** The criteria of an indicator by measure, each in the order of the file: the steps of one figure. */
export const stepsOf = ({ criteria }: Indicator): readonly (readonly Criterion[])[] => {
  const steps = new Map<string, Criterion[]>();
  for (const criterion of criteria) {
    const measure = criterion.measure ?? '';
    const known = steps.get(measure);
    if (known === undefined) steps.set(measure, [criterion]);
    else known.push(criterion);
  }
  return [...steps.values()];
};
