import { pageBody, type RowRange, type SheetModel } from '../../workbook';
import { pageStarts, printedHeights, printedWidths } from './pages';

/** Rows and columns that stand on one page, with those repeated before them. */
export interface PrintedPage {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** The pages a sheet is printed on by its breaks, first down, then across, as Excel and LibreOffice print them. */
export const printedPages = (sheet: SheetModel): readonly PrintedPage[] => {
  const { print } = sheet;
  const body = pageBody(print.orientation);
  const share = (print.scale ?? 100) / 100;
  const down = coursesOf(printedHeights(sheet), body.height / share, print.rowBreaks, print.titleRows);
  const across = coursesOf(printedWidths(sheet), body.width / share, print.columnBreaks, print.titleColumns);
  return across.flatMap((columns) => down.map((one) => ({ rows: one, columns })));
};

const coursesOf = (
  sizes: readonly number[],
  room: number,
  breaks: readonly number[] = [],
  titles: RowRange | undefined,
): readonly (readonly number[])[] => {
  const begins = new Set(breaks);
  const starts = pageStarts({ sizes, room, titles, mayBegin: () => true, mustBegin: (at) => begins.has(at) });
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? sizes.length;
    const repeated = titles === undefined || start <= titles.last ? [] : range(titles.first, titles.last + 1);
    return [...repeated, ...range(start, end)];
  });
};

const range = (from: number, end: number): readonly number[] =>
  Array.from({ length: Math.max(0, end - from) }, (_, at) => from + at);
