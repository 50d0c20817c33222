import { columnPixels, coveredKey, parseA1 } from '../..';
import { openXmlPackage, type Package } from '../package/package';
import { FileFault, limits } from '../fault';
import { attributeOf, isElement, isFlag, nextTag, openXml, type XmlCursor } from '../xml/cursor';
import { formatOf, type CellFormats } from './cellFormats';
import { formatsIn, workbookPlan } from './readXlsx';

/** How a sheet of an .xlsx looks in Excel, as far as a grid shows it. */
export interface SheetLook {
  readonly sheet: string;
  /** Pixels, by 0-based column. */
  readonly widths: ReadonlyMap<number, number>;
  /** 0-based columns that are not shown. */
  readonly hidden: ReadonlySet<number>;
  /** Pixels of every other column. */
  readonly plainWidth: number;
  /** Number formats of cells that have one, by {@link coveredKey}. */
  readonly formats: ReadonlyMap<string, string>;
}

/** Bytes of a sheet, unpacked: a larger one is not unpacked again for its looks, and is shown as it is stored. */
const mostBytes = 4 << 20;
/** Excel's own, in figures, where the sheet tells none. */
const plainFigures = 8.43 + 5 / 7;

/**
 * The looks of the sheets, apart from their cells: whoever scores needs none, and reading stays fast. Nothing for files of
 * other kinds, nor for a sheet that cannot be read: that is said where its cells are.
 */
export const readSheetLooks = (bytes: Uint8Array): readonly SheetLook[] => {
  try {
    const book = openXmlPackage(bytes);
    if (book === undefined) return [];
    const plan = workbookPlan(book);
    const formats = formatsIn(book, plan);
    return plan.sheets.flatMap(({ name, part }) =>
      part === undefined ? [] : (lookOf(book, name, part, formats) ?? []),
    );
  } catch (cause) {
    if (cause instanceof FileFault) return [];
    throw cause;
  }
};

const lookOf = (book: Package, sheet: string, part: string, formats: CellFormats): SheetLook | undefined => {
  const entry = book.entries.get(part);
  const bytes = entry === undefined || entry.bytes > mostBytes ? undefined : book.part(part);
  if (bytes === undefined) return undefined;
  const widths = new Map<number, number>();
  const hidden = new Set<number>();
  const codes = new Map<string, string>();
  let plainWidth = columnPixels(plainFigures);
  const cursor = openXml(bytes, part, sheet);
  while (nextTag(cursor)) {
    if (cursor.kind === 'close') continue;
    if (isElement(cursor, 'c')) noteFormat(cursor, formats, codes);
    else if (isElement(cursor, 'col')) noteColumns(cursor, widths, hidden);
    else if (isElement(cursor, 'sheetFormatPr')) plainWidth = pixelsIn(cursor, 'defaultColWidth') ?? plainWidth;
  }
  return { sheet, widths, hidden, plainWidth, formats: codes };
};

const noteFormat = (cursor: XmlCursor, formats: CellFormats, codes: Map<string, string>): void => {
  const style = attributeOf(cursor, 's');
  if (style === undefined) return;
  const { code } = formatOf(formats, Number(style));
  const place = code === '' ? undefined : parseA1(attributeOf(cursor, 'r') ?? '');
  if (place !== undefined) codes.set(coveredKey(place.top, place.left), code);
};

const noteColumns = (cursor: XmlCursor, widths: Map<number, number>, hidden: Set<number>): void => {
  const pixels = pixelsIn(cursor, 'width');
  const isHidden = isFlag(attributeOf(cursor, 'hidden'));
  const last = Math.min(Number(attributeOf(cursor, 'max')), limits.columns);
  for (let column = Number(attributeOf(cursor, 'min')) - 1; column >= 0 && column < last; column += 1) {
    if (isHidden) hidden.add(column);
    else if (pixels !== undefined) widths.set(column, pixels);
  }
};

const pixelsIn = (cursor: XmlCursor, name: string): number | undefined => {
  const figures = Number(attributeOf(cursor, name) ?? 0);
  return figures > 0 && figures <= 255 ? columnPixels(figures) : undefined;
};
