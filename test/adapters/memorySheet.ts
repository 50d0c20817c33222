import {
  plainSheet,
  type CellValue,
  type ChartModel,
  type Emphasis,
  type Look,
  type NumberStyle,
  type PrintSetup,
  type Rectangle,
  type SheetContent,
} from '../../src/workbook';

/** How one cell looks and where it leads. */
export interface MemoryCell {
  readonly look: Look;
  readonly number?: NumberStyle;
  readonly link?: { readonly sheet: string; readonly cell: string };
}

/** A sheet that tests may change as a user would. */
export interface MemorySheet {
  name: string;
  readonly grid: CellValue[][];
  /** By `coveredKey`, without their `=`. */
  readonly formulas: Map<string, string>;
  /** By A1 address. */
  readonly cells: Map<string, MemoryCell>;
  readonly columnWidths: number[];
  /** Points. */
  rowHeights: readonly number[];
  merges: readonly Rectangle[];
  frozenRows: number;
  frozenColumns: number;
  print?: PrintSetup;
  emphasis: readonly Emphasis[];
  /** Drawn when the sheet was new; a refresh leaves them. */
  charts: readonly ChartModel[];
}

/** The sheet as the reading port shows it, copied. */
export const sheetContentOf = ({ name, grid, formulas, merges }: MemorySheet): SheetContent => ({
  ...plainSheet(
    name,
    grid.map((row) => [...row]),
  ),
  formulas: new Map(formulas),
  merges,
});

/** A sheet with these values and no looks. */
export const emptySheet = (name: string, rows: readonly (readonly CellValue[])[]): MemorySheet => ({
  name,
  grid: rows.map((row) => [...row]),
  formulas: new Map(),
  cells: new Map(),
  columnWidths: [],
  rowHeights: [],
  merges: [],
  frozenRows: 0,
  frozenColumns: 0,
  charts: [],
  emphasis: [],
});

/** Sets one value, making the grid larger where needed. */
export const setCell = (grid: CellValue[][], row: number, column: number, value: CellValue): void => {
  while (grid.length <= row) grid.push([]);
  const cells = grid[row];
  if (cells === undefined) throw new Error(`setCell: no row ${row}`);
  while (cells.length <= column) cells.push(null);
  cells[column] = value;
};
