import {
  appearances,
  cellMarginPoints,
  columnPoints,
  coveredCells,
  coveredKey,
  numberFormatOf,
  pageBody,
  plainRowPoints,
  textEm,
  type ModelCell,
  type SheetModel,
} from '../../src/workbook';
import { brokenLines, emsIn } from '../../src/report/layout/textLines';

/** Rows of a page down, and columns of a page across. */
export interface PrintedPage {
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

/**
 * The pages a sheet is printed on, worked out anew from what its model says: heights and widths in points, Excel's manual
 * breaks, and an automatic break where a page is full. Not the code that sets the breaks.
 */
export const printedPages = (sheet: SheetModel): readonly PrintedPage[] => {
  const { print, columnWidths, rows, rowHeights } = sheet;
  const body = pageBody(print.orientation);
  const share = (print.scale ?? 100) / 100;
  const heights = rows
    .slice(0, (print.area?.bottom ?? rows.length - 1) + 1)
    .map((_, row) => rowHeights?.get(row) ?? plainRowPoints);
  const widths = columnWidths.slice(0, (print.area?.right ?? columnWidths.length - 1) + 1).map(columnPoints);
  const down = runs(heights, body.height / share, print.rowBreaks ?? [], print.titleRows);
  const across = runs(widths, body.width / share, print.columnBreaks ?? [], print.titleColumns);
  return across.flatMap((columns) => down.map((one) => ({ rows: one, columns })));
};

const runs = (
  sizes: readonly number[],
  room: number,
  breaks: readonly number[],
  titles: { readonly first: number; readonly last: number } | undefined,
): readonly (readonly [number, number])[] => {
  const found: [number, number][] = [];
  let start = 0;
  let used = 0;
  for (const [at, size] of sizes.entries()) {
    if (at > start && (breaks.includes(at) || used + size > room)) {
      found.push([start, at - 1]);
      start = at;
      const repeated = titles !== undefined && at > titles.last ? sizes.slice(titles.first, titles.last + 1) : [];
      used = repeated.reduce((sum, one) => sum + one, 0);
    }
    used += size;
  }
  return [...found, [start, sizes.length - 1]];
};

/** Points of the rows from `first` to `last`. */
export const rowPoints = ({ rowHeights }: SheetModel, first: number, last: number): number => {
  let points = 0;
  for (let row = first; row <= last; row += 1) points += rowHeights?.get(row) ?? plainRowPoints;
  return points;
};

/** Tells in which column a cell ends that begins in one: merged cells reach over several. */
export const lastColumn = ({ merges = [] }: SheetModel): ((row: number, column: number) => number) => {
  const right = new Map(merges.map((merge) => [coveredKey(merge.top, merge.left), merge.right]));
  return (row, column) => right.get(coveredKey(row, column)) ?? column;
};

const heads = new Set(['title', 'subtitle', 'heading', 'strong', 'header', 'stub', 'paper-title']);
const lookOf = (cells: readonly ModelCell[] | undefined) =>
  cells?.find(({ value }) => value !== null && value !== '')?.look;

/** What no printed sheet may show; empty for one that is as it should be. */
export const pageFaults = (sheet: SheetModel): readonly string[] => {
  const faults: string[] = [];
  const { name, rows, print, blocks = [], merges = [] } = sheet;
  const share = (print.scale ?? 100) / 100;
  const pages = printedPages(sheet).filter(({ columns: [first] }) => first === 0);
  const room = pageBody(print.orientation).height / share;
  const height = (first: number, last: number): number => rowPoints(sheet, first, last);
  for (const [at, { rows: page }] of pages.entries()) {
    const [first, last] = page;
    if (at < pages.length - 1 && heads.has(lookOf(rows[last]) ?? ''))
      faults.push(`${name}: row ${last + 1} stands alone at the foot of page ${at + 1}`);
    const filled = height(first, last);
    if (filled > room) faults.push(`${name}: page ${at + 1} is too high`);
    if (pages.length > 1 && last - first + 1 < 5 && filled < room / 4 && sheet.pageRows?.has(last + 1) !== true)
      faults.push(`${name}: page ${at + 1} of ${pages.length} holds ${last - first + 1} rows`);
  }
  for (const { columns } of printedPages(sheet))
    if (columns[0] > 0 && columns[0] === columns[1])
      faults.push(`${name}: column ${columns[0] + 1} stands alone on a page`);
  const starts = new Set(pages.map(({ rows: [first] }) => first));
  const upright = merges
    .filter(({ top, bottom }) => bottom > top)
    .map(({ top, bottom }) => ({ first: top, last: bottom }));
  for (const { first, last } of [...blocks, ...upright]) {
    // A block that no page holds is divided; 3 % of the page stay free.
    if (height(first, last) > room * 0.96) continue;
    for (let row = first + 1; row <= last; row += 1)
      if (starts.has(row)) faults.push(`${name}: the block of rows ${first + 1}–${last + 1} is divided at ${row + 1}`);
  }
  if (pages.length > 1 && print.titleRows === undefined && hasTableOver(sheet, starts))
    faults.push(`${name}: a table goes on without its head`);
  faults.push(...smallTypes(sheet, share), ...wideTexts(sheet), ...cutWords(sheet), ...cutByPages(sheet));
  return faults;
};

/** A page that begins inside a table: with a row of bordered figures whose head is on the page before. */
const hasTableOver = ({ rows }: SheetModel, starts: ReadonlySet<number>): boolean =>
  [...starts].some((row) => {
    if (row === 0) return false;
    const bordered = (cells: readonly ModelCell[] | undefined): boolean =>
      (cells?.filter(({ look }) => appearances[look].border === 'thin').length ?? 0) > 1;
    return bordered(rows[row]) && bordered(rows[row - 1]) && !rows[row]!.some(({ look }) => look === 'header');
  });

const smallTypes = ({ name, rows }: SheetModel, share: number): readonly string[] => {
  const sizes = new Set(rows.flat().flatMap(({ value, look }) => (value === null ? [] : [appearances[look].size])));
  return [...sizes].filter((size) => size * share < 9).map((size) => `${name}: type of ${size * share} points`);
};

/** Texts that do not wrap, and figures as they are shown, wider than their cell. */
const wideTexts = (sheet: SheetModel): readonly string[] => {
  const { name, rows, columnWidths, merges = [] } = sheet;
  const covered = coveredCells(merges);
  const lastOf = lastColumn(sheet);
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const { size, wrap, border, upright } = appearances[cell.look];
      if (cell.value === null || wrap || upright === true || border === 'none' || covered.has(coveredKey(row, column)))
        return [];
      const width = columnWidths
        .slice(column, lastOf(row, column) + 1)
        .reduce((sum, one) => sum + columnPoints(one), 0);
      const ems = textEm(shown(cell));
      return ems * size > width - cellMarginPoints
        ? [`${name}: ${shown(cell)} is wider than column ${column + 1} (row ${row + 1})`]
        : [];
    }),
  );
};

/** Heads of columns of which the width leaves one sign to a line, and figures parted from 千円. */
const cutWords = (sheet: SheetModel): readonly string[] => {
  const { name, marker, rows, columnWidths } = sheet;
  // Heads of its columns are names of municipalities, of any length.
  if (marker.startsWith('charts')) return [];
  const lastOf = lastColumn(sheet);
  return rows.flatMap((cells, row) =>
    cells.flatMap(({ value, look }, column) => {
      const { wrap, size, border } = appearances[look];
      if (typeof value !== 'string' || !wrap || border === 'none') return [];
      const widths = columnWidths.slice(column, lastOf(row, column) + 1);
      const lines = brokenLines(
        value,
        emsIn(
          widths.reduce((sum, one) => sum + one, 0),
          size,
        ),
      );
      const isCut =
        (look === 'header' && lines.length > 1 && lines.some((line) => line.length === 1)) ||
        (look !== 'wrap' &&
          lines.some((line, at) => {
            const next = lines[at + 1] ?? '';
            return (/\d$/.test(line) && /^(千円|千$)/.test(next)) || (/\d千$/.test(line) && next.startsWith('円'));
          }));
      return isCut ? [`${name}: ${lines.join('|')} (row ${row + 1})`] : [];
    }),
  );
};

/**
 * Texts over columns of which some stand on the next page across: those that run over its side, and those that begin in the
 * columns repeated there and end behind them.
 */
const cutByPages = ({
  name,
  rows,
  print: { columnBreaks = [], titleColumns },
  merges = [],
}: SheetModel): readonly string[] => {
  const repeated = columnBreaks.length === 0 ? undefined : titleColumns;
  return merges
    .filter(({ top, left }) => (rows[top]?.[left]?.value ?? null) !== null)
    .flatMap(({ top, left, right }) => [
      ...(columnBreaks.some((start) => left < start && start <= right)
        ? [`${name}: row ${top + 1} runs over the side of the page`]
        : []),
      ...(repeated !== undefined && left <= repeated.last && right > repeated.last
        ? [`${name}: row ${top + 1} is cut where its columns are repeated`]
        : []),
    ]);
};

/** A value as its format shows it, as wide as it is. */
const shown = ({ value, look, number }: ModelCell): string => {
  if (typeof value !== 'number' || number === undefined) return String(value);
  const format = numberFormatOf(look, number);
  if (number === 'date') return '2026年12月31日';
  const percent = format.includes('%');
  const scaled = percent ? value * 100 : value;
  const decimals = percent && look === 'figure' && value === 1 ? 0 : (/0\.(0+)/.exec(format)?.[1]?.length ?? 0);
  const digits = Math.abs(scaled).toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: format.includes(','),
  });
  const sign = value < 0 ? '△' : number.startsWith('signed') ? '＋' : '';
  return `${sign}${digits}${percent ? '%' : ''}${format.includes('円') ? '円' : ''}${format.includes('_)') ? ')' : ''}`;
};
