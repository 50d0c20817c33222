import type { Indicator } from '../schemes';

/**
 * What `points` of an indicator are worth in the total of 800: goal Ⅳ counts in both grants
 * (rules/grants.md#structure).
 */
export const pointsAtStake = ({ grant, maxPoints }: Indicator, points: number): number =>
  Math.min(points, maxPoints) * (grant === 'common' ? 2 : 1);
