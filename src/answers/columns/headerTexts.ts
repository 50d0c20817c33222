import { addressIn } from '../tables/turned';
import { foldText } from '../../kernel';
import { cellAt, columnName, type CellValue, type Rectangle, type SheetContent } from '../../workbook';
import type { AnswerTable } from '../tables/answerTable';

/** All that stands over a column of a table. */
export interface ColumnHeader {
  /** Folded texts from the lowest row up, merged blocks resolved, none twice. */
  readonly texts: readonly string[];
  /** The text people would call the column by, in one line; empty when it has none. */
  readonly shown: string;
  /** A1 address of the lowest text; of the header row where there is none. */
  readonly cell: string;
}

/** Rows of the header below and above the ones known by their words. */
const furtherRows = 2;
/** What is longer is a note above the table, not a header. */
const longestHeader = 80;

/**
 * Reads the headers of a table's columns: its header rows, what stands between them and the first criterion
 * (0-based `firstRow`), and rows above that head groups of columns: 令和７年度 over 該当 and 非該当.
 */
export const headerReader = (table: AnswerTable, firstRow: number): ((column: number) => ColumnHeader) => {
  const { sheet, headerRow } = table;
  const bottom = bottomRow(table, firstRow);
  const top = topRow(table);
  const blocks = sheet.merges.filter((block) => block.top <= bottom && block.bottom >= top);
  return (column) => {
    const texts: string[] = [];
    let cell: string | undefined;
    for (let row = bottom; row >= top && headerRow >= 0; row -= 1) {
      const text = headerTextAt(sheet, blocks, row, column, texts[0]);
      if (text === undefined || texts.includes(text)) continue;
      texts.push(text);
      cell ??= addressIn(sheet, row, column);
    }
    return {
      texts,
      shown: headerText(cellAt(sheet.grid, headerRow, column)) || (texts[0] ?? ''),
      cell: cell ?? addressIn(sheet, Math.max(0, headerRow), column),
    };
  };
};

/** A header as it is shown and compared: its text in one line; what is no text is no header. */
export const headerText = (value: CellValue): string =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';

/** 「修正後回答」, or the letter of a column without a header. */
export const columnCalled = (column: number, { shown }: Pick<ColumnHeader, 'shown'>): string =>
  shown === '' ? `${columnName(column)}列` : `「${shown}」`;

const headerTextAt = (
  sheet: SheetContent,
  blocks: readonly Rectangle[],
  row: number,
  column: number,
  below: string | undefined,
): string | undefined => {
  const own = cellAt(sheet.grid, row, column);
  const isBlank = own === null || own === '';
  const block = isBlank ? blocks.find((one) => lies(one, row, column)) : undefined;
  if (block !== undefined) return textOf(cellAt(sheet.grid, block.top, block.left));
  return isBlank && below !== undefined ? spreadFrom(sheet, blocks, row, column) : textOf(own);
};

/**
 * Where merges are lost (in a CSV file, say) a header over several columns stands over the first of them: the text to the
 * left, as long as the row below goes on with headers.
 */
const spreadFrom = (
  { grid }: SheetContent,
  blocks: readonly Rectangle[],
  row: number,
  column: number,
): string | undefined => {
  if (blocks.some(({ top, left, right }) => top === row && right > left)) return undefined;
  for (let left = column - 1; left >= 0; left -= 1) {
    if (typeof cellAt(grid, row + 1, left) !== 'string') return undefined;
    const value = cellAt(grid, row, left);
    if (value !== null && value !== '') return textOf(value);
  }
  return undefined;
};

const textOf = (value: CellValue): string | undefined => {
  if (typeof value !== 'string' || value.length > longestHeader) return undefined;
  const text = foldText(value);
  return text === '' ? undefined : text;
};

const lies = ({ top, left, bottom, right }: Rectangle, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** The last row over the columns: rows below the header that say nothing of a criterion belong to it. */
const bottomRow = ({ sheet, headerRow, columns }: AnswerTable, firstRow: number): number => {
  const saysNothing = (row: number): boolean =>
    [...columns.values()].every((column) => (cellAt(sheet.grid, row, column) ?? '') === '');
  let bottom = headerRow;
  while (bottom < firstRow - 1 && bottom < headerRow + furtherRows && saysNothing(bottom + 1)) bottom += 1;
  return bottom;
};

/** The first row over the columns: rows above the header that say nothing over the labels but head several columns. */
const topRow = ({ sheet, firstHeaderRow, columns }: AnswerTable): number => {
  const labels = new Set(columns.values());
  const lastLabel = Math.max(...labels);
  let top = firstHeaderRow;
  while (top > 0 && top > firstHeaderRow - furtherRows && headsColumns(sheet, top - 1, lastLabel)) top -= 1;
  return top;
};

const headsColumns = (sheet: SheetContent, row: number, lastLabel: number): boolean => {
  const cells = sheet.grid[row] ?? [];
  const isFilled = (cell: CellValue | undefined): boolean => cell !== undefined && cell !== null && cell !== '';
  if (cells.slice(0, lastLabel + 1).some(isFilled)) return false;
  const filled = cells.flatMap((cell, column) => (isFilled(cell) ? [column] : []));
  return (
    filled.length > 1 ||
    filled.some((column) => sheet.merges.some((one) => one.top === row && one.left === column && one.right > column))
  );
};
