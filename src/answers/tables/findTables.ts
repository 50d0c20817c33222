import { foldLabel, readFiscalYear, type FiscalYear } from '../../kernel';
import { a1, cellAt, type SheetContent, type WorkbookContent } from '../../workbook';
import { isSumLabel } from '../labels';
import type { AnswerColumn, AnswerTable } from './answerTable';
import { headerRole, type HeaderRole } from './headerRole';
import { looksLikeMunicipality } from './looksLikeMunicipality';
import { readTitleBlock } from './titleBlock';

/** The header of the first table stands in the first 40 rows (design §5). */
const headerRows = 40;
/** Columns beyond this are no part of an answer form or a flat list. */
const headerColumns = 400;
/** Fewer known words than this and a row is no header. */
const fewestRoles = 3;

type LabelRole = Exclude<HeaderRole, 'answer' | 'other'>;

/** Finds every answer table (layouts 1 and 2 of design §5): header in the first 40 rows, columns in any order. */
export const findTables = (content: WorkbookContent): readonly AnswerTable[] => content.sheets.flatMap(tablesOn);

const tablesOn = (sheet: SheetContent): readonly AnswerTable[] => {
  const first = firstHeader(sheet);
  if (first === undefined) return [];
  const headers = [first, ...laterHeaders(sheet, first)];
  return headers.map((header, place) => {
    const next = headers[place + 1];
    return tableAt(sheet, header, next === undefined ? sheet.grid.length - 1 : next.row - 1);
  });
};

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<LabelRole, number>;
}

const firstHeader = (sheet: SheetContent): Header | undefined => {
  let best: Header | undefined;
  for (let row = 0; row < Math.min(headerRows, sheet.grid.length); row += 1) {
    const header = headerAt(sheet, row);
    if (header !== undefined && header.columns.size > (best?.columns.size ?? 0)) best = header;
  }
  return best;
};

/** Tables stacked on one sheet repeat their header; a row that names the same key column again starts the next one. */
const laterHeaders = (sheet: SheetContent, first: Header): readonly Header[] => {
  const [key] = first.columns.values();
  if (key === undefined) return [];
  const found: Header[] = [];
  for (let row = first.row + 1; row < sheet.grid.length; row += 1) {
    const value = cellAt(sheet.grid, row, key);
    if (typeof value !== 'string' || headerRole(value) === undefined) continue;
    const header = headerAt(sheet, row);
    if (header !== undefined) found.push(header);
  }
  return found;
};

const headerAt = (sheet: SheetContent, row: number): Header | undefined => {
  const columns = new Map<LabelRole, number>();
  let words = 0;
  for (const [column, value] of (sheet.grid[row] ?? []).slice(0, headerColumns).entries()) {
    const role = typeof value === 'string' ? headerRole(value) : undefined;
    if (role === undefined) continue;
    words += 1;
    if (role !== 'answer' && role !== 'other' && !columns.has(role)) columns.set(role, column);
  }
  const namesCriteria =
    columns.has('id') ||
    ((columns.has('branch') || columns.has('indicator')) && (columns.has('grant') || columns.has('goal')));
  return namesCriteria && (words >= fewestRoles || (columns.has('id') && words >= 2)) ? { row, columns } : undefined;
};

const tableAt = (sheet: SheetContent, { row, columns }: Header, lastRow: number): AnswerTable => ({
  sheet,
  headerRow: row,
  lastRow,
  columns,
  answerColumns: answerColumns(sheet, row, new Set(columns.values())),
  title: readTitleBlock(sheet, row),
  years: yearsIn(sheet, row, lastRow, columns.get('year')),
});

/** Columns headed 回答 or by a municipality's name; under a merged 回答 the names may stand one row lower. */
const answerColumns = (sheet: SheetContent, headerRow: number, taken: ReadonlySet<number>): readonly AnswerColumn[] => {
  const width = Math.max(sheet.grid[headerRow]?.length ?? 0, sheet.grid[headerRow + 1]?.length ?? 0);
  const found: AnswerColumn[] = [];
  for (let column = 0; column < Math.min(width, headerColumns * 5); column += 1) {
    if (taken.has(column)) continue;
    for (const row of [headerRow, headerRow + 1]) {
      const value = cellAt(sheet.grid, row, column);
      if (typeof value !== 'string' || isSumLabel(value)) continue;
      const named = looksLikeMunicipality(value);
      if (!named && (row !== headerRow || headerRole(value) !== 'answer')) continue;
      const below = row === headerRow ? cellAt(sheet.grid, headerRow + 1, column) : null;
      if (!named && typeof below === 'string' && looksLikeMunicipality(below)) continue;
      found.push({ column, header: value, headerCell: a1(row, column), named });
      break;
    }
  }
  return found;
};

const yearsIn = (
  sheet: SheetContent,
  headerRow: number,
  lastRow: number,
  column: number | undefined,
): readonly FiscalYear[] => {
  if (column === undefined) return [];
  const years = new Set<FiscalYear>();
  for (let row = headerRow + 1; row <= lastRow; row += 1) {
    const value = cellAt(sheet.grid, row, column);
    const year = typeof value === 'string' && foldLabel(value) === '' ? undefined : readFiscalYear(value);
    if (year !== undefined) years.add(year);
  }
  return [...years];
};
