import { at, foldLabel } from '../../kernel';
import type { MunicipalityIdentity } from '../../answers';
import { pointsOf } from '../../score';
import type { RankBand } from '../rankBand';
import type { Nation } from './nation';

/** Where a municipality's own points place it among the others of a national table. */
export interface PlaceInNation {
  /** Its row in the table. */
  readonly row: number;
  readonly national: RankBand;
  readonly prefecture: RankBand | null;
}

/**
 * Ranks a total of `least` to `most` points against all other rows of the table; undefined when the municipality is not in
 * it. A partial table never re-ranks: the published rank is taken where the points are the published ones.
 */
export const placeInNation = (
  nation: Nation,
  identity: MunicipalityIdentity,
  least: number,
  most: number,
): PlaceInNation | undefined => {
  const row = rowOf(nation, identity);
  if (row === undefined) return undefined;
  const totals = Array.from({ length: nation.table.count }, (_, other) =>
    pointsOf(nation.scores, other, nation.scores.compiled.totalBlock),
  );
  const sameAsPublished = least === most && totals[row] === least;
  const others = [...totals.keys()].filter((other) => other !== row);
  const prefecture = nation.table.municipalities[row]?.prefecture;
  const inPrefecture = others.filter((other) => nation.table.municipalities[other]?.prefecture === prefecture);
  return {
    row,
    national:
      sameAsPublished || !nation.complete
        ? nation.nationalRank(row)
        : bandAmong(totals, others, least, most, nation.expected),
    prefecture: prefecture === undefined ? null : bandAmong(totals, inPrefecture, least, most, inPrefecture.length + 1),
  };
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

const bandAmong = (
  totals: readonly number[],
  others: readonly number[],
  least: number,
  most: number,
  of: number,
): RankBand => {
  const above = (points: number): number => others.filter((other) => at(totals, other) > points).length;
  return { low: above(most) + 1, high: above(least) + 1, of, basis: 'table' };
};
