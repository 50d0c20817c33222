import {
  appearances,
  plainRowPoints,
  withDocumentCode,
  type Look,
  type ModelCell,
  type PrintSetup,
  type RowRange,
  type SheetModel,
} from '../../workbook';
import { pageStarts, printedWidths, usablePage } from './pages';
import { neededHeights } from './rowHeights';

/** The one scale beside 100 per cent: type of 10.5 points, the size of cells, is 9 on paper. */
const smaller = 86;
/** Points on paper that nothing printed goes below. */
export const leastSize = 9;

/**
 * A sheet as it is printed: its code below, heights for all its text, its scale, and where its pages begin, so that no heading or head of a
 * table stands alone at the foot of a page, and no block is divided (src/decisions/pages.md).
 */
export const onPaper = (model: SheetModel): SheetModel => {
  const rowHeights = model.rowHeights ?? neededHeights(model.rows, model.columnWidths, model.merges);
  const whole = { ...model, rowHeights };
  return withDocumentCode({ ...whole, print: { ...model.print, ...pagesOf(whole) } });
};

const sumOf = (points: readonly number[]): number => points.reduce((sum, one) => sum + one, 0);

type Pages = Pick<PrintSetup, 'scale' | 'rowBreaks' | 'columnBreaks' | 'titleColumns'>;

const pagesOf = (model: SheetModel): Pages => {
  const { print, frozenColumns = 0 } = model;
  const widths = printedWidths(model);
  const scale = scaleOf(model);
  const room = usablePage(print.orientation, scale);
  if (sumOf(widths) <= room.width) return { scale, rowBreaks: rowBreaks(model, room.height) };
  const titleColumns = print.titleColumns ?? (frozenColumns === 0 ? undefined : { first: 0, last: frozenColumns - 1 });
  const columnBreaks = pageStarts({
    sizes: widths,
    room: room.width,
    titles: titleColumns,
    mayBegin: () => true,
    mustBegin: () => false,
  }).slice(1);
  const pages = { scale, rowBreaks: rowBreaks(model, room.height), columnBreaks };
  return titleColumns === undefined ? pages : { ...pages, titleColumns };
};

/** 100, or the smaller one where that makes the sheet one page wide and its smallest type stays large enough. */
const scaleOf = (model: SheetModel): number => {
  const width = sumOf(printedWidths(model));
  if (width <= usablePage(model.print.orientation).width) return 100;
  const fits = width <= usablePage(model.print.orientation, smaller).width;
  return fits && (smallestType(model) * smaller) / 100 >= leastSize ? smaller : 100;
};

/** Points of the smallest type in which the sheet says something. */
export const smallestType = ({ rows }: Pick<SheetModel, 'rows'>): number => {
  const looks = new Set<Look>();
  for (const row of rows) for (const { value, look } of row) if (value !== null) looks.add(look);
  return Math.min(...[...looks].map((look) => appearances[look].size));
};

/** Excel takes 1,026 breaks on a sheet; a list so long is divided by Excel, under its repeated head. */
const mostBreaks = 1000;

const rowBreaks = (model: SheetModel, room: number): readonly number[] => {
  const heights = heightsOf(model);
  const begins = mayBegin(model, heights, room);
  const { titleRows } = model.print;
  const starts = pageStarts({
    sizes: heights,
    room,
    titles: titleRows,
    mayBegin: begins,
    mustBegin: (row) => model.pageRows?.has(row) === true,
  }).slice(1);
  return starts.length > mostBreaks ? [] : starts;
};

/** Points of every row. */
export const heightsOf = ({ rows, rowHeights }: SheetModel): readonly number[] =>
  rows.map((_, row) => rowHeights?.get(row) ?? plainRowPoints);

/** Looks of rows that say what follows. */
const heads: ReadonlySet<Look> = new Set<Look>([
  'title',
  'subtitle',
  'heading',
  'strong',
  'header',
  'stub',
  'paper-title',
]);

/** Tells of every row whether a page may begin with it. */
const mayBegin = (model: SheetModel, heights: readonly number[], room: number): ((row: number) => boolean) => {
  const { rows, merges = [], blocks = [], charts = [] } = model;
  const joined = new Set<number>();
  const join = ({ first, last }: RowRange): void => {
    let points = 0;
    for (let row = first; row <= last; row += 1) points += heights[row] ?? 0;
    // What no page holds is divided like anything else.
    if (points <= room) for (let row = first + 1; row <= last; row += 1) joined.add(row);
  };
  for (const [row, cells] of rows.entries()) {
    if (row === 0) continue;
    const above = firstLook(rows[row - 1]);
    const here = firstLook(cells);
    if (above !== undefined && heads.has(above)) joined.add(row);
    // A sentence right below a heading belongs to both.
    if (above === 'paragraph' && joined.has(row - 1)) joined.add(row);
    // Notes stand with the last row they speak of.
    if (isNote(here) && above !== undefined && !isNote(above)) joined.add(row);
  }
  for (const { top, bottom } of merges) if (bottom > top) join({ first: top, last: bottom });
  for (const { anchor } of charts) join({ first: anchor.top, last: anchor.bottom });
  blocks.forEach(join);
  return (row) => !joined.has(row);
};

const isNote = (look: Look | undefined): boolean => look === 'note' || look === 'remark';

const firstLook = (cells: readonly ModelCell[] | undefined): Look | undefined =>
  cells?.find(({ value }) => value !== null && value !== '')?.look;
