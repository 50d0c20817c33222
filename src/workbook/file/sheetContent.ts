import type { Cell, Sheet } from 'hucre/xlsx';
import { a1, type SheetContent } from '..';

/** What the package knows about a sheet beside its cells. */
export interface SheetFacts {
  readonly brokenTexts: readonly { readonly row: number; readonly column: number }[];
  readonly struckThrough: readonly string[];
  readonly filtered: boolean;
  readonly drawings: boolean;
}

/** The longest text a cell can hold; more is cut, as Excel would. */
const longestText = 32_767;

/**
 * hucre's sheet in our terms. Its rows are passed on as they are, not copied: a national table has 2.8 million cells.
 * Only what would deceive is replaced in place: a number that is none becomes its text, a lost text becomes `#REF!`.
 */
export const sheetContent = (sheet: Sheet, facts: SheetFacts): SheetContent => {
  const { rows } = sheet;
  for (const row of rows) {
    for (let column = 0; column < row.length; column += 1) {
      const value = row[column];
      if (typeof value === 'number') {
        if (!Number.isFinite(value)) row[column] = String(value);
      } else if (typeof value === 'string') {
        if (value.length > longestText) row[column] = value.slice(0, longestText);
      } else if (value instanceof Date && Number.isNaN(value.getTime())) row[column] = '#NUM!';
    }
  }
  for (const { row, column } of facts.brokenTexts) {
    const cells = rows[row];
    if (cells !== undefined) cells[column] = '#REF!';
  }
  const cells = [...(sheet.cells ?? new Map<string, Cell>())];
  return {
    name: sheet.name,
    visibility: sheet.veryHidden === true ? 'very-hidden' : sheet.hidden === true ? 'hidden' : 'visible',
    grid: rows,
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
    hiddenRows: new Set([...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden === true ? [row] : []))),
    hiddenColumns: new Set((sheet.columns ?? []).flatMap(({ hidden }, column) => (hidden === true ? [column] : []))),
    filtered: facts.filtered,
    uncalculated: cells.flatMap(([key, { formula, value }]) =>
      formula !== undefined && value === null ? [address(key)] : [],
    ),
    struckThrough: [
      ...facts.struckThrough,
      ...cells.flatMap(([key, { richText }]) =>
        richText?.every(({ font }) => font?.strikethrough === true) === true ? [address(key)] : [],
      ),
    ],
    drawings: facts.drawings,
    protected: sheet.protection?.sheet === true,
  };
};

/** hucre's `row,column` as A1. */
const address = (key: string): string => {
  const [row, column] = key.split(',').map(Number);
  return a1(row ?? 0, column ?? 0);
};
