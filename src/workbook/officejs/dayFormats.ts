import type { Rectangle } from '..';
import type { ReadBlock } from './blocks';
import { isSerial } from './cells';

/**
 * Notes where numbers stand that a format would make days, and says of which cells the formats are worth asking: a format
 * says nothing of a text, a blank or a nought, and its bytes are most of what a cell costs (10 of 12 for a point).
 */
export const dayFormats = () => {
  const columns = new Map<number, RowSet>();
  return {
    note: (
      { area, values }: Pick<ReadBlock, 'area' | 'values'>,
      mayBeDay: (value: number, column: number) => boolean,
    ): void => {
      values.forEach((row, down) => {
        for (let across = 0; across < row.length; across += 1) {
          const value = row[across];
          if (!isSerial(value) || !mayBeDay(value, area.left + across)) continue;
          const rows = columns.get(area.left + across) ?? [];
          columns.set(area.left + across, rows);
          add(rows, area.top + down);
        }
      });
    },
    areas: (): readonly Rectangle[] => [...areasOf(columns)],
  };
};

/** Rows, 32 of them in a number, the lowest in its lowest bit. */
type RowSet = number[];

const add = (rows: RowSet, row: number): void => {
  const place = row >>> 5;
  while (rows.length <= place) rows.push(0);
  rows[place] = (rows[place] ?? 0) | (1 << (row & 31));
};

const addAll = (rows: RowSet, more: RowSet): void => {
  while (rows.length < more.length) rows.push(0);
  for (const [place, bits] of more.entries()) rows[place] = (rows[place] ?? 0) | bits;
};

interface Run {
  readonly first: number;
  last: number;
}

/** The rows in runs; rows between two of them that are no more than `gap` belong to the run. */
const runsOf = (rows: RowSet, gap: number): readonly Run[] => {
  const runs: Run[] = [];
  for (const [place, bits] of rows.entries()) {
    for (let row = place * 32, left = bits; left !== 0; row += 1, left >>>= 1) {
      if ((left & 1) === 0) continue;
      const last = runs.at(-1);
      if (last !== undefined && row - last.last <= gap + 1) last.last = row;
      else runs.push({ first: row, last: row });
    }
  }
  return runs;
};

/**
 * Bytes of `General` in an answer, beside others of its row and alone in it, and of asking for one more area, being answered
 * and cutting the block beside it in two (measured over our host).
 */
const besideOthers = 10;
const alone = 12;
const ofArea = 600;

/** Rows without a number that cost less than another area, so many columns wide. */
const widestGap = (columns: number): number => Math.floor(ofArea / (columns * besideOthers + alone - besideOthers));

/**
 * Each column in runs of its own where that is less, else beside its neighbours, in pieces between rows in which none of them
 * has a number: the ministry's table has such a row before each prefecture.
 */
function* areasOf(columns: ReadonlyMap<number, RowSet>): Generator<Rectangle> {
  let block: { readonly left: number; right: number; readonly rows: RowSet } | undefined;
  for (const [column, rows] of [...columns].sort(([one], [other]) => one - other)) {
    const runs = runsOf(rows, widestGap(1));
    const [top, bottom] = [runs[0]?.first ?? 0, runs.at(-1)?.last ?? 0];
    const asked = runs.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    if (runs.length * ofArea + asked * alone < (bottom - top + 1) * besideOthers) {
      yield* inPieces({ left: column, right: column }, runs);
    } else if (block?.right === column - 1) {
      block.right = column;
      addAll(block.rows, rows);
    } else {
      if (block !== undefined) yield* piecesOf(block);
      block = { left: column, right: column, rows: [...rows] };
    }
  }
  if (block !== undefined) yield* piecesOf(block);
}

const piecesOf = ({ left, right, rows }: { readonly left: number; readonly right: number; readonly rows: RowSet }) =>
  inPieces({ left, right }, runsOf(rows, widestGap(right - left + 1)));

const inPieces = ({ left, right }: { readonly left: number; readonly right: number }, runs: readonly Run[]) =>
  runs.map(({ first, last }): Rectangle => ({ top: first, left, bottom: last, right }));
