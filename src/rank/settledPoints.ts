import { answerState, type NationalTable } from '../answers';
import { at, type Steps } from '../kernel';
import { pointsOf, pointsPlace, scoreTable, type OwnTotalSource, type ScoreRange, type ScoreTable } from '../score';
import { printedHold, printedSums, type PrintedSums } from './printedSums';

/** The points of all municipalities, each from the least to the most it can be, and where criteria and sums contradict. */
export interface SettledPoints extends ScoreRange {
  /** What the criteria alone come to. */
  readonly criteria: ScoreRange;
  /** Rows whose printed sums contradict each other or the criteria, and nothing says which is right. */
  readonly contradicting: readonly number[];
  /** Rows that are settled only because the printed sums say what the criteria leave open. */
  readonly byPrint: readonly number[];
}

/**
 * Settles points by all a table says: the criteria, and the sums it prints. Where criteria are open the printed sums decide,
 * if they agree among themselves. Where a printed sum contradicts the criteria, the criteria stand as long as the other
 * sums confirm them (a total that was mistyped over right grants); else the points range over both.
 */
export function* settlingPoints(table: NationalTable, source: OwnTotalSource): Steps<SettledPoints> {
  const least = scoreTable(table.scheme, table.states, table.count, 'as-unmet', source);
  const open = table.states.some((state) => state !== answerState.met && state !== answerState.unmet);
  const criteria = {
    least,
    most: open ? scoreTable(table.scheme, table.states, table.count, 'as-met', source) : least,
  };
  yield;
  const printed = printedSums(table, least.compiled);
  let known: boolean | undefined;
  const trusted = (): boolean => (known ??= printedHold(table, printed, criteria));
  const low = Uint16Array.from(least.points);
  const high = Uint16Array.from(criteria.most.points);
  const contradicting: number[] = [];
  const byPrint: number[] = [];
  for (let row = 0; row < table.count; row += 1) {
    if (row % rowsAtOnce === 0) yield;
    if (isConfirmed(criteria, printed, row)) continue;
    const range = rangeOf(criteria, printed, row);
    const outcome = settleRow(range, printed, trusted);
    if (outcome === 'contradicting') contradicting.push(row);
    if (outcome === 'by-print') byPrint.push(row);
    if (outcome === 'criteria') continue;
    for (const [block, points] of range.low.entries()) low[pointsPlace(least, row, block)] = points;
    for (const [block, points] of range.high.entries()) high[pointsPlace(least, row, block)] = points;
  }
  const settled = contradicting.length + byPrint.length === 0;
  const tableOf = (scores: ScoreTable, points: Uint16Array): ScoreTable => (settled ? scores : { ...scores, points });
  return {
    least: tableOf(least, low),
    most: tableOf(criteria.most, high),
    criteria,
    contradicting,
    byPrint,
  };
}

const rowsAtOnce = 256;

/** Nothing is open in the row and nothing printed differs: nearly every row of nearly every table. */
const isConfirmed = ({ least, most }: ScoreRange, printed: PrintedSums, row: number): boolean => {
  for (let block = 0; block < least.compiled.blocks.length; block += 1) {
    const points = pointsOf(least, row, block);
    const figure = printed.at(row, block);
    if (points !== pointsOf(most, row, block) || !(figure === points || Number.isNaN(figure))) return false;
  }
  return true;
};

/** The points of one row, block by block, and what is printed of them. */
interface RowRange {
  readonly low: number[];
  readonly high: number[];
  readonly printed: readonly number[];
}

const rangeOf = ({ least, most }: ScoreRange, printed: PrintedSums, row: number): RowRange => {
  const blocks = least.compiled.blocks.map((_, block) => block);
  return {
    low: blocks.map((block) => pointsOf(least, row, block)),
    high: blocks.map((block) => pointsOf(most, row, block)),
    printed: blocks.map((block) => printed.at(row, block)),
  };
};

type RowOutcome = 'criteria' | 'by-print' | 'contradicting';

const settleRow = (range: RowRange, sums: PrintedSums, trusted: () => boolean): RowOutcome => {
  const { low, high, printed } = range;
  const given = printed.flatMap((points, block) => (Number.isNaN(points) ? [] : [{ points, block }]));
  const exact = low.every((points, block) => points === high[block]);
  if (given.length === 0) return 'criteria';
  if (!exact && trusted()) {
    const narrowed = { low: [...low], high: [...high], printed };
    if (narrow(narrowed, sums)) {
      low.splice(0, low.length, ...narrowed.low);
      high.splice(0, high.length, ...narrowed.high);
      return 'by-print';
    }
  }
  const confirmed = confirmedBlocks(range, sums);
  if (given.every(({ points, block }) => confirmed[block] === true || (!exact && inside(range, block, points)))) {
    return 'criteria';
  }
  widen(range, sums, confirmed);
  return 'contradicting';
};

/**
 * Blocks whose points from the criteria are printed so, or follow from others that are: the whole from all its parts, a part
 * from the whole and all other parts.
 */
const confirmedBlocks = ({ low, high, printed }: RowRange, { sums }: PrintedSums): readonly boolean[] => {
  const fits = printed.map((points, block) => points === low[block] && points === high[block]);
  const confirmed = [...fits];
  for (const { whole, parts } of sums) {
    if (parts.every((part) => confirmed[part] === true)) confirmed[whole] = true;
  }
  for (const { whole, parts } of sums) {
    const open = parts.filter((part) => confirmed[part] !== true);
    if (fits[whole] === true && open.length === 1) for (const part of open) confirmed[part] = true;
  }
  return confirmed;
};

const inside = ({ low, high }: RowRange, block: number, points: number): boolean =>
  at(low, block) <= points && points <= at(high, block);

/** Brings the printed sums into a row and carries them up and down; false where that is impossible. */
const narrow = (range: RowRange, { sums }: PrintedSums): boolean => {
  const { low, high, printed } = range;
  const limit = (block: number, from: number, to: number): void => {
    low[block] = Math.max(at(low, block), from);
    high[block] = Math.min(at(high, block), to);
  };
  for (const [block, points] of printed.entries()) if (!Number.isNaN(points)) limit(block, points, points);
  // There are four levels of sums: after six rounds nothing moves.
  for (let pass = 0; pass < 6; pass += 1) {
    for (const { whole, parts } of sums) {
      const least = parts.reduce((sum, part) => sum + at(low, part), 0);
      const most = parts.reduce((sum, part) => sum + at(high, part), 0);
      limit(whole, least, most);
      for (const part of parts) {
        limit(part, at(low, whole) - (most - at(high, part)), at(high, whole) - (least - at(low, part)));
      }
    }
  }
  return low.every((points, block) => points <= at(high, block));
};

/** Takes in both what the criteria and what the printed sums come to; parts nobody confirms may bear the difference. */
const widen = ({ low, high, printed }: RowRange, { sums }: PrintedSums, confirmed: readonly boolean[]): void => {
  const stretch = (block: number, from: number, to: number): void => {
    if (confirmed[block] === true) return;
    low[block] = Math.max(0, Math.min(at(low, block), from));
    high[block] = Math.max(at(high, block), to);
  };
  const sumOf = (points: readonly number[], parts: readonly number[]): number =>
    parts.reduce((sum, part) => sum + at(points, part), 0);
  for (const [block, points] of printed.entries()) if (!Number.isNaN(points)) stretch(block, points, points);
  for (const { whole, parts } of sums) stretch(whole, sumOf(low, parts), sumOf(high, parts));
  for (const { whole, parts } of sums.toReversed()) {
    const missing = Math.max(0, at(high, whole) - sumOf(high, parts));
    const spare = Math.max(0, sumOf(low, parts) - at(low, whole));
    for (const part of parts) stretch(part, at(low, part) - spare, at(high, part) + missing);
  }
};
