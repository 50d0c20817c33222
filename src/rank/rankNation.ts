import { at, uint16At, type Better } from '../kernel';
import type { ScoreTable } from '../score';
import { countAbove, countPoints, groupsIn, widthOf, type PointCounts } from './ranks';
import type { Scope, ScopeName } from './scopes';

/** The rank index of a nation: who is ahead of any points, in every block and scope, in one look. */
export interface NationRanks {
  readonly scopes: readonly Scope[];
  /** The points of all rows, per block (order of the compiled scheme). */
  readonly columns: readonly Uint16Array[];
  /** Per scope, per block. */
  readonly counts: readonly (readonly PointCounts[])[];
}

/** Ranks a score table by total, grant, goal and group in every scope at once. */
export const rankNation = (table: ScoreTable, scopes: readonly Scope[]): NationRanks => {
  const columns = table.compiled.blocks.map((_, block) => blockColumn(table, block));
  const widths = columns.map(widthOf);
  return {
    scopes,
    columns,
    counts: scopes.map(({ groups }) => {
      const groupCount = groupsIn(groups);
      return columns.map((column, block) => countPoints(column, groups, at(widths, block), groupCount));
    }),
  };
};

/** The points of all municipalities in one block, in row order: a look into the table, not to be changed. */
export const blockColumn = ({ points, count }: ScoreTable, block: number): Uint16Array =>
  points.subarray(block * count, (block + 1) * count);

/**
 * The rank of a row, by its own points or by others in their place, among all other members of its group; undefined when the
 * scope is not there or the row is not ranked in it.
 */
export const rankAt = (
  { scopes, columns, counts }: NationRanks,
  scope: ScopeName,
  block: number,
  row: number,
  points?: number,
): number | undefined => {
  const place = scopes.findIndex(({ name }) => name === scope);
  const group = scopes[place]?.groups[row];
  const known = counts[place]?.[block];
  if (known === undefined || group === undefined || group < 0) return undefined;
  const own = uint16At(at(columns, block), row);
  const wanted = points ?? own;
  return countAbove(known, group, wanted) - (own > wanted ? 1 : 0) + 1;
};

/**
 * Standard competition ranks (1, 2, 2, 4) of any numbers or yen amounts, by sorting; `null` (not published) gets rank 0.
 * For the points of a whole nation use `rankNation`, which only counts.
 */
export const ranksOf = (values: readonly (number | bigint | null)[], better: Better = 'higher'): Uint32Array => {
  const rows = values.flatMap((value, row) => (value === null ? [] : [{ value, row }]));
  const sign = better === 'higher' ? -1 : 1;
  rows.sort((one, other) => (one.value < other.value ? -sign : one.value > other.value ? sign : 0));
  const ranks = new Uint32Array(values.length);
  let rank = 0;
  for (const [place, { value, row }] of rows.entries()) {
    if (place === 0 || value !== rows[place - 1]?.value) rank = place + 1;
    ranks[row] = rank;
  }
  return ranks;
};
