import type { Rectangle } from '..';
import type { ReadBlock } from './blocks';
import { isSerial } from './cells';

/**
 * Notes where numbers stand that a format would make days, and says of which cells the formats are worth asking: a format
 * says nothing of a text, a blank or a nought, and its bytes are most of what a cell costs (10 of 12 for a point).
 */
export const dayFormats = () => {
  /** By column: the runs of rows to ask for, and how many rows they have. */
  const columns = new Map<number, Runs>();
  return {
    /** Blocks of a column come from top to bottom. */
    note: ({ area, values }: ReadBlock, mayBeDay: (value: number, column: number) => boolean): void => {
      values.forEach((row, down) => {
        for (let across = 0; across < row.length; across += 1) {
          const value = row[across];
          if (!isSerial(value) || !mayBeDay(value, area.left + across)) continue;
          const runs = columns.get(area.left + across);
          if (runs === undefined) columns.set(area.left + across, newRuns(area.top + down));
          else lengthen(runs, area.top + down);
        }
      });
    },
    areas: (): readonly Rectangle[] => [...areasOf(columns)],
  };
};

interface Runs {
  readonly runs: { readonly first: number; last: number }[];
  rows: number;
}

const newRuns = (row: number): Runs => ({ runs: [{ first: row, last: row }], rows: 1 });

const lengthen = (column: Runs, row: number): void => {
  const last = column.runs.at(-1);
  if (last !== undefined && row - last.last <= widestGap) {
    column.rows += row - last.last;
    last.last = row;
  } else {
    column.runs.push({ first: row, last: row });
    column.rows += 1;
  }
};

/**
 * Bytes of `General` in an answer, beside others of its row and alone in it, and of asking for one more area, being answered
 * and cutting the block beside it in two (measured over our host).
 */
const besideOthers = 10;
const alone = 12;
const ofArea = 600;
/** A gap between two rows that costs less than another area. */
const widestGap = Math.floor(ofArea / alone);

/** Each column in runs of its own where that is less, else beside its neighbours from the first row of any to the last. */
function* areasOf(columns: ReadonlyMap<number, Runs>): Generator<Rectangle> {
  let block: Rectangle | undefined;
  for (const [column, { runs, rows }] of [...columns].sort(([one], [other]) => one - other)) {
    const [top, bottom] = [runs[0]?.first ?? 0, runs.at(-1)?.last ?? 0];
    if (runs.length * ofArea + rows * alone < (bottom - top + 1) * besideOthers) {
      for (const { first, last } of runs) yield { top: first, left: column, bottom: last, right: column };
    } else if (block?.right === column - 1) {
      block = {
        top: Math.min(block.top, top),
        left: block.left,
        bottom: Math.max(block.bottom, bottom),
        right: column,
      };
    } else {
      if (block !== undefined) yield block;
      block = { top, left: column, bottom, right: column };
    }
  }
  if (block !== undefined) yield block;
}
