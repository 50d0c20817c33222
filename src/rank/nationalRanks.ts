import type { NationalTable } from '../answers';
import { at } from '../kernel';
import { blockKey, nationalUnder, wholeOf } from '../schemes';
import type { ScoreRange } from '../score';
import { printedRanksHold } from './printedRanks';
import { rankBand, type RankBand } from './rankBand';
import { blockColumn } from './rankNation';
import { countAbove, countPoints } from './ranks';

/** How many municipalities there are, and how many of them the table has. */
interface Population {
  readonly expected: number;
  /** All are there, each once. */
  readonly whole: boolean;
}

/** Ranks by total of a table, from what may be trusted. */
export interface NationalRanks {
  /** The national rank of a row. */
  readonly ofRow: (row: number) => RankBand;
  /** The national rank of a total from `least` to `most` in the place of a row: against all other rows. */
  readonly among: (row: number, least: number, most: number) => RankBand;
  /** True where the printed ranks are national ranks of the printed or counted totals. */
  readonly printedHold: boolean;
}

/**
 * The whole nation there: ranks are counted, as a band where totals are open. `byCriteria` says that every total comes from
 * criteria: then the counted rank stands against a printed one, else the band takes both in. A part of the nation: the printed rank if
 * the ranks agree with the totals, else that of the published distribution, else from the rank among the rows at hand to as
 * many places lower as rows are missing (rules/bad-inputs.md#b051, #b104).
 */
export const nationalRanks = (
  table: NationalTable,
  { least, most }: ScoreRange,
  { expected, whole }: Population,
  byCriteria: boolean,
): NationalRanks => {
  const { totalBlock } = least.compiled;
  const [lows, highs] = [blockColumn(least, totalBlock), blockColumn(most, totalBlock)];
  const printed = table.printedRanks.get(blockKey(wholeOf(null)));
  const printedTotals = table.printedBlocks.get(blockKey(wholeOf(null)));
  const holds = printedRanksHold(
    Array.from(lows, (low, row) =>
      low === highs[row] ? low : printedTotals === undefined ? NaN : at(printedTotals, row),
    ),
    printed,
    expected,
  );
  const national = nationalUnder(table.scheme);
  const missing = whole ? 0 : expected - table.count;
  const everybody = new Int16Array(table.count);
  const [atLeast, atMost] = [countPoints(lows, everybody), countPoints(highs, everybody)];
  const clamp = (rank: number): number => Math.min(Math.max(rank, 1), expected);
  const among = (row: number, from: number, to: number): RankBand => {
    if (!whole && national?.distribution !== undefined && from === to) {
      const band = rankBand(national, from);
      if (band !== null) return band;
    }
    const better = countAbove(atLeast, 0, to) - (at(lows, row) > to ? 1 : 0);
    const notWorse = countAbove(atMost, 0, from) - (at(highs, row) > from ? 1 : 0);
    const low = clamp(better + 1 + Math.min(0, missing));
    return { low, high: Math.max(low, clamp(notWorse + 1 + Math.max(0, missing))), of: expected, basis: 'table' };
  };
  return {
    printedHold: holds,
    among,
    ofRow: (row) => {
      const rank = printed?.[row];
      const isRank = rank !== undefined && Number.isInteger(rank) && rank >= 1 && rank <= expected;
      if (!whole && holds && isRank) return { low: rank, high: rank, of: expected, basis: 'table' };
      const band = among(row, at(lows, row), at(highs, row));
      if (!whole || !isRank || byCriteria) return band;
      return { ...band, low: Math.min(band.low, rank), high: Math.max(band.high, rank) };
    },
  };
};
