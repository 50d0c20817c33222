import { at } from '../kernel';
import { proven, type Grant } from '../schemes';
import type { Nation } from './nation';
import data from './peers.json';
import type { RankBand } from './rankBand';
import { blockColumn } from './rankNation';
import type { ScopeName } from './scopes';
import { rankAmong } from './standing';
import { statisticsOf } from './statistics';

/** Municipalities alike in 規模区分 or 過疎 or both; null = either. Points are totals of both grants. */
export interface PeerGroup {
  readonly sizeClass: number | null;
  readonly depopulated: boolean | null;
  readonly municipalities: number;
  readonly mean: number;
  /** Null where it was not published. */
  readonly median: number | null;
}

/** A group with the own place in it; null where only a table of everybody would tell. */
export interface PlaceAmongPeers extends PeerGroup {
  readonly rank: number | null;
}

/** What was published of the municipalities of a prefecture; the points of all of them, ascending, of one (福島県, R8). */
interface PrefectureFigures {
  readonly prefecture: string;
  readonly mean: number;
  readonly totals?: readonly number[];
  readonly promotion?: readonly number[];
  readonly support?: readonly number[];
}

/** How much goal Ⅳ changed from last year to this one within a size class: population SD, in points of one grant. */
export interface OutcomeChange {
  readonly sizeClass: number;
  readonly municipalities: number;
  readonly sd: number;
}

/** peers.json: where its figures come from stands in it. */
interface PeersFile {
  readonly schema: 'incentive-peers/1';
  readonly source: string;
  readonly years: readonly {
    readonly fiscalYear: string;
    readonly groups: readonly PeerGroup[];
    readonly prefectures: readonly PrefectureFigures[];
    readonly outcomeChange: readonly OutcomeChange[];
  }[];
}

const { years, source } = proven<PeersFile>(data, 'incentive-peers/1');

/** Who worked out what is known of peers and prefectures, for the notes of figures. */
export const peersSource = source;

/** The published groups of a size class of a year; none where it is not known. */
export const publishedPeers = (year: string, sizeClass: number | undefined): readonly PlaceAmongPeers[] =>
  (yearNamed(year)?.groups ?? [])
    .filter((group) => group.sizeClass === sizeClass)
    .map((group) => ({ ...group, rank: null }));

/** The groups of a row of a national table of everybody, with `total` in its place. */
export const peersInTable = (nation: Nation, row: number, total: number): readonly PlaceAmongPeers[] => {
  const { ranks, scores, table } = nation;
  // A copy: the table is kept.
  const values = blockColumn(scores, scores.compiled.totalBlock).slice();
  values[row] = total;
  return peerScopes.flatMap(([name, byDepopulation]) => {
    const scope = ranks.scopes.find((one) => one.name === name);
    const rank = scope && rankAmong(values, scope, row);
    if (scope === undefined || rank === undefined) return [];
    const members = values.filter((_, other) => scope.groups[other] === scope.groups[row]);
    const { count, mean, median } = statisticsOf(members);
    return [
      {
        sizeClass: at(table.sizeClass, row),
        depopulated: byDepopulation ? at(table.depopulated, row) === 1 : null,
        municipalities: count,
        mean,
        median,
        rank,
      },
    ];
  });
};

const peerScopes: readonly (readonly [ScopeName, byDepopulation: boolean])[] = [
  ['size-class', false],
  ['size-class-and-depopulation', true],
];

/** The mean total of a prefecture's municipalities; undefined where it was not published. */
export const prefectureMean = (year: string, prefecture: string | undefined): number | undefined =>
  prefectureNamed(year, prefecture)?.mean;

/** The place of points in a prefecture whose points were all published; null of any other. */
export const prefectureRankBand = (
  year: string,
  prefecture: string | undefined,
  of: 'totals' | Grant,
  { least, most }: { readonly least: number; readonly most: number },
): RankBand | null => {
  const all = prefectureNamed(year, prefecture)?.[of];
  if (all === undefined) return null;
  // Below everybody is last place: the municipality itself is one of those counted.
  const rankOf = (points: number): number => Math.min(all.filter((other) => other > points).length + 1, all.length);
  return { low: rankOf(most), high: rankOf(least), of: all.length, basis: 'distribution' };
};

/** How goal Ⅳ changed until a year, by size class; the last known change where the year has none. */
export const outcomeChanges = (year: string): readonly OutcomeChange[] => {
  const own = yearNamed(year)?.outcomeChange ?? [];
  return own.length > 0 ? own : (years.findLast(({ outcomeChange }) => outcomeChange.length > 0)?.outcomeChange ?? []);
};

const yearNamed = (year: string) => years.find(({ fiscalYear }) => fiscalYear === year);

const prefectureNamed = (year: string, prefecture: string | undefined): PrefectureFigures | undefined =>
  yearNamed(year)?.prefectures.find((one) => one.prefecture === prefecture);
