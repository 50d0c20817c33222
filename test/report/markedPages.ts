import { execFileSync } from 'node:child_process';
import {
  cellMarginPoints,
  columnPoints,
  coveredCells,
  coveredKey,
  defaultSize,
  textEm,
  type ModelCell,
  type RowRange,
  type SheetModel,
} from '../../src/workbook';
import { lastColumn, type PrintedPage } from './pageArithmetic';

/** Which cells stand on a printed page: 「row,column」. */
export type Marks = ReadonlySet<string>;

/**
 * The sheet with its sizes, breaks and titles, but every cell that has room for it says which sheet, row and column it is:
 * so a printed page tells which cells it holds.
 */
export const marked = (sheet: SheetModel, at: number): SheetModel => {
  const covered = coveredCells(sheet.merges ?? []);
  const lastOf = lastColumn(sheet);
  const rows = sheet.rows.map((cells, row) =>
    cells.map((_, column): ModelCell => {
      const widths = sheet.columnWidths.slice(column, lastOf(row, column) + 1).map(columnPoints);
      const width = widths.reduce((sum, one) => sum + one, 0) - cellMarginPoints;
      const mark = `${[at, row, column].map((place) => place.toString(36)).join('.')};`;
      return {
        value: covered.has(coveredKey(row, column)) || textEm(mark) * defaultSize > width ? null : mark,
        look: 'plain',
      };
    }),
  );
  return { ...sheet, rows };
};

/** The marks of every printed page, in the order of the pages, by the place of their sheet in the workbook. */
export const markedPages = (pdf: string): ReadonlyMap<number, readonly Marks[]> => {
  const pages = new Map<number, Marks[]>();
  const text = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e9 });
  for (const page of text.split('\f')) {
    const found = [...page.matchAll(/([0-9a-z]+)\.([0-9a-z]+)\.([0-9a-z]+);/g)].map((mark) =>
      mark.slice(1).map((place) => parseInt(place, 36)),
    );
    const [sheet] = found[0] ?? [];
    if (sheet === undefined) continue;
    const marks = new Set(found.map(([, row, column]) => `${row},${column}`));
    pages.set(sheet, [...(pages.get(sheet) ?? []), marks]);
  }
  return pages;
};

/** The marks that a page of the sheet should bear: those of its rows and columns, and of the titles repeated on it. */
export const marksOf = ({ rows, print }: SheetModel, page: PrintedPage): Marks => {
  const on = ([first, last]: readonly [number, number], titles: RowRange | undefined, at: number): boolean =>
    (at >= first && at <= last) ||
    (titles !== undefined && first > titles.last && at >= titles.first && at <= titles.last);
  return new Set(
    rows.flatMap((cells, row) =>
      on(page.rows, print.titleRows, row)
        ? cells.flatMap(({ value }, column) =>
            value !== null && on(page.columns, print.titleColumns, column) ? [`${row},${column}`] : [],
          )
        : [],
    ),
  );
};
