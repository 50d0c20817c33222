import type { Indicator } from '../schema';
import type { Linter } from './linter';

/** An indicator's maximum is the sum of its criteria, or the best alternative's: never the nominal sum (domain §0.5). */
export const indicatorMaxima: Linter = {
  name: 'indicator-maxima',
  check: (scheme) =>
    scheme.indicators.flatMap((indicator) => {
      const reachable = reachableMaximum(indicator);
      return reachable === indicator.maxPoints
        ? []
        : [
            {
              linter: 'indicator-maxima',
              place: indicator.id,
              message: `配点 ${indicator.maxPoints} ≠ 枝番から得られる最大 ${reachable}`,
            },
          ];
    }),
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
