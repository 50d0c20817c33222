import { ok, type Result } from '../kernel';
import { type Criterion, type Indicator, mostPoints } from '../schemes';
import { readPart, type Part } from './readPart';
import { readScheme } from './readYear';

/** MAX: the most points a part can bring. */
export const maxPoints = (year: unknown, part: unknown): Result<number> => {
  const scheme = readScheme(year);
  if (!scheme.ok) return scheme;
  const criteria = readPart(part, scheme.value);
  return criteria.ok ? ok(maxPointsOf(criteria.value)) : criteria;
};

/** The most points of a part; alternatives do not add up. */
export const maxPointsOf = (part: Part): number => {
  const asked = new Map<Indicator, { readonly criteria: Set<Criterion>; readonly times: number }>();
  for (const { entry, times } of part) {
    const known = asked.get(entry.indicator);
    if (known === undefined) asked.set(entry.indicator, { criteria: new Set([entry.criterion]), times });
    else known.criteria.add(entry.criterion);
  }
  return [...asked].reduce((sum, [indicator, { criteria, times }]) => sum + mostPoints(indicator, criteria) * times, 0);
};
