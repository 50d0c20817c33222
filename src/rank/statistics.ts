import { at, float64At, uint16At } from '../kernel';
import { groups, timesCounted, type Block, type Group } from '../schemes';
import type { ScoreTable } from '../score';
import { blockColumn } from './rankNation';

/** Figures of a group of municipalities, unrounded; `halfUp` and `printedPercent` print them. */
export interface Statistics {
  readonly count: number;
  readonly sum: number;
  readonly mean: number;
  readonly median: number;
  /** Population SD (÷ n), as published (rules/grants.md#statistics). */
  readonly sdPopulation: number;
  /** Medians of the lower and the upper half, the middle value in neither (as the published Q1 347.5 of 岩手, n = 33). */
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly min: number;
  readonly max: number;
}

/** Statistics of at least one value; throws on none. Whole numbers are summed exactly, whatever their order. */
export const statisticsOf = (values: ArrayLike<number>): Statistics => {
  const count = values.length;
  if (count === 0) throw new RangeError('statisticsOf: no values');
  const sorted = Float64Array.from(values).sort();
  const half = count >> 1;
  let sum = 0;
  let squares = 0;
  let whole = true;
  for (let place = 0; place < count; place += 1) {
    const value = float64At(sorted, place);
    sum += value;
    squares += value * value;
    whole &&= Number.isSafeInteger(value);
  }
  whole &&= Number.isSafeInteger(count * squares);
  const mean = sum / count;
  return {
    count,
    sum,
    mean,
    median: medianOf(sorted),
    sdPopulation: whole ? Math.sqrt(count * squares - sum * sum) / count : spreadAround(sorted, mean),
    lowerQuartile: half === 0 ? medianOf(sorted) : medianOf(sorted.subarray(0, half)),
    upperQuartile: half === 0 ? medianOf(sorted) : medianOf(sorted.subarray(count - half)),
    min: at(sorted, 0),
    max: at(sorted, count - 1),
  };
};

const medianOf = (sorted: Float64Array): number => {
  const middle = sorted.length >> 1;
  const upper = at(sorted, middle);
  return sorted.length % 2 === 1 ? upper : (at(sorted, middle - 1) + upper) / 2;
};

const spreadAround = (sorted: Float64Array, mean: number): number => {
  let squares = 0;
  for (const value of sorted) squares += (value - mean) ** 2;
  return Math.sqrt(squares / sorted.length);
};

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
      const column = blockColumn(table, place);
      for (let row = 0; row < sums.length; row += 1) sums[row] = uint16At(sums, row) + uint16At(column, row) * times;
    }
    return { ...statisticsOf(chosen(sums, rows)), group };
  });
};

const chosen = (column: Uint16Array, rows: readonly number[] | undefined): Uint16Array =>
  rows === undefined ? column : Uint16Array.from(rows, (row) => uint16At(column, row));
