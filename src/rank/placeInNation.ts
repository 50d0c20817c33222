import { registeredIn, type MunicipalityIdentity } from '../answers';
import { foldLabel } from '../kernel';
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
  const row = rowOf(nation, identity);
  if (row === undefined) return undefined;
  const { totalBlock } = nation.scores.compiled;
  const isPublished =
    least === most &&
    pointsOf(nation.points.least, row, totalBlock) === least &&
    pointsOf(nation.points.most, row, totalBlock) === least;
  return {
    row,
    national: isPublished ? nation.nationalRank(row) : nation.nationalRankOf(row, least, most),
    prefecture: rankInPrefecture(nation, row, { least, most }),
  };
};

/**
 * The rank of a row among the municipalities of its prefecture, for its own points or others in its place; lower by as many
 * places as the table lacks of them. Null where the table names no prefecture.
 */
export const rankInPrefecture = (
  { table, points, prefectures }: Nation,
  row: number,
  own?: { readonly least: number; readonly most: number },
): RankBand | null => {
  const prefecture = table.municipalities[row]?.prefecture;
  if (prefecture === undefined) return null;
  const { totalBlock } = points.least.compiled;
  const { least, most } = own ?? {
    least: pointsOf(points.least, row, totalBlock),
    most: pointsOf(points.most, row, totalBlock),
  };
  const others = (prefectures.get(prefecture) ?? []).filter((other) => other !== row);
  const of = Math.max(registeredIn(prefecture), others.length + 1);
  const better = others.filter((other) => pointsOf(points.least, other, totalBlock) > most).length;
  const notWorse = others.filter((other) => pointsOf(points.most, other, totalBlock) > least).length;
  return { low: better + 1, high: notWorse + 1 + (of - others.length - 1), of, basis: 'table' };
};

/** True when the table has a row of the municipality. */
export const isInNation = (nation: Nation, identity: MunicipalityIdentity): boolean =>
  rowOf(nation, identity) !== undefined;

/** By code where both have one, otherwise by prefecture and name. */
const rowOf = ({ table }: Nation, identity: MunicipalityIdentity): number | undefined => {
  const { municipalities } = table;
  const byCode =
    identity.code === undefined
      ? -1
      : municipalities.findIndex(({ code }) => code !== undefined && code === identity.code);
  if (byCode >= 0) return byCode;
  const name = foldLabel(identity.name);
  const named = [...municipalities.keys()].filter((row) => {
    const one = municipalities[row];
    return (
      one !== undefined &&
      foldLabel(one.name) === name &&
      (identity.prefecture === undefined || one.prefecture === undefined || one.prefecture === identity.prefecture)
    );
  });
  return named.length === 1 ? named[0] : undefined;
};
