import type { ScoredResults } from '../../evaluation';
import { foldText } from '../../kernel';
import type { RankBand } from '../../rank';
import type { TownColumn } from '../state/paneState';

/** One municipality of many, as the table of 結果 lists it. */
export interface TownRow {
  /** Its place among the results. */
  readonly at: number;
  readonly name: string;
  readonly prefecture: string;
  readonly least: number;
  readonly most: number;
  readonly national: RankBand | null;
  readonly inPrefecture: RankBand | null;
}

export const townRows = ({ municipalities }: ScoredResults): readonly TownRow[] =>
  municipalities.map(({ identity, range: { least, most }, rank }, at) => ({
    at,
    name: identity.name,
    prefecture: identity.prefecture ?? '',
    least,
    most,
    national: rank.national,
    inPrefecture: rank.prefecture,
  }));

const orders: Readonly<Record<TownColumn, (one: TownRow, other: TownRow) => number>> = {
  rank: (one, other) => rankOf(one.national) - rankOf(other.national) || other.most - one.most,
  name: (one, other) => one.at - other.at,
  points: (one, other) => other.most - one.most || other.least - one.least,
  prefecture: (one, other) =>
    one.prefecture.localeCompare(other.prefecture, 'ja') || rankOf(one.inPrefecture) - rankOf(other.inPrefecture),
};

const rankOf = (rank: RankBand | null): number => rank?.low ?? Number.MAX_SAFE_INTEGER;

/** The rows whose prefecture and name hold every word sought, in order. Names keep the order of the workbook. */
export const sortedTowns = (rows: readonly TownRow[], column: TownColumn, sought: string): readonly TownRow[] => {
  const words = foldText(sought)
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows
    .filter(({ name, prefecture }) => words.every((word) => foldText(`${prefecture}${name}`).includes(word)))
    .toSorted(orders[column]);
};
