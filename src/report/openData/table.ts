import { outwardValue, startsLikeFormula, type CellValue, type FigureSource, type SheetModel } from '../../workbook';
import { cell, keyed } from '../layout/cells';
import { pageSetup } from '../layout/layOut';
import { columnsOnPage, plainRowsOnPage } from '../layout/pages';

/**
 * A table for machines, by the rules for open data (総務省 統一ルール 2020): one value per cell, numbers as numbers without
 * format, units in the header, no merges, no characters that only some machines have. As a sheet and as CSV it is the same.
 */
export interface OpenDataTable<Row> {
  readonly columns: readonly OpenDataColumn<Row>[];
  readonly rows: readonly Row[];
}

/** A column: its unit in the header, its values, and where they come from. */
export interface OpenDataColumn<Row> {
  readonly header: string;
  readonly valueOf: (row: Row) => CellValue;
  readonly sourceOf: (row: Row) => FigureSource | undefined;
  /** How the sheet 検算 finds the cell of a row, by its place. */
  readonly keyOf?: (at: number) => string;
}

/** A column of one source for all rows. */
export const column = <Row>(
  header: string,
  valueOf: OpenDataColumn<Row>['valueOf'],
  source?: FigureSource,
): OpenDataColumn<Row> => ({ header, valueOf, sourceOf: () => source });

/** The table as a sheet. Codes are texts: 01 must not become 1. */
export const openDataSheet = <Row>(
  { name, marker }: Pick<SheetModel, 'name' | 'marker'>,
  { columns, rows }: OpenDataTable<Row>,
): SheetModel => {
  const columnWidths = columns.map(({ header }) => Math.max(12, header.length * 2 + 2));
  return {
    name,
    marker,
    rows: [
      columns.map(({ header }) => cell(header, 'plain')),
      ...rows.map((row, at) =>
        columns.map(({ valueOf, sourceOf, keyOf }) => {
          const value = valueOf(row);
          const one = cell(value, 'plain', {
            number: typeof value === 'string' ? 'text' : undefined,
            source: sourceOf(row),
          });
          return keyOf === undefined ? one : keyed(one, keyOf(at));
        }),
      ),
    ],
    columnWidths,
    frozenRows: 1,
    print: {
      ...pageSetup({ orientation: 'landscape', headerRow: 0, coded: true }),
      header: '&L機械で読むための表です。印刷には「得点」「該当状況一覧」などをお使いください。&R&A',
      // One page of it, which says what it is: the rest would be dozens of pages that nobody can read.
      area: {
        top: 0,
        left: 0,
        bottom: Math.min(rows.length, plainRowsOnPage('landscape') - 1),
        right: columnsOnPage(columnWidths, 'landscape') - 1,
      },
    },
  };
};

/** The table as a file of comma-separated values ({@link csvText}). */
export const openDataCsv = <Row>({ columns, rows }: OpenDataTable<Row>): string =>
  csvText([columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ valueOf }) => valueOf(row)))]);

/** Excel takes a file without it for Shift_JIS. */
const byteOrderMark = '\uFEFF';

/**
 * Rows as CSV by RFC 4180: UTF-8 with a byte order mark, CRLF behind every row, quotation marks where they are needed. Text
 * that a program would take for a formula begins with an apostrophe (rules/excel.md#text-and-formulas).
 */
export const csvText = (rows: readonly (readonly CellValue[])[]): string =>
  byteOrderMark + rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');

const csvField = (given: CellValue): string => {
  const value = outwardValue(given);
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'string') return String(value);
  const text = startsLikeFormula(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
