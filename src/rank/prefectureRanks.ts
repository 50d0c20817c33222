import { registeredIn, type NationalTable } from '../answers';
import { at, int16At, uint16At } from '../kernel';
import type { ScoreRange } from '../score';
import type { RankBand } from './rankBand';
import { blockColumn } from './rankNation';
import { countAbove, countPoints } from './ranks';

/**
 * The rank of a row among the municipalities of its prefecture, for its own points or others in its place; lower by as many
 * places as the table lacks of them, and higher by as many as it has too many: some of these are nobody. Null where the table
 * names no prefecture.
 */
export type PrefectureRanks = (row: number, own?: { readonly least: number; readonly most: number }) => RankBand | null;

/** Counts the totals of every prefecture once; each rank is one look then. */
export const prefectureRanks = (
  { municipalities }: NationalTable,
  { least, most }: ScoreRange,
  rows: ReadonlyMap<string, readonly number[]>,
): PrefectureRanks => {
  const members = [...rows.values()];
  const groups = new Int16Array(municipalities.length).fill(-1);
  for (const [group, its] of members.entries()) for (const row of its) groups[row] = group;
  const { totalBlock } = least.compiled;
  const [lows, highs] = [blockColumn(least, totalBlock), blockColumn(most, totalBlock)];
  const [atLeast, atMost] = [countPoints(lows, groups), countPoints(highs, groups)];
  return (row, own) => {
    const prefecture = municipalities[row]?.prefecture;
    if (prefecture === undefined) return null;
    const group = int16At(groups, row);
    const [low, high] = [uint16At(lows, row), uint16At(highs, row)];
    const { least: from, most: to } = own ?? { least: low, most: high };
    const here = at(members, group).length;
    // A name that is no prefecture has no count but its own.
    const of = registeredIn(prefecture) || here;
    const better = countAbove(atLeast, group, to) - (low > to ? 1 : 0);
    const notWorse = countAbove(atMost, group, from) - (high > from ? 1 : 0);
    const [lacking, strange] = [Math.max(0, of - here), Math.max(0, here - of)];
    return {
      low: Math.max(1, better + 1 - strange),
      high: Math.min(of, notWorse + 1 + lacking),
      of,
      basis: 'table',
    };
  };
};
