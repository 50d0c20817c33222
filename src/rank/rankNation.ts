import { uint16At } from '../kernel';
import type { ScoreTable } from '../score';
import { ranksWithin, type Better } from './ranks';
import type { Scope, ScopeName } from './scopes';

/** Ranks of every municipality in every block and scope. */
export interface NationRanks {
  readonly scopes: readonly Scope[];
  /** Per scope, per block (order of the compiled scheme): one rank per row, 0 = not ranked there. */
  readonly ranks: readonly (readonly Uint16Array[])[];
}

/** Ranks a score table by total, grant, goal and group in every scope at once. */
export const rankNation = (table: ScoreTable, scopes: readonly Scope[]): NationRanks => {
  const columns = table.compiled.blocks.map((_, block) => blockColumn(table, block));
  return { scopes, ranks: scopes.map(({ groups }) => columns.map((column) => ranksWithin(column, groups))) };
};

/** The points of all municipalities in one block, in row order. */
export const blockColumn = ({ compiled, points, count }: ScoreTable, block: number): Uint16Array => {
  const blocks = compiled.blocks.length;
  const column = new Uint16Array(count);
  for (let row = 0, place = block; row < count; row += 1, place += blocks) column[row] = uint16At(points, place);
  return column;
};

/** One rank; undefined when the scope is not there or the row is not ranked in it. */
export const rankAt = ({ scopes, ranks }: NationRanks, scope: ScopeName, block: number, row: number) => {
  const place = scopes.findIndex(({ name }) => name === scope);
  const rank = ranks[place]?.[block]?.[row];
  return rank === 0 ? undefined : rank;
};

/**
 * Standard competition ranks (1, 2, 2, 4) of any numbers or yen amounts, by sorting; `null` (not published) gets rank 0.
 * For the points of a whole nation use `ranksWithin`, which only counts.
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
