import type { YenRange } from '../../allocation';
import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import { foldText, sumYen } from '../../kernel';
import type { RankBand } from '../../rank';
import { criterionIndexOf } from '../../schemes';
import type { TownColumn } from '../state/paneState';
import { townView } from './townView';

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
  /** Doubts about its cells that a person has to decide. */
  readonly checks: number;
  /** The least its amounts come to, to sort by; null where nothing tells the money. */
  readonly amount: bigint | null;
  /** The amounts with their range; worked out when it is asked for, as open answers make it dear. */
  readonly yen: () => YenRange | null;
}

export const townRows = (results: ScoredResults): readonly TownRow[] => {
  const checks = checksByTown(results);
  return results.municipalities.map((town, at) => {
    const { identity, range, rank, grants } = town;
    return {
      at,
      name: identity.name,
      prefecture: identity.prefecture ?? '',
      least: range.least,
      most: range.most,
      national: rank.national,
      inPrefecture: rank.prefecture,
      checks: checks.get(at) ?? 0,
      amount: grants && sumOf(grants, 'low'),
      yen: onceAsked(() => yenOf(results, town)),
    };
  });
};

type Grants = NonNullable<MunicipalityResult['grants']>;

const sumOf = ({ promotion, support, outcomeOriented }: Grants, end: 'low' | 'high') =>
  sumYen([promotion[end], support[end], outcomeOriented?.[end]]);

/** Of open answers an estimate reaches further than that of the fewest points. */
const yenOf = (results: ScoredResults, town: MunicipalityResult): YenRange | null => {
  const { grants, provisional } = town;
  if (grants === null) return null;
  return provisional
    ? (townView(results, town).money ?? null)
    : { low: sumOf(grants, 'low'), high: sumOf(grants, 'high') };
};

const onceAsked = <T>(work: () => T): (() => T) => {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: work() }).value;
};

/** By the place of the municipality; in a national table a row is a municipality, elsewhere each cell has its own. */
const checksByTown = ({ subject, municipalities, problems, scheme }: ScoredResults): ReadonlyMap<number, number> => {
  const isTable = subject === 'nation';
  const keyOf = (sheet: string, cell: string): string => `${sheet}!${isTable ? (/\d+/.exec(cell)?.[0] ?? '') : cell}`;
  const { all } = criterionIndexOf(scheme);
  const asked = isTable ? all.slice(0, 1) : all;
  const towns = new Map<string, number>();
  for (const [at, { cellOf }] of municipalities.entries())
    for (const { index } of asked) {
      const place = cellOf(index);
      if (place !== undefined) towns.set(keyOf(place.sheet, place.cell), at);
    }
  const counts = new Map<number, number>();
  for (const { severity, sheet = '', cell = '', asked: question } of problems) {
    if (severity === 'info') continue;
    // A mark may stand in cells of several municipalities, and is a doubt of each.
    const cells = [{ sheet, cell }, ...(question?.by === 'met-unmet' ? question.cells : [])];
    const concerned = new Set(cells.flatMap((one) => towns.get(keyOf(one.sheet, one.cell)) ?? []));
    for (const at of concerned) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return counts;
};

const orders: Readonly<Record<TownColumn, (one: TownRow, other: TownRow) => number>> = {
  rank: (one, other) => rankOf(one.national) - rankOf(other.national) || other.most - one.most,
  name: (one, other) => one.at - other.at,
  points: (one, other) => other.most - one.most || other.least - one.least,
  checks: (one, other) => other.checks - one.checks || rankOf(one.national) - rankOf(other.national),
  yen: (one, other) => descending(one.amount, other.amount),
  prefecture: (one, other) =>
    one.prefecture.localeCompare(other.prefecture, 'ja') || rankOf(one.inPrefecture) - rankOf(other.inPrefecture),
};

const descending = (one: bigint | null, other: bigint | null): number =>
  one === other ? 0 : one === null ? 1 : other === null ? -1 : one > other ? -1 : 1;

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
