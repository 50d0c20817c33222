import { at, uint16At, type Better } from '../kernel';
import type { ScoreTable } from '../score';
import { countAbove, countPoints, groupsIn, groupsWithin, sumCounts, widthOf, type PointCounts } from './ranks';
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
  const counts = new Map<Scope, readonly PointCounts[]>();
  // Finer scopes first: what holds whole groups of theirs is the sum of these, and nobody is counted again.
  const bySize = scopes.map((scope) => ({ scope, groupCount: groupsIn(scope.groups) }));
  for (const { scope, groupCount } of bySize.sort((one, other) => other.groupCount - one.groupCount)) {
    const parts = partsOf(scope, [...counts.keys()]);
    const finer = parts === undefined ? undefined : counts.get(parts.scope);
    counts.set(
      scope,
      columns.map((column, block) =>
        parts === undefined || finer === undefined
          ? countPoints(column, scope.groups, at(widths, block), groupCount)
          : sumCounts(at(finer, block), parts.groupOf, groupCount),
      ),
    );
  }
  return { scopes, columns, counts: scopes.map((scope) => counts.get(scope) ?? []) };
};

/** A finer scope of which every group lies in one group of a coarser one; `groupOf` says in which. */
interface Parts {
  readonly scope: Scope;
  readonly groupOf: Int16Array;
}

/** The finest of these scopes does not help with few rows of its own; the coarsest that fits takes the fewest sums. */
const partsOf = ({ groups }: Scope, finer: readonly Scope[]): Parts | undefined => {
  for (const scope of finer.toReversed()) {
    const groupOf = groupsWithin(scope.groups, groups);
    if (groupOf !== undefined) return { scope, groupOf };
  }
  return undefined;
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

/** A block and how often it counts in a sum. */
export interface SumTerm {
  readonly block: number;
  readonly times: number;
}

/** The points of a row in a sum of blocks that is no block itself. */
export const sumAt = ({ columns }: Pick<NationRanks, 'columns'>, terms: readonly SumTerm[], row: number): number =>
  terms.reduce((sum, { block, times }) => sum + uint16At(at(columns, block), row) * times, 0);

/** As `rankAt`, by a sum of blocks: everybody is looked at. */
export const rankOfSum = (
  ranks: NationRanks,
  scope: ScopeName,
  terms: readonly SumTerm[],
  row: number,
  points: number,
): number | undefined => {
  const groups = ranks.scopes.find(({ name }) => name === scope)?.groups;
  const own = groups?.[row];
  if (groups === undefined || own === undefined || own < 0) return undefined;
  let rank = 1;
  for (const [other, group] of groups.entries())
    if (group === own && other !== row && sumAt(ranks, terms, other) > points) rank += 1;
  return rank;
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
