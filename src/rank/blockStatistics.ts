import { uint16At } from '../kernel';
import { groups, timesCounted, type Block, type Group } from '../schemes';
import type { ScoreTable } from '../score';
import { blockColumn } from './rankNation';
import { statisticsOf, type Statistics } from './statistics';

/** Statistics of one block over a group of municipalities; `rate` = unrounded mean ÷ maximum. */
export interface BlockStatistics extends Statistics {
  readonly block: Block;
  readonly rate: number;
}

/** A group over both grants, goal Ⅳ counted in each (体制 380, 活動 220, 成果 200). */
export interface GroupTotal extends Statistics {
  readonly group: Group;
}

/** Statistics of every block over all rows, or over the rows of a peer group; throws when there is no row. */
export const blockStatistics = (table: ScoreTable, rows?: readonly number[]): readonly BlockStatistics[] =>
  table.compiled.blocks.map((block, place) => {
    const statistics = statisticsOf(chosen(blockColumn(table, place), rows));
    return { ...statistics, block, rate: statistics.mean / block.maxPoints };
  });

/** Statistics of the three groups over both grants; medians come from the municipalities' sums, they do not add. */
export const groupTotals = (table: ScoreTable, rows?: readonly number[]): readonly GroupTotal[] => {
  const { blocks } = table.compiled;
  return groups.map((group) => {
    const sums = new Uint16Array(table.count);
    for (const [place, block] of blocks.entries()) {
      if (block.group !== group) continue;
      const times = timesCounted(block);
      for (const [row, points] of blockColumn(table, place).entries()) sums[row] = uint16At(sums, row) + points * times;
    }
    return { ...statisticsOf(chosen(sums, rows)), group };
  });
};

const chosen = (column: Uint16Array, rows: readonly number[] | undefined): Uint16Array =>
  rows === undefined ? column : Uint16Array.from(rows, (row) => uint16At(column, row));
