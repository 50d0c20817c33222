import { a1, type Rectangle, type RunOptions } from '..';
import { checkpoint } from './session';
import { cellCount, rangeOf } from './survey';

/** Part of a sheet of which some cells are struck through. */
interface StruckArea {
  readonly sheet: Excel.Worksheet;
  readonly area: Rectangle;
}

/** Where Excel says that some cells of so many differ, each is looked at. */
const cellsPerBand = 1_000;
/** Bands, or cells, that are asked about in one round trip; each answer has some 100 bytes (office-js #2564: 90,000 fail). */
const bandsPerTrip = 2_000;
const cellsPerTrip = 20_000;

/**
 * The struck-through cells of large sheets: asked in bands first, which is few bytes, and by cell only where a band is mixed
 * (null). One round trip, and one for each 20,000 cells of mixed bands.
 */
export const readStruck = async (
  context: Excel.RequestContext,
  areas: readonly StruckArea[],
  options: RunOptions,
): Promise<ReadonlyMap<Excel.Worksheet, readonly string[]>> => {
  const found = new Map<Excel.Worksheet, string[]>(areas.map(({ sheet }) => [sheet, []]));
  const mixed: StruckArea[] = [];
  for (const trip of tripsOf(areas.flatMap(bandsOf), () => 1, bandsPerTrip)) {
    checkpoint(options, 'read', 0, 1);
    for (const { band, struck } of await askBands(context, trip)) {
      if (struck === null) mixed.push(band);
      else if (struck) found.get(band.sheet)?.push(...cellsOf(band.area, () => true));
    }
  }
  for (const trip of tripsOf(mixed, ({ area }) => cellCount(area), cellsPerTrip)) {
    checkpoint(options, 'read', 0, 1);
    for (const { band, isStruck } of await askCells(context, trip))
      found.get(band.sheet)?.push(...cellsOf(band.area, isStruck));
  }
  return found;
};

const bandsOf = ({ sheet, area }: StruckArea): readonly StruckArea[] => {
  const rows = Math.max(1, Math.floor(cellsPerBand / (area.right - area.left + 1)));
  return Array.from({ length: Math.ceil((area.bottom - area.top + 1) / rows) }, (_, place) => {
    const top = area.top + place * rows;
    return { sheet, area: { ...area, top, bottom: Math.min(area.bottom, top + rows - 1) } };
  });
};

const tripsOf = (
  bands: readonly StruckArea[],
  sizeOf: (band: StruckArea) => number,
  most: number,
): readonly (readonly StruckArea[])[] => {
  const trips: StruckArea[][] = [];
  let size = most;
  for (const band of bands) {
    if (size + sizeOf(band) > most) {
      trips.push([]);
      size = 0;
    }
    trips.at(-1)?.push(band);
    size += sizeOf(band);
  }
  return trips;
};

const askBands = async (
  context: Excel.RequestContext,
  bands: readonly StruckArea[],
): Promise<readonly { readonly band: StruckArea; readonly struck: boolean | null }[]> => {
  const asked = bands.map((band) => ({ band, font: rangeOf(band.sheet, band.area).format.font.load('strikethrough') }));
  await context.sync();
  // The types promise a boolean; it is null where the cells differ.
  return asked.map(({ band, font }) => ({ band, struck: font.strikethrough }));
};

const askCells = async (context: Excel.RequestContext, bands: readonly StruckArea[]) => {
  const asked = bands.map((band) => ({
    band,
    cells: rangeOf(band.sheet, band.area).getCellProperties({ format: { font: { strikethrough: true } } }),
  }));
  await context.sync();
  return asked.map(({ band, cells: { value } }) => ({
    band,
    isStruck: (down: number, across: number) => value[down]?.[across]?.format?.font?.strikethrough === true,
  }));
};

const cellsOf = (
  { top, left, bottom, right }: Rectangle,
  isStruck: (down: number, across: number) => boolean,
): readonly string[] => {
  const cells: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      if (isStruck(row - top, column - left)) cells.push(a1(row, column));
    }
  }
  return cells;
};
