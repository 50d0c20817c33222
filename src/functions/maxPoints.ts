import { ok, type Result } from '../kernel';
import { mostPointsOf } from '../score';
import { readPart } from './readPart';
import { readScheme } from './readYear';

/** MAX: the most points a part can bring. */
export const maxPoints = (year: unknown, part: unknown): Result<number> => {
  const scheme = readScheme(year);
  if (!scheme.ok) return scheme;
  const named = readPart(part, scheme.value);
  return named.ok ? ok(mostPointsOf(named.value)) : named;
};
