import type { NationalFigures } from '../schemes';

/** How many municipalities have points from `from` on and below `to`. */
export interface PointsStep {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * The nation's distribution as far as published pairs of points and rank tell it, fewest points first: a rank says how many have
 * more points, so between two pairs the count is exact, though not where in between they stand. Steps are at least `width`
 * points wide, except at the top. Undefined where no pairs are published.
 */
export const stepsBetweenPairs = (
  { knownRanks, municipalities }: NationalFigures,
  maxPoints: number,
  width: number,
): readonly PointsStep[] | undefined => {
  if (knownRanks === undefined) return undefined;
  // From how many points on there are how many municipalities, best first.
  const known = [
    { from: maxPoints + 1, counted: 0 },
    ...knownRanks.map(([points, rank]) => ({ from: points + 1, counted: rank - 1 })),
    { from: 0, counted: municipalities },
  ];
  const steps: PointsStep[] = [];
  let upper = known[0];
  for (const lower of known.slice(1)) {
    if (upper === undefined || (upper.from - lower.from < width && lower.from > 0)) continue;
    steps.unshift({ from: lower.from, to: upper.from, count: lower.counted - upper.counted });
    upper = lower;
  }
  return steps;
};
