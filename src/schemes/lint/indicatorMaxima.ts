import { mostPoints } from '../counting';
import type { Scheme } from '../schema';
import type { Linter } from './linter';

/**
 * An indicator's maximum is the sum of its criteria, or the best alternative's: never the nominal sum
 * (rules/grants.md#best-of-alternatives).
 */
export const indicatorMaxima: Linter<Scheme> = {
  name: 'indicator-maxima',
  check: ({ indicators }) =>
    indicators
      .map((indicator) => ({ indicator, reachable: mostPoints(indicator) }))
      .filter(({ indicator, reachable }) => reachable !== indicator.maxPoints)
      .map(({ indicator: { id, maxPoints }, reachable }) => ({
        place: id,
        message: `配点 ${maxPoints} ≠ 枝番から得られる最大 ${reachable}`,
      })),
};
