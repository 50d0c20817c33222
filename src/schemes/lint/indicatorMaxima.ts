import type { Indicator, Scheme } from '../schema';
import type { Linter } from './linter';

/**
 * An indicator's maximum is the sum of its criteria, or the best alternative's: never the nominal sum
 * (rules/grants.md#best-of-alternatives).
 */
export const indicatorMaxima: Linter<Scheme> = {
  name: 'indicator-maxima',
  check: ({ indicators }) =>
    indicators
      .map((indicator) => ({ indicator, reachable: reachableMaximum(indicator) }))
      .filter(({ indicator, reachable }) => reachable !== indicator.maxPoints)
      .map(({ indicator: { id, maxPoints }, reachable }) => ({
        place: id,
        message: `配点 ${maxPoints} ≠ 枝番から得られる最大 ${reachable}`,
      })),
};

const reachableMaximum = ({ combine, criteria }: Indicator): number => {
  if (combine === 'sum') return criteria.reduce((sum, { points }) => sum + points, 0);
  const alternatives = new Map<string, number>();
  for (const { label, points } of criteria) {
    const alternative = label.charAt(0);
    alternatives.set(alternative, (alternatives.get(alternative) ?? 0) + points);
  }
  return Math.max(...alternatives.values());
};
