import { appearances, withDocumentCode, type Look, type PrintSetup, type SheetModel } from '../../workbook';
import { madeUp } from './makeUp';
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
  const { orientation } = model.print;
  const needed = model.rowHeights ?? neededHeights(model.rows, model.columnWidths, model.merges);
  const across = acrossOf(model);
  const room = usablePage(orientation, across.scale).height;
  const { rowHeights, rowBreaks } = madeUp({ ...model, rowHeights: needed }, room);
  return withDocumentCode({ ...model, rowHeights, print: { ...model.print, ...across, rowBreaks } });
};

const sumOf = (points: readonly number[]): number => points.reduce((sum, one) => sum + one, 0);

type Across = Pick<PrintSetup, 'columnBreaks' | 'titleColumns'> & { readonly scale: number };

/** The scale, and where the sheet goes on to the right. */
const acrossOf = (model: SheetModel): Across => {
  const { print, frozenColumns = 0 } = model;
  const widths = printedWidths(model);
  const scale = scaleOf(model);
  const room = usablePage(print.orientation, scale).width;
  if (sumOf(widths) <= room) return { scale };
  const titleColumns = print.titleColumns ?? (frozenColumns === 0 ? undefined : { first: 0, last: frozenColumns - 1 });
  const columnBreaks = pageStarts({
    sizes: widths,
    room,
    titles: titleColumns,
    mayBegin: () => true,
    mustBegin: () => false,
  }).slice(1);
  return titleColumns === undefined ? { scale, columnBreaks } : { scale, columnBreaks, titleColumns };
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
