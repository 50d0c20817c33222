import { columnPoints, pageBody, plainRowPoints, type RowRange, type SheetModel } from '../../workbook';

/** What printers and Excel's own rounding take of a page: nothing of ours is laid out closer than this to its end. */
const reserve = { width: 0.98, height: 0.97 } as const;

/** Points of a page that a layout may use, where the sheet is printed at `scale` per cent. */
export const usablePage = (
  orientation: 'portrait' | 'landscape',
  scale = 100,
): { readonly width: number; readonly height: number } => {
  const { width, height } = pageBody(orientation);
  return { width: (width * reserve.width * 100) / scale, height: (height * reserve.height * 100) / scale };
};

/** Rows, or columns, laid out one page after the other. */
export interface Course {
  /** Points of each. */
  readonly sizes: readonly number[];
  /** Points of a page. */
  readonly room: number;
  /** Repeated on every page after the one it stands on. */
  readonly titles: RowRange | undefined;
  /** Whether a page may begin with it. */
  readonly mayBegin: (at: number) => boolean;
  /** Whether a page has to. */
  readonly mustBegin: (at: number) => boolean;
}

/**
 * Where pages begin, by the arithmetic of Excel's page rules: titles are repeated, a page is filled as far as it goes, and
 * ends at the last place where it may. What is longer than a page is divided where the page ends.
 */
export const pageStarts = ({ sizes, room, titles, mayBegin, mustBegin }: Course): readonly number[] => {
  const starts = [0];
  const repeated = (start: number): number =>
    titles === undefined || start <= titles.last ? 0 : pointsOver(sizes, titles.first, titles.last);
  let start = 0;
  let used = 0;
  let last = 0;
  const begin = (at: number): void => {
    starts.push(at);
    [start, last] = [at, at];
    used = repeated(at);
  };
  for (let at = 0; at < sizes.length; at += 1) {
    if (at > start && mustBegin(at)) begin(at);
    if (at > start && mayBegin(at)) last = at;
    if (used + (sizes[at] ?? 0) > room && at > start) {
      const next = last > start ? last : at;
      begin(next);
      used += pointsOver(sizes, next, at - 1);
    }
    used += sizes[at] ?? 0;
  }
  return starts;
};

/** Points of the rows, or columns, from `first` to `last`. */
export const pointsOver = (sizes: readonly number[], first: number, last: number): number => {
  let points = 0;
  for (let at = first; at <= last; at += 1) points += sizes[at] ?? 0;
  return points;
};

/** Points of every row of a sheet that is printed. */
export const printedHeights = ({ rows, rowHeights, print: { area } }: SheetModel): readonly number[] =>
  rows
    .slice(0, area === undefined ? undefined : area.bottom + 1)
    .map((_, row) => rowHeights?.get(row) ?? plainRowPoints);

/** Points of the columns of a sheet that are printed. */
export const printedWidths = ({ columnWidths, print: { area } }: SheetModel): readonly number[] =>
  columnWidths.slice(0, area === undefined ? undefined : area.right + 1).map(columnPoints);

/** How many rows without wrapped text one page holds. */
export const plainRowsOnPage = (orientation: 'portrait' | 'landscape'): number =>
  Math.floor(usablePage(orientation).height / plainRowPoints);

/** How many of the first columns one page holds; never none. */
export const columnsOnPage = (columnWidths: readonly number[], orientation: 'portrait' | 'landscape'): number => {
  const [, next = columnWidths.length] = pageStarts({
    sizes: columnWidths.map(columnPoints),
    room: usablePage(orientation).width,
    titles: undefined,
    mayBegin: () => true,
    mustBegin: () => false,
  });
  return next;
};
