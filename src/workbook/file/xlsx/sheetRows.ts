import { a1, type CellValue } from '../..';
import { FileFault } from '../fault';

/** What the cells of all sheets together may still cost. */
export interface Budget {
  cells: number;
  slots: number;
}

/** The rows of one sheet as they grow. */
export interface SheetRows {
  /** False when the row, or a cell of it, may have been told before: the sheet is read again, carefully. */
  readonly begin: (row: number) => boolean;
  readonly put: (column: number, value: CellValue) => boolean;
  readonly end: () => void;
  /** The rows that have ended. */
  readonly soFar: () => readonly (readonly CellValue[])[];
  readonly finished: () => { readonly grid: CellValue[][]; readonly doubled: readonly string[] };
}

/** Rows without a value are all this one. */
const emptyRow: CellValue[] = [];

/** Stands for a blank cell that was told, while a sheet is read carefully. */
const told = new Date(NaN);

/** What a cell that stands twice reads as: nobody can say which of its values counts. */
const held = '#REF!';

/**
 * Gathers rows. Each takes the room up to its last value and no more, so a stray cell or an area that is only formatted
 * costs nothing. Rows and cells in ascending order, as all programs write them, cannot stand twice; where the order is
 * broken, a `careful` second reading remembers every cell told. Throws {@link FileFault} beyond the budget.
 */
export const sheetRows = (sheet: string, budget: Budget, careful: boolean): SheetRows => {
  const grid: CellValue[][] = [];
  const doubled = new Set<string>();
  let line: CellValue[] = [null];
  let [row, column, lastValue, lastRow, cells, slots] = [0, -1, -1, -1, 0, 0];
  const tooLarge = (): FileFault =>
    new FileFault('sheet-too-large', sheet, {
      sheet,
      found: `${(lastRow + 1).toString()} × ${line.length.toString()}`,
    });
  const putCarefully = (at: number, value: CellValue): void => {
    const before = line[at] ?? null;
    if (before === null) line[at] = value ?? told;
    else if (before !== told || value !== null) {
      line[at] = held;
      doubled.add(a1(row, at));
    }
  };
  return {
    begin: (at) => {
      row = at;
      column = -1;
      lastValue = -1;
      if (at > lastRow) lastRow = at;
      else if (!careful) return false;
      if (careful) line = [...(grid[at] ?? emptyRow)];
      return true;
    },
    put: (at, value) => {
      if (at <= column && !careful) return false;
      while (line.length <= at) line.push(null);
      column = at;
      if (careful) putCarefully(at, value);
      else line[at] = value;
      if (value === null) return true;
      if (at > lastValue) lastValue = at;
      cells += 1;
      if (cells > budget.cells) throw tooLarge();
      return true;
    },
    end: () => {
      const length = careful ? line.length : lastValue + 1;
      if (length === 0 || (careful && column < 0)) return;
      while (grid.length <= row) grid.push(emptyRow);
      slots += length - (grid[row]?.length ?? 0);
      if (slots > budget.slots) throw tooLarge();
      grid[row] = careful ? line : line.slice(0, length);
      // A careful row starts from a copy of its own.
      if (!careful) for (let at = 0; at <= lastValue; at += 1) line[at] = null;
    },
    soFar: () => grid,
    finished: () => {
      if (careful) for (const [at, cellsOfRow] of grid.entries()) grid[at] = withoutTold(cellsOfRow);
      while (grid.length > 0 && (grid.at(-1) ?? emptyRow).length === 0) grid.pop();
      budget.cells -= cells;
      budget.slots -= slots;
      return { grid, doubled: [...doubled] };
    },
  };
};

const withoutTold = (row: CellValue[]): CellValue[] => {
  const last = row.findLastIndex((value) => value !== null && value !== told);
  return last < 0 ? emptyRow : row.slice(0, last + 1).map((value) => (value === told ? null : value));
};
