import { readFiscalYear, type FiscalYear } from '../../kernel';
import { cellAt, type SheetContent, type WorkbookContent } from '../../workbook';
import { answerColumns, earnedColumn } from './answerColumns';
import type { AnswerTable } from './answerTable';
import { headerAt, type Header } from './header';
import { rowLabelReader } from './rowLabels';
import { inheritTitle, readTitleBlock, type TitleBlock } from './titleBlock';

/** The header of the first table stands in the first 40 rows (rules/design.md#layouts). */
const headerRows = 40;
/** An indicator's number is never larger: a column of larger ones counts the rows of the table. */
const largestNumber = 20;

/**
 * Finds every answer table (layouts 1 and 2 of rules/design.md#layouts): header in the first 40 rows, columns in any
 * order.
 */
export const findTables = (content: WorkbookContent): readonly AnswerTable[] => content.sheets.flatMap(tablesOn);

const tablesOn = (sheet: SheetContent): readonly AnswerTable[] => {
  const headers = headersOn(sheet);
  const tables: AnswerTable[] = [];
  for (const [place, header] of headers.entries()) {
    const next = headers[place + 1];
    const before = tables.at(-1);
    const own = readTitleBlock(sheet, before === undefined ? 0 : lastCriterionRow(before) + 1, header.firstRow);
    const title = before === undefined ? own : inheritTitle(own, before.title);
    tables.push(tableAt(sheet, header, next === undefined ? sheet.grid.length - 1 : next.firstRow - 1, title));
  }
  return tables;
};

/** All headers of a sheet from the top; tables stacked on one sheet repeat theirs. */
const headersOn = (sheet: SheetContent): readonly Header[] => {
  const found: Header[] = [];
  for (let row = 0; row < sheet.grid.length && (found.length > 0 || row < headerRows); row += 1) {
    const header = headerAt(sheet, row);
    if (header === undefined) continue;
    const rival = found.at(-1);
    if (rival === undefined || row > rival.lastRow) found.push(header);
    else if (header.words >= rival.words) found[found.length - 1] = header;
  }
  return found;
};

const tableAt = (sheet: SheetContent, header: Header, lastRow: number, title: TitleBlock): AnswerTable => {
  const columns = new Map(header.columns);
  const numbers = columns.get('number');
  if (numbers !== undefined && countsRows(sheet, header.lastRow, lastRow, numbers)) columns.delete('number');
  const earned = earnedColumn(sheet, header);
  return {
    sheet,
    firstHeaderRow: header.firstRow,
    headerRow: header.lastRow,
    lastRow,
    columns,
    answerColumns: answerColumns(sheet, header),
    ...(earned === undefined ? {} : { earnedColumn: earned }),
    title,
    years: yearsIn(sheet, header.lastRow, lastRow, columns.get('year')),
  };
};

/** True for a running number of rows (1, 2, … 174) under a header like No. */
const countsRows = (sheet: SheetContent, headerRow: number, lastRow: number, column: number): boolean => {
  for (let row = headerRow + 1; row <= lastRow; row += 1) {
    const value = cellAt(sheet.grid, row, column);
    if (typeof value === 'number' && value > largestNumber) return true;
  }
  return false;
};

/** The last row that names a criterion or a sum; what follows belongs to the next table's title. */
const lastCriterionRow = (table: AnswerTable): number => {
  const readRow = rowLabelReader(table);
  let last = table.headerRow;
  for (let row = table.headerRow + 1; row <= table.lastRow; row += 1) {
    const reading = readRow(row);
    if (reading.kind === 'sum' || (reading.kind === 'labels' && (reading.branch ?? reading.id) !== undefined))
      last = row;
  }
  return last;
};

const yearsIn = (
  sheet: SheetContent,
  headerRow: number,
  lastRow: number,
  column: number | undefined,
): readonly FiscalYear[] => {
  if (column === undefined) return [];
  const years = new Set<FiscalYear>();
  const seen = new Set<unknown>();
  for (let row = headerRow + 1; row <= lastRow; row += 1) {
    const value = cellAt(sheet.grid, row, column);
    if (value === null || seen.has(value)) continue;
    seen.add(value);
    const year = readFiscalYear(value);
    if (year !== undefined) years.add(year);
  }
  return [...years];
};
