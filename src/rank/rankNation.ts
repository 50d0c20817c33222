import { uint16At } from '../kernel';
import type { ScoreTable } from '../score';
import { ranksWithin } from './ranksWithin';
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
