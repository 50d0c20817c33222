import { readXlsx, type Cell, type Sheet } from 'hucre/xlsx';
import { a1, cellAt, type CellValue, type SheetContent } from '../../../src/workbook';

/** What hucre, which reads in quite another way, says of a workbook, in our terms. */
export const judged = async (bytes: Uint8Array): Promise<readonly JudgedSheet[]> =>
  (await readXlsx(bytes)).sheets.map(judgedSheet);

export type JudgedSheet = Pick<
  SheetContent,
  'name' | 'visibility' | 'grid' | 'merges' | 'hiddenRows' | 'hiddenColumns' | 'uncalculated' | 'protected'
> & { readonly richlyStruck: readonly string[] };

const judgedSheet = (sheet: Sheet): JudgedSheet => {
  const cells = [...(sheet.cells ?? new Map<string, Cell>())];
  return {
    name: sheet.name,
    visibility: sheet.veryHidden === true ? 'very-hidden' : sheet.hidden === true ? 'hidden' : 'visible',
    grid: sheet.rows.map((row) => row.map(ourValue)),
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
    hiddenRows: new Set([...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden === true ? [row] : []))),
    hiddenColumns: new Set((sheet.columns ?? []).flatMap(({ hidden }, column) => (hidden === true ? [column] : []))),
    uncalculated: cells.flatMap(([key, { formula, value }]) =>
      formula !== undefined && value === null ? [address(key)] : [],
    ),
    // A run of spaces alone is not seen, struck or not.
    richlyStruck: cells.flatMap(([key, { richText = [] }]) => {
      const seen = richText.filter(({ text }) => text.trim() !== '');
      return seen.length > 0 && seen.every(({ font }) => font?.strikethrough === true) ? [address(key)] : [];
    }),
    protected: sheet.protection?.sheet === true,
  };
};

/** A number that is none is its text, and a text longer than a cell can hold is cut. */
const ourValue = (value: CellValue): CellValue => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string') return value.slice(0, 32_767);
  return value instanceof Date && Number.isNaN(value.getTime()) ? '#NUM!' : value;
};

const address = (key: string): string => {
  const [row, column] = key.split(',').map(Number);
  return a1(row ?? 0, column ?? 0);
};

/** Cells that the two readers read differently, as `B3: theirs → ours`; an empty text is nothing. */
export const differences = (theirs: JudgedSheet, ours: SheetContent): readonly Difference[] => {
  const found: Difference[] = [];
  for (let row = 0; row < Math.max(theirs.grid.length, ours.grid.length); row += 1) {
    const width = Math.max(theirs.grid[row]?.length ?? 0, ours.grid[row]?.length ?? 0);
    for (let column = 0; column < width; column += 1) {
      const [one, other] = [cellAt(theirs.grid, row, column), cellAt(ours.grid, row, column)];
      if (plain(one) !== plain(other)) found.push({ cell: a1(row, column), theirs: one, ours: other });
    }
  }
  return found;
};

export interface Difference {
  readonly cell: string;
  readonly theirs: CellValue;
  readonly ours: CellValue;
}

const plain = (value: CellValue): string =>
  value === null || value === ''
    ? ''
    : value instanceof Date
      ? `date ${value.getTime()}`
      : `${typeof value} ${String(value)}`;
