import { fiscalYearsIn, type FiscalYear } from '../../kernel';
import { a1, cellAt, type Rectangle, type SheetContent } from '../../workbook';
import { readPrefecture } from '../municipality';
import { isSumLabel } from '../labels';
import type { AnswerColumn } from './answerTable';
import { widest, type Header } from './header';
import { headerWord } from './headerWord';
import { municipalityHeader } from './municipalityHeader';

/** A table of all 1,741 fits. */
const mostColumns = 2000;

/**
 * Columns headed 回答 or by a municipality's name; under a merged 回答 or a prefecture the names stand in a lower header row.
 * Where there is neither, a column 得点 is taken for the answers, in points.
 */
export const answerColumns = (sheet: SheetContent, header: Header): readonly AnswerColumn[] => {
  const taken = new Set(header.columns.values());
  const width = Math.min(widest(sheet, header.firstRow, header.lastRow), mostColumns);
  const merges = sheet.merges.filter(({ top, bottom }) => top <= header.lastRow && bottom >= header.firstRow);
  const found: AnswerColumn[] = [];
  const earned: AnswerColumn[] = [];
  for (let column = 0; column < width; column += 1) {
    if (taken.has(column)) continue;
    const named = namedColumn(sheet, header, column, merges);
    const plain = named === undefined ? plainColumn(sheet, header, column) : undefined;
    if (named !== undefined) found.push(named);
    else if (plain?.role === 'answer') found.push(plain.column);
    else if (plain?.role === 'earned') earned.push(plain.column);
  }
  return found.length > 0 ? found : earned.slice(0, 1);
};

/** The column 得点 beside the answers; undefined when there is none or several. */
export const earnedColumn = (sheet: SheetContent, header: Header): number | undefined => {
  const found: number[] = [];
  for (let column = 0; column < Math.min(widest(sheet, header.firstRow, header.lastRow), mostColumns); column += 1) {
    if (plainColumn(sheet, header, column)?.role === 'earned') found.push(column);
  }
  return found.length === 1 ? found[0] : undefined;
};

const namedColumn = (
  sheet: SheetContent,
  { firstRow, lastRow }: Header,
  column: number,
  merges: readonly Rectangle[],
): AnswerColumn | undefined => {
  let municipality: AnswerColumn['municipality'];
  let headerCell: string | undefined;
  let prefecture: string | undefined;
  let year: FiscalYear | undefined;
  for (let row = firstRow; row <= lastRow; row += 1) {
    const text = mergedText(sheet, row, column, merges);
    if (text === undefined || isSumLabel(text)) continue;
    const here = municipalityHeader(text);
    if (here !== undefined && headerCell === undefined) [municipality, headerCell] = [here, a1(row, column)];
    prefecture ??= readPrefecture(text);
    year ??= yearIn(text);
  }
  if (municipality === undefined || headerCell === undefined) return undefined;
  const full = prefecture === undefined ? municipality : { prefecture, ...municipality };
  return { column, headerCell, municipality: full, ...(year === undefined ? {} : { year }) };
};

const plainColumn = (
  sheet: SheetContent,
  { firstRow, lastRow }: Header,
  column: number,
): { readonly role: 'answer' | 'earned'; readonly column: AnswerColumn } | undefined => {
  for (let row = lastRow; row >= firstRow; row -= 1) {
    const value = cellAt(sheet.grid, row, column);
    const word = typeof value === 'string' ? headerWord(value) : undefined;
    if (typeof value !== 'string' || word === undefined) continue;
    if (word.role !== 'answer' && word.role !== 'earned') return undefined;
    const year = yearIn(value);
    return {
      role: word.role,
      column: { column, headerCell: a1(row, column), ...(year === undefined ? {} : { year }) },
    };
  }
  return undefined;
};

const yearIn = (text: string): FiscalYear | undefined => {
  const [year, ...others] = fiscalYearsIn(text);
  return others.length === 0 ? year : undefined;
};

/** The text of a cell, or of the merged block it lies in. */
const mergedText = (
  sheet: SheetContent,
  row: number,
  column: number,
  merges: readonly Rectangle[],
): string | undefined => {
  const own = cellAt(sheet.grid, row, column);
  const block =
    own === null || own === ''
      ? merges.find(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right)
      : undefined;
  const value = block === undefined ? own : cellAt(sheet.grid, block.top, block.left);
  return typeof value === 'string' && value !== '' ? value : undefined;
};
