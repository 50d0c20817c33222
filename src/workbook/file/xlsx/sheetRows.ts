import { a1, type CellValue } from '../..';
import { FileFault } from '../fault';

/** What the cells of all sheets together may still cost. */
export interface Budget {
  cells: number;
  slots: number;
}

/**
 * The rows of one sheet as they grow. Each takes the room up to its last value and no more, so a stray cell or an area that
 * is only formatted costs nothing. Rows and cells in ascending order, as all programs write them, cannot stand twice; where
 * the order is broken, a `careful` second reading remembers every cell told. Changed in place, like the cursor.
 */
export interface SheetRows {
  readonly sheet: string;
  readonly budget: Budget;
  readonly careful: boolean;
  /** The rows that have ended. */
  readonly grid: CellValue[][];
  readonly doubled: Set<string>;
  /** The row that has begun. */
  line: CellValue[];
  row: number;
  column: number;
  lastValue: number;
  lastRow: number;
  cells: number;
  slots: number;
}

export const sheetRows = (sheet: string, budget: Budget, careful: boolean): SheetRows => ({
  sheet,
  budget,
  careful,
  grid: [],
  doubled: new Set(),
  line: [null],
  row: 0,
  column: -1,
  lastValue: -1,
  lastRow: -1,
  cells: 0,
  slots: 0,
});

/** Rows without a value are all this one. */
const emptyRow: CellValue[] = [];

/** Stands for a blank cell that was told, while a sheet is read carefully. */
const told = new Date(NaN);

/** What a cell that stands twice reads as: nobody can say which of its values counts. */
const held = '#REF!';

const tooLarge = ({ sheet, lastRow, line }: SheetRows): FileFault =>
  new FileFault('sheet-too-large', sheet, {
    sheet,
    found: `${(lastRow + 1).toString()} × ${line.length.toString()}`,
  });

/** False when the row may have been told before: the sheet is read again, carefully. */
export const beginRow = (rows: SheetRows, row: number): boolean => {
  const { careful, grid } = rows;
  rows.row = row;
  rows.column = -1;
  rows.lastValue = -1;
  if (row > rows.lastRow) rows.lastRow = row;
  else if (!careful) return false;
  if (careful) rows.line = [...(grid[row] ?? emptyRow)];
  return true;
};

/** False when the cell may have been told before. Throws {@link FileFault} beyond the budget. */
export const putCell = (rows: SheetRows, column: number, value: CellValue): boolean => {
  const { careful, line } = rows;
  if (column <= rows.column && !careful) return false;
  while (line.length <= column) line.push(null);
  rows.column = column;
  if (careful) putCarefully(rows, column, value);
  else line[column] = value;
  if (value === null) return true;
  if (column > rows.lastValue) rows.lastValue = column;
  rows.cells += 1;
  if (rows.cells > rows.budget.cells) throw tooLarge(rows);
  return true;
};

const putCarefully = ({ line, row, doubled }: SheetRows, column: number, value: CellValue): void => {
  const before = line[column] ?? null;
  if (before === null) line[column] = value ?? told;
  else if (before !== told || value !== null) {
    line[column] = held;
    doubled.add(a1(row, column));
  }
};

/** Throws {@link FileFault} beyond the budget. */
export const endRow = (rows: SheetRows): void => {
  const { careful, grid, line, lastValue } = rows;
  const length = careful ? line.length : lastValue + 1;
  if (length === 0 || (careful && rows.column < 0)) return;
  while (grid.length <= rows.row) grid.push(emptyRow);
  rows.slots += length - (grid[rows.row]?.length ?? 0);
  if (rows.slots > rows.budget.slots) throw tooLarge(rows);
  grid[rows.row] = careful ? line : line.slice(0, length);
  // A careful row starts from a copy of its own.
  if (!careful) for (let at = 0; at <= lastValue; at += 1) line[at] = null;
};

/** The whole sheet, whose cost is taken off the budget. */
export const endRows = ({
  grid,
  doubled,
  careful,
  budget,
  cells,
  slots,
}: SheetRows): { readonly grid: CellValue[][]; readonly doubled: readonly string[] } => {
  if (careful) for (const [at, cellsOfRow] of grid.entries()) grid[at] = withoutTold(cellsOfRow);
  while (grid.length > 0 && (grid.at(-1) ?? emptyRow).length === 0) grid.pop();
  budget.cells -= cells;
  budget.slots -= slots;
  return { grid, doubled: [...doubled] };
};

const withoutTold = (row: CellValue[]): CellValue[] => {
  const last = row.findLastIndex((value) => value !== null && value !== told);
  return last < 0 ? emptyRow : row.slice(0, last + 1).map((value) => (value === told ? null : value));
};
