import { a1, type CellValue, type Rectangle, type SheetContent } from '../..';
import { FileFault, limits } from '../fault';
import type { OdsValue } from './values';

/** A cell as it stands in its row, with how often it is repeated. */
export interface OdsCell extends OdsValue {
  readonly repeats: number;
  readonly struck: boolean;
  /** What is seen is not the value. */
  readonly unseen: boolean;
  /** How many rows and columns a merged block takes from here; 1 and 1 for a cell that is none. */
  readonly rows: number;
  readonly columns: number;
}

/** What all sheets of a book may hold together (rules/bad-inputs.md#caps); counted before anything is made. */
export interface Budget {
  cells: number;
  slots: number;
}

export interface SheetRows {
  readonly column: (repeats: number, hidden: boolean) => void;
  readonly beginRow: (repeats: number, hidden: boolean) => void;
  readonly cell: (cell: OdsCell) => void;
  readonly endRow: () => void;
  readonly end: () => Pick<
    SheetContent,
    | 'grid'
    | 'merges'
    | 'hiddenRows'
    | 'hiddenColumns'
    | 'uncalculated'
    | 'struckThrough'
    | 'coveredValues'
    | 'unseenValues'
  >;
}

/** A run of rows or columns, 0-based. */
interface Run {
  readonly first: number;
  readonly count: number;
}

const noCells: readonly CellValue[] = [];

/**
 * Puts rows and cells in their places as they come. What holds nothing is counted and never made, however often it is
 * repeated; a row that holds something stands in the grid as often as it says, each time the same array. Throws
 * {@link FileFault} when the budget is spent, and for cells outside the sheet.
 */
export const sheetRows = (sheet: string, budget: Budget): SheetRows => {
  const grid: (readonly CellValue[])[] = [];
  const merges: Rectangle[] = [];
  const [hiddenRows, hiddenColumns]: [Run[], Run[]] = [[], []];
  const [uncalculated, struckThrough, coveredValues]: [string[], string[], string[]] = [[], [], []];
  const unseenValues: string[] = [];
  /** By column, the row below the merged blocks that reach down from above; and the lowest of these rows. */
  const freeFrom = new Int32Array(limits.columns);
  let lowest = 0;
  let [width, nextRow, columnsSeen, rowRepeats] = [0, 0, 0, 0];
  /** The cells of the row at hand that say something or begin a block, and where they stand. */
  let cells: { readonly first: number; readonly cell: OdsCell }[] = [];
  let [nextColumn, filled] = [0, false];

  const spend = (found: number, slots: number): void => {
    budget.cells -= found;
    budget.slots -= slots;
    if (budget.cells >= 0 && budget.slots >= 0) return;
    throw new FileFault('sheet-too-large', sheet, { sheet, found: `${nextRow + rowRepeats} × ${width}` });
  };

  const checkBounds = (rows: number, columns: number): void => {
    width = Math.max(width, Math.min(columns, limits.columns));
    if (rows <= limits.rows && columns <= limits.columns) return;
    const found = `R${Math.min(rows, limits.rows + 1)}C${Math.min(columns, limits.columns + 1)}`;
    throw new FileFault('sheet-out-of-bounds', sheet, { sheet, found });
  };

  /** Begins the merged blocks of a cell; a place that lies under another block begins none. */
  const merge = ({ repeats, rows, columns }: OdsCell, first: number, top: number, times: number): void => {
    const end = Math.min(first + repeats, limits.columns);
    for (let left = first; left < end && top < limits.rows; left += columns) {
      if ((freeFrom[left] ?? 0) > top) continue;
      spend(times, 0);
      const right = Math.min(left + columns, limits.columns) - 1;
      for (let row = top; row < top + times; row += 1) {
        merges.push({ top: row, left, bottom: Math.min(row + rows, limits.rows) - 1, right });
      }
      if (rows === 1) continue;
      const below = Math.min(top + rows, limits.rows);
      lowest = Math.max(lowest, below);
      freeFrom.fill(below, left, right + 1);
    }
  };

  /** The cells of the row at `top`, and of the same row `times − 1` times more. */
  const place = (top: number, times: number): void => {
    const row: CellValue[] = [];
    const bottom = top + times;
    let coveredTo = 0;
    for (const { first, cell } of cells) {
      const next = first + cell.repeats;
      const covers = begins(cell);
      if (says(cell)) {
        checkBounds(bottom, next);
        spend(cell.repeats * times, 0);
        const list = cell.uncalculated
          ? uncalculated
          : cell.unseen
            ? unseenValues
            : cell.struck
              ? struckThrough
              : undefined;
        for (let column = first, alone = coveredTo; column < next; column += 1) {
          const covered = column < alone || (freeFrom[column] ?? 0) > top;
          if (covers && !covered) alone = column + cell.columns;
          if (!covered) {
            while (row.length < column) row.push(null);
            row.push(cell.value);
          }
          const told = covered ? coveredValues : list;
          if (told !== undefined) for (let at = top; at < bottom; at += 1) told.push(a1(at, column));
        }
      }
      if (!covers) continue;
      spend(1, 0);
      if (first >= coveredTo) merge(cell, first, top, times);
      coveredTo = Math.max(coveredTo, first + Math.ceil(cell.repeats / cell.columns) * cell.columns);
    }
    if (row.length === 0) return;
    spend(0, bottom - grid.length + row.length * times);
    while (grid.length < top) grid.push(noCells);
    while (grid.length < bottom) grid.push(row);
  };

  return {
    column: (repeats, hidden) => {
      if (hidden && columnsSeen < limits.columns) hiddenColumns.push({ first: columnsSeen, count: repeats });
      columnsSeen += repeats;
    },
    beginRow: (repeats, hidden) => {
      rowRepeats = repeats;
      cells = [];
      [nextColumn, filled] = [0, false];
      if (hidden && nextRow < limits.rows) hiddenRows.push({ first: nextRow, count: repeats });
    },
    cell: (cell) => {
      if (says(cell)) filled = true;
      if (says(cell) || begins(cell)) cells.push({ first: nextColumn, cell });
      nextColumn += cell.repeats;
    },
    endRow: () => {
      const reachesDown = lowest > nextRow || cells.some(({ cell }) => cell.rows > 1);
      if (!filled) place(nextRow, 1);
      else if (!reachesDown) place(nextRow, rowRepeats);
      else for (let row = nextRow; row < nextRow + rowRepeats; row += 1) place(row, 1);
      nextRow += rowRepeats;
    },
    end: () => ({
      grid,
      merges,
      hiddenRows: placesOf(hiddenRows, grid.length),
      hiddenColumns: placesOf(hiddenColumns, width),
      uncalculated,
      struckThrough,
      coveredValues,
      ...(unseenValues.length === 0 ? {} : { unseenValues }),
    }),
  };
};

const says = ({ value, uncalculated }: OdsCell): boolean => value !== null || uncalculated;

const begins = ({ rows, columns }: OdsCell): boolean => rows > 1 || columns > 1;

/** The rows or columns of the runs, as far as anything stands in the sheet. */
const placesOf = (runs: readonly Run[], end: number): ReadonlySet<number> => {
  const places = new Set<number>();
  for (const { first, count } of runs) {
    for (let place = first; place < Math.min(first + count, end); place += 1) places.add(place);
  }
  return places;
};
