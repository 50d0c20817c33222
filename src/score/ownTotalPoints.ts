import { uint16At } from '../kernel';
import type { CompiledScheme } from './compiledScheme';

/** Points of the indicator ranked on the own total, for a total before it; 0 where the scheme has none with cut-offs. */
export const ownTotalPoints = ({ ownTotal, points, firstCriterion }: CompiledScheme, total: number): number => {
  if (ownTotal === undefined) return 0;
  const first = uint16At(firstCriterion, ownTotal.indicator);
  const end = first + stepsReached(ownTotal.cutOffs, total);
  let sum = 0;
  for (let criterion = first; criterion < end; criterion += 1) sum += uint16At(points, criterion);
  return sum;
};

/** How many cut-offs a total reaches; equal counts as reached. */
const stepsReached = (cutOffs: readonly number[], total: number): number => {
  let steps = 0;
  for (const cutOff of cutOffs) if (total >= cutOff) steps += 1;
  return steps;
};
