import type { MunicipalityIdentity } from '../answers';
import { pointsOf } from '../score';
import type { Nation } from './nation';
import type { RankBand } from './rankBand';

/** Where a municipality's own points place it among the others of a national table. */
export interface PlaceInNation {
  /** Its row in the table. */
  readonly row: number;
  readonly national: RankBand;
  readonly prefecture: RankBand | null;
}

/**
 * Ranks a total of `least` to `most` points against all other rows of the table; undefined when the municipality is not in
 * it. The published rank is taken where the points are the published ones.
 */
export const placeInNation = (
  nation: Nation,
  identity: MunicipalityIdentity,
  least: number,
  most: number,
): PlaceInNation | undefined => {
  const row = nation.rowOf(identity);
  if (row === undefined) return undefined;
  const { totalBlock } = nation.scores.compiled;
  const isPublished =
    least === most &&
    pointsOf(nation.points.least, row, totalBlock) === least &&
    pointsOf(nation.points.most, row, totalBlock) === least;
  return {
    row,
    national: isPublished ? nation.nationalRank(row) : nation.nationalRankOf(row, least, most),
    prefecture: nation.prefectureRank(row, { least, most }),
  };
};
