import { foldText } from '../../kernel';
import { cellAt, type CellValue, type SheetContent } from '../../workbook';
import { whoseIs } from '../municipality/namesInText';
import { headerWord } from './headerWords';
import type { LabelRole } from './answerTable';

/** The header of a table: one to three rows that name its columns. */
export interface Header {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: ReadonlyMap<LabelRole, number>;
  /** How many columns are named; the better of two overlapping headers names more. */
  readonly words: number;
}

/** Columns beyond this bear no labels of an answer form or a flat list. */
const labelColumns = 400;
/** Fewer known words than this and a row is no header. */
const fewestWords = 3;
const mostRows = 3;

/** The header whose first row is 0-based `row`; undefined when the row starts none. */
export const headerAt = (sheet: SheetContent, row: number): Header | undefined => {
  if (!rowSpeaks(sheet, row)) return undefined;
  let lastRow = row;
  while (lastRow < row + mostRows - 1 && continues(sheet, lastRow + 1)) lastRow += 1;
  const named = new Map<LabelRole, { readonly column: number; readonly rank: number }>();
  const width = Math.min(labelColumns, widest(sheet, row, lastRow));
  let words = 0;
  for (let column = 0; column < width; column += 1) {
    const word = lowestWord(sheet, row, lastRow, column);
    if (word === undefined) continue;
    words += 1;
    if (word.role === 'answer' || word.role === 'earned' || word.role === 'other') continue;
    const rival = named.get(word.role);
    if (rival === undefined || word.rank < rival.rank) named.set(word.role, { column, rank: word.rank });
  }
  const columns = new Map([...named].map(([role, { column }]) => [role, column] as const));
  return namesCriteria(columns, words) ? { firstRow: row, lastRow, columns, words } : undefined;
};

/** The width of the widest header row. */
export const widest = (sheet: SheetContent, firstRow: number, lastRow: number): number => {
  let width = 0;
  for (let row = firstRow; row <= lastRow; row += 1) width = Math.max(width, sheet.grid[row]?.length ?? 0);
  return width;
};

const namesCriteria = (columns: ReadonlyMap<LabelRole, number>, words: number): boolean => {
  if (columns.has('id') || columns.has('question')) return words >= 2;
  return (columns.has('branch') || columns.has('indicator')) && words >= fewestWords;
};

/** A quick look: does the first text of the row belong to a header? Notes and titles before it do not matter below. */
const rowSpeaks = (sheet: SheetContent, row: number): boolean => {
  const cells = sheet.grid[row];
  if (cells === undefined) return false;
  let texts = 0;
  for (let column = 0; column < Math.min(cells.length, labelColumns); column += 1) {
    const value = cells[column];
    if (typeof value !== 'string' || value === '') continue;
    if (headerWord(value) !== undefined) return true;
    texts += 1;
    if (texts > mostStrangers) return false;
  }
  return false;
};

/** So many columns of the user's own may stand before the first of ours. */
const mostStrangers = 12;

/** The word of the lowest header row that has one: under a merged 評価指標 stand 番号 and 指標名. */
const lowestWord = (
  sheet: SheetContent,
  firstRow: number,
  lastRow: number,
  column: number,
): ReturnType<typeof headerWord> => {
  for (let row = lastRow; row >= firstRow; row -= 1) {
    const value = cellAt(sheet.grid, row, column);
    const word = typeof value === 'string' ? headerWord(value) : undefined;
    if (word !== undefined) return word;
  }
  return undefined;
};

/** True for a further header row: only header words, municipalities' names, units, or the numbers of the columns. */
const continues = (sheet: SheetContent, row: number): boolean => {
  const cells = (sheet.grid[row] ?? []).filter((cell) => cell !== null && cell !== '');
  if (cells.length === 0) return false;
  return cells.every(belongsToHeader) || numbersColumns(cells);
};

const belongsToHeader = (cell: CellValue): boolean =>
  typeof cell === 'string' && (headerWord(cell) !== undefined || whoseIs(cell) !== undefined || isUnit(foldText(cell)));

const isUnit = (text: string): boolean =>
  text.length <= 16 && /^[([【]?(?:単位.*|点|人|名|%|有無|[○〇◯].{0,4}[×✕xX].*)[)\]】]?$/.test(text);

const numbersColumns = (cells: readonly CellValue[]): boolean => {
  const numbers = cells.map((cell) => Number(String(cell).replace(/[()（）]/g, '')));
  return (
    cells.length > fewestWords &&
    numbers.every((number, at) => Number.isInteger(number) && number > (numbers[at - 1] ?? 0))
  );
};
