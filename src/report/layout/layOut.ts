import {
  codePlace,
  plainRowPoints,
  type CellValue,
  type FigureSource,
  type Look,
  type ModelCell,
  type PrintSetup,
  type Rectangle,
  type RowRange,
  type SheetModel,
} from '../../workbook';
import { cell, headerCells, keyed, type FigureParts } from './cells';
import type { Line, Span } from './lines';
import { neededHeights } from './rowHeights';
import { highestRow } from './textLines';
import { sentenceLooks, withWholeWords, type WholeLooks } from './wholeWords';

export type { Line, Span } from './lines';

type LaidOutCells = Required<
  Pick<SheetModel, 'rows' | 'merges' | 'rowHeights' | 'userCells' | 'blocks' | 'pageRows' | 'columnWidths'>
>;

/** Lines that stay on one page, where a page holds them. */
export const together = (lines: readonly Line[]): readonly Line[] =>
  lines.map((one, at) => (at === lines.length - 1 ? one : { ...one, withNext: true }));

/**
 * Places lines on a grid of `columnWidths`: cells, whole words at the ends of lines, merged blocks, heights that fit, what stays
 * on a page, and the cells left to the user. A sheet takes all of it, with a spread.
 */
export const layOut = (
  given: readonly Line[],
  columnWidths: readonly number[],
  whole: WholeLooks = sentenceLooks,
): LaidOutCells => {
  const lines = withWholeWords(given, columnWidths, whole);
  const grid = lines.map(() => columnWidths.map(() => cell(null)));
  /** Per row, the columns that a span of an earlier row reaches down to. */
  const taken = lines.map(() => new Set<number>());
  const merges: Rectangle[] = [];
  const userCells: { readonly row: number; readonly column: number }[] = [];
  for (const [top, line] of lines.entries()) {
    let left = 0;
    for (const span of line.spans) {
      while (taken[top]?.has(left) === true) left += 1;
      const place = { top, left, bottom: top + (span.rows ?? 1) - 1, right: left + span.columns - 1 };
      if (place.right >= columnWidths.length || place.bottom >= lines.length) {
        throw new RangeError(`layOut: line ${top} reaches beyond the sheet`);
      }
      fill(grid, taken, place, span.cell);
      if (place.bottom > place.top || place.right > place.left) merges.push(place);
      if (span.user === true) userCells.push({ row: top, column: left });
      left = place.right + 1;
    }
  }
  const needed = neededHeights(grid, columnWidths, merges);
  const rowHeights = new Map(
    lines.flatMap(({ height, atLeast = 0 }, row): readonly (readonly [number, number])[] => {
      const points = Math.min(highestRow, height ?? Math.max(atLeast, needed.get(row) ?? plainRowPoints));
      return points === plainRowPoints ? [] : [[row, points]];
    }),
  );
  return {
    rows: grid,
    columnWidths,
    merges,
    rowHeights,
    userCells,
    blocks: blocksOf(lines),
    pageRows: pageRows(lines),
  };
};

/** Runs of lines each of which stands with the next. */
const blocksOf = (lines: readonly Line[]): readonly RowRange[] => {
  const blocks: RowRange[] = [];
  let first = 0;
  for (const [at, { withNext }] of lines.entries()) {
    if (withNext === true && at < lines.length - 1) continue;
    if (at > first) blocks.push({ first, last: at });
    first = at + 1;
  }
  return blocks;
};

const pageRows = (lines: readonly Line[]): ReadonlySet<number> =>
  new Set(lines.flatMap(({ newPage }, row) => (newPage === true ? [row] : [])));

const fill = (
  grid: readonly ModelCell[][],
  taken: readonly Set<number>[],
  { top, left, bottom, right }: Rectangle,
  first: ModelCell,
): void => {
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const cells = grid[row];
      if (cells !== undefined) cells[column] = row === top && column === left ? first : cell(null, first.look);
      if (row > top) taken[row]?.add(column);
    }
  }
};

/** A cell of a paper over some columns; a figure, and a sentence with one, says where it comes from. */
export const span = (value: CellValue, columns: number, look: Look = 'plain', parts?: FigureParts): Span => ({
  cell: cell(value, look, parts),
  columns,
});

/** The span with a key, by which formulas of the sheet 検算 find it. */
export const keyedSpan = (one: Span, key: string): Span => ({ ...one, cell: keyed(one.cell, key) });

/** Text the user may write over; `text` is what stands there at first, nothing where null. */
export const userSpan = (text: string | null, columns: number, look: Look = 'own-text'): Span => ({
  cell: cell(text, look),
  columns,
  user: true,
});

/** One line of spans. */
export const line = (...spans: readonly Span[]): Line => ({ spans });

/** One cell a column. */
export const cellLine = (cells: readonly ModelCell[]): Line => ({
  spans: cells.map((one) => ({ cell: one, columns: 1 })),
});

/** The column heads of a table. */
export const headerLine = (texts: readonly string[]): Line => cellLine(headerCells(texts));

/** A sentence of a sheet; one with a figure says where it comes from. */
export interface Sentence {
  readonly text: string;
  readonly source?: FigureSource | undefined;
}

/** Makes lines of one text over all columns of a sheet `columns` wide. */
export const wideLines =
  (columns: number) =>
  (text: string, look: Look, source?: FigureSource): Line =>
    line(span(text, columns, look, { source }));

interface Page {
  readonly orientation: PrintSetup['orientation'];
  /** 0-based row repeated on every page. */
  readonly headerRow?: number;
  /** The code of all that is printed stands below, so that a sheet of paper can be matched with its workbook. */
  readonly coded?: true;
  /** Stands beside the code. */
  readonly note?: string;
}

/** How our sheets are printed: the sheet's name at the top right; 資料コード and page below, counted from 1 on each sheet. */
export const pageSetup = ({ orientation, headerRow, coded, note }: Page): PrintSetup => ({
  orientation,
  ...(headerRow === undefined ? {} : { titleRows: { first: headerRow, last: headerRow } }),
  header: '&R&A',
  footer: `${coded === undefined ? '' : `&L${codePlace}`}${note === undefined ? '' : `　${note}`}&R&P`,
});
