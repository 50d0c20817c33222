import { withOpenMet } from '../answers';
import type { MunicipalityResult, ScoredResults } from '../evaluation';
import type { PointsRange } from '../outlook';
import { explainScore, type Award } from '../score';

/** Points of each indicator by its id, open answers as nothing and as all they could be; each counted once. */
export const indicatorRanges = (
  results: ScoredResults,
  own: MunicipalityResult,
  awards = own.awards(),
): ReadonlyMap<string, PointsRange> => {
  const least = pointsByIndicator(awards);
  const most = own.provisional ? pointsByIndicator(awardsAtMost(results, awards)) : least;
  return new Map([...least].map(([id, points]) => [id, { least: points, most: most.get(id) ?? points }]));
};

const awardsAtMost = ({ scheme }: ScoredResults, awards: readonly Award[]): readonly Award[] =>
  explainScore(scheme, withOpenMet(Uint8Array.from(awards, ({ state }) => state)));

const pointsByIndicator = (awards: readonly Award[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { indicator, points } of awards) sums.set(indicator.id, (sums.get(indicator.id) ?? 0) + points);
  return sums;
};
