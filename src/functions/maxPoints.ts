import { ok, type Result } from '../kernel';
import type { Indicator } from '../schemes';
import { readPart, type Part } from './readPart';
import { readScheme } from './readYear';

/** MAX: the most points a part can bring. */
export const maxPoints = (year: unknown, part: unknown): Result<number> => {
  const scheme = readScheme(year);
  if (!scheme.ok) return scheme;
  const criteria = readPart(part, scheme.value);
  return criteria.ok ? ok(maxPointsOf(criteria.value)) : criteria;
};

/** Alternatives do not add up: an indicator never brings more than its own maximum. */
export const maxPointsOf = (part: Part): number => {
  const sums = new Map<Indicator, { points: number; readonly times: number }>();
  for (const { entry, times } of part) {
    const sum = sums.get(entry.indicator);
    if (sum === undefined) sums.set(entry.indicator, { points: entry.criterion.points, times });
    else sum.points += entry.criterion.points;
  }
  return [...sums].reduce((sum, [{ maxPoints: most }, { points, times }]) => sum + Math.min(points, most) * times, 0);
};
