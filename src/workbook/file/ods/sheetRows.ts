import { a1, type CellValue, type Rectangle, type SheetContent } from '../..';
import { FileFault, limits } from '../fault';
import type { OdsValue } from './values';

/** A cell as it stands in its row, with how often it is repeated. */
export interface OdsCell extends OdsValue {
  readonly repeats: number;
  readonly struck: boolean;
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
    'grid' | 'merges' | 'hiddenRows' | 'hiddenColumns' | 'uncalculated' | 'struckThrough'
  >;
}

/** A run of rows or columns, 0-based. */
interface Run {
  readonly first: number;
  readonly count: number;
}

/** A merged block, which each of the repeats of its cell begins anew. */
interface Merge {
  readonly rows: Run;
  readonly columns: Run;
  readonly height: number;
  readonly width: number;
}

const noCells: readonly CellValue[] = [];

/**
 * Puts rows and cells in their places as they come. What holds nothing is counted and never made, however often it is
 * repeated; a row that holds something stands in the grid as often as it says, each time the same array. Throws
 * {@link FileFault} when the budget is spent, and for cells outside the sheet.
 */
export const sheetRows = (sheet: string, budget: Budget): SheetRows => {
  const grid: (readonly CellValue[])[] = [];
  const merges: Merge[] = [];
  const [hiddenRows, hiddenColumns]: [Run[], Run[]] = [[], []];
  const [uncalculated, struckThrough]: [string[], string[]] = [[], []];
  let [width, nextRow, nextColumn, columnsSeen, rowRepeats] = [0, 0, 0, 0, 0];
  let filled: { readonly first: number; readonly cell: OdsCell }[] = [];

  const spend = (cells: number, slots: number, rows: number): void => {
    budget.cells -= cells;
    budget.slots -= slots;
    if (budget.cells >= 0 && budget.slots >= 0) return;
    throw new FileFault('sheet-too-large', sheet, { sheet, found: `${rows} × ${Math.max(width, nextColumn)}` });
  };

  const checkBounds = (rows: number, columns: number): void => {
    if (rows <= limits.rows && columns <= limits.columns) return;
    const found = `R${Math.min(rows, limits.rows + 1)}C${Math.min(columns, limits.columns + 1)}`;
    throw new FileFault('sheet-out-of-bounds', sheet, { sheet, found });
  };

  const addRows = (): void => {
    const length = filled.reduce((end, { first, cell }) => Math.max(end, first + cell.repeats), 0);
    const until = nextRow + rowRepeats;
    checkBounds(until, length);
    const cells = filled.reduce((sum, { cell }) => sum + cell.repeats, 0);
    spend(cells * rowRepeats, until - grid.length + length * rowRepeats, until);
    const row = new Array<CellValue>(length).fill(null);
    for (const { first, cell } of filled) row.fill(cell.value, first, first + cell.repeats);
    while (grid.length < nextRow) grid.push(noCells);
    while (grid.length < until) grid.push(row);
    width = Math.max(width, length);
    for (const { first, cell } of filled) {
      const list = cell.uncalculated ? uncalculated : cell.struck ? struckThrough : undefined;
      if (list === undefined) continue;
      for (let at = nextRow; at < until; at += 1) {
        for (let column = first; column < first + cell.repeats; column += 1) list.push(a1(at, column));
      }
    }
  };

  return {
    column: (repeats, hidden) => {
      if (hidden && columnsSeen < limits.columns) hiddenColumns.push({ first: columnsSeen, count: repeats });
      columnsSeen += repeats;
    },
    beginRow: (repeats, hidden) => {
      rowRepeats = repeats;
      nextColumn = 0;
      filled = [];
      if (hidden && nextRow < limits.rows) hiddenRows.push({ first: nextRow, count: repeats });
    },
    cell: (cell) => {
      const first = nextColumn;
      nextColumn += cell.repeats;
      if (cell.rows > 1 || cell.columns > 1) {
        const columns = { first, count: cell.repeats };
        merges.push({ rows: { first: nextRow, count: rowRepeats }, columns, height: cell.rows, width: cell.columns });
      }
      if (cell.value !== null || cell.uncalculated) filled.push({ first, cell });
    },
    endRow: () => {
      if (filled.length > 0) addRows();
      nextRow += rowRepeats;
    },
    end: () => {
      const blocks: Rectangle[] = [];
      for (const { rows, columns, height, width: across } of merges) {
        const [bottom, right] = [
          Math.min(rows.first + rows.count, grid.length),
          Math.min(columns.first + columns.count, width),
        ];
        spend(Math.max(0, bottom - rows.first) * Math.max(0, right - columns.first), 0, grid.length);
        for (let top = rows.first; top < bottom; top += 1) {
          for (let left = columns.first; left < right; left += 1) {
            blocks.push({
              top,
              left,
              bottom: Math.min(top + height, limits.rows) - 1,
              right: Math.min(left + across, limits.columns) - 1,
            });
          }
        }
      }
      return {
        grid,
        merges: blocks,
        hiddenRows: placesOf(hiddenRows, grid.length),
        hiddenColumns: placesOf(hiddenColumns, width),
        uncalculated,
        struckThrough,
      };
    },
  };
};

/** The rows or columns of the runs, as far as anything stands in the sheet. */
const placesOf = (runs: readonly Run[], end: number): ReadonlySet<number> => {
  const places = new Set<number>();
  for (const { first, count } of runs) {
    for (let place = first; place < Math.min(first + count, end); place += 1) places.add(place);
  }
  return places;
};
