import type { Grant, NationalFigures } from '../schemes';

/** A national rank, exact when `low` = `high`; `basis` says what it rests on (rules/design.md#json). */
export interface RankBand {
  /** The best rank it can be. */
  readonly low: number;
  /** The worst rank it can be. */
  readonly high: number;
  /** Number of municipalities ranked. */
  readonly of: number;
  /** The likeliest rank of a band between two published pairs; absent where the rank is exact, or nothing is known. */
  readonly central?: number;
  readonly basis: 'table' | 'distribution' | 'known-pairs' | 'none';
}

/**
 * The national rank of a total by standard competition (1, 2, 2, 4) from what is published: exact from the complete
 * distribution (R8), bracketed by known score–rank pairs (R6, R7), or anything from first to last where nothing is known.
 */
export const rankBand = (national: NationalFigures | undefined, total: number): RankBand | null => {
  if (national === undefined) return null;
  const of = national.municipalities;
  if (national.distribution !== undefined) return within(national.distribution, total, of);
  if (national.knownRanks !== undefined)
    return { ...between(national.knownRanks, total, of), of, basis: 'known-pairs' };
  return { low: 1, high: of, of, basis: 'none' };
};

/**
 * The national rank of the points of one grant; known only where the complete distribution of the grants is (R8), for pairs of
 * a grant's points and its rank were not published.
 */
export const grantRankBand = (national: NationalFigures | undefined, grant: Grant, points: number): RankBand | null =>
  national?.grantDistributions === undefined
    ? null
    : within(national.grantDistributions[grant], points, national.municipalities);

type Distribution = NonNullable<NationalFigures['distribution']>;

const within = (distribution: Distribution, own: number, of: number): RankBand => {
  const above = distribution.reduce((sum, [points, count]) => (points > own ? sum + count : sum), 0);
  // Below everybody is last place: the municipality itself is one of those counted.
  const rank = Math.min(above + 1, of);
  return { low: rank, high: rank, of, basis: 'distribution' };
};

/** The band of a total that is itself only known from `least` to `most`. */
export const rankBandOfRange = (
  national: NationalFigures | undefined,
  least: number,
  most: number,
): RankBand | null => {
  const best = rankBand(national, most);
  const worst = rankBand(national, least);
  if (best === null || worst === null) return null;
  if (least === most) return best;
  const { of, basis } = best;
  return { low: best.low, high: worst.high, of, basis };
};

type KnownRank = readonly [points: number, rank: number, atLeast: number];

/** Between two published scores: after everybody known to have the higher one, at the latest where the lower one stands. */
const between = (
  known: readonly KnownRank[],
  total: number,
  of: number,
): Pick<RankBand, 'low' | 'high' | 'central'> => {
  const same = known.find(([points]) => points === total);
  if (same !== undefined) return { low: same[1], high: same[1] };
  const higher = known.filter(([points]) => points > total).at(-1);
  const lower = known.find(([points]) => points < total);
  const low = higher === undefined ? 1 : higher[1] + higher[2];
  const high = Math.max(low, lower?.[1] ?? of);
  return low === high || higher === undefined || lower === undefined
    ? { low, high }
    : { low, high, central: centralRank(low, high, higher[0] - total, higher[0] - lower[0]) };
};

/**
 * Straight from the first rank below the higher pair to the rank of the lower one, by the points between: left out in turn, the
 * published pairs of R6 and R7 lie 3 places from it in the median (test/rank/centralRank.test.ts).
 */
const centralRank = (low: number, high: number, below: number, apart: number): number =>
  apart <= 1 ? low : Math.round(low + ((high - low) * (below - 1)) / (apart - 1));
