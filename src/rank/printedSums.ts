import type { NationalTable } from '../answers';
import { at } from '../kernel';
import { blockKey, figuresOf, nationalOf, nationalUnder, wholeOf } from '../schemes';
import { pointsOf, type CompiledScheme, type ScoreRange } from '../score';
import { printedRanksHold } from './printedRanks';
import { municipalitiesIn } from './scopes';

/** A block that is the sum of others: a goal of its groups, a grant of its goals, the total of the grants. */
interface Sum {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** The sums a table prints, by blocks of the scheme. */
export interface PrintedSums {
  /** Sums within sums, small ones first. */
  readonly sums: readonly Sum[];
  /** The printed points; NaN where nothing stands, or a figure that cannot be points of this block. */
  readonly at: (row: number, block: number) => number;
}

/** The printed sums of a table, laid out by the blocks of its scheme. */
export const printedSums = (table: NationalTable, compiled: CompiledScheme): PrintedSums => {
  const { blocks, goalBlocks, promotionBlock, supportBlock, totalBlock } = compiled;
  const groupsOf = (goal: number): readonly number[] =>
    blocks.flatMap((one, block) =>
      one.group !== null && one.goal === blocks[goal]?.goal && one.grant === blocks[goal].grant ? [block] : [],
    );
  const figures = blocks.map(({ key, maxPoints }) =>
    table.printedBlocks
      .get(key)
      ?.map((value) => (Number.isInteger(value) && value >= 0 && value <= maxPoints ? value : NaN)),
  );
  return {
    sums: [
      ...goalBlocks.map(({ block }) => ({ whole: block, parts: groupsOf(block) })),
      { whole: promotionBlock, parts: goalBlocks.flatMap((one) => (one.inPromotion ? [one.block] : [])) },
      { whole: supportBlock, parts: goalBlocks.flatMap((one) => (one.inSupport ? [one.block] : [])) },
      { whole: totalBlock, parts: [promotionBlock, supportBlock] },
    ],
    at: (row, block) => {
      const column = figures[block];
      return column === undefined ? NaN : at(column, row);
    },
  };
};

/** So many of the rows must agree before figures are taken on their own word. */
const mostly = 0.95;
/** Published means are compared to the second decimal; a table of the year has exactly them. */
const meanTolerance = 0.005;

/**
 * True where the printed sums can be taken on their own word: they add up, or the printed ranks are those of the printed
 * totals, or the criteria come to them, or their mean is the published one.
 */
export const printedHold = (table: NationalTable, printed: PrintedSums, criteria: ScoreRange): boolean => {
  const { compiled } = criteria.least;
  const total = compiled.totalBlock;
  const rows = Array.from({ length: table.count }, (_, row) => row);
  const agree = (compared: readonly number[], test: (row: number) => boolean): boolean =>
    compared.length > 0 && compared.filter(test).length >= compared.length * mostly;
  const addUp = printed.sums.some(
    ({ whole, parts }) =>
      whole === total &&
      agree(
        rows.filter((row) => [whole, ...parts].every((block) => !Number.isNaN(printed.at(row, block)))),
        (row) => parts.reduce((sum, part) => sum + printed.at(row, part), 0) === printed.at(row, whole),
      ),
  );
  const exact = rows.filter(
    (row) =>
      !Number.isNaN(printed.at(row, total)) &&
      pointsOf(criteria.least, row, total) === pointsOf(criteria.most, row, total),
  );
  const totals = rows.map((row) => printed.at(row, total));
  return (
    addUp ||
    agree(exact, (row) => printed.at(row, total) === pointsOf(criteria.least, row, total)) ||
    printedRanksHold(
      totals,
      table.printedRanks.get(blockKey(wholeOf(null))),
      municipalitiesIn(nationalOf(table.scheme.fiscalYear)),
    ) ||
    meanIsPublished(table, totals)
  );
};

const meanIsPublished = ({ scheme }: NationalTable, totals: readonly number[]): boolean => {
  const national = nationalUnder(scheme);
  const published = figuresOf(national, wholeOf(null))?.mean;
  return (
    totals.length > 0 &&
    totals.length === national?.municipalities &&
    published !== undefined &&
    Math.abs(totals.reduce((sum, one) => sum + one, 0) / totals.length - published) <= meanTolerance
  );
};
