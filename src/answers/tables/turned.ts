import { a1, parseA1, type CellValue, type SheetContent } from '../../workbook';

const turnedSheets = new WeakSet<SheetContent>();
/** A sheet wider than this is no list of questions over municipalities' rows. */
const mostColumns = 1000;
const mostRows = 2500;

/**
 * The sheet with rows and columns exchanged, for lists with a municipality in each row and a question in each column;
 * `addressIn` gives the addresses of the sheet as it is. Undefined for a sheet too large to be one.
 */
export const turned = (sheet: SheetContent): SheetContent | undefined => {
  const width = sheet.grid.reduce((most, row) => Math.max(most, row.length), 0);
  if (width > mostColumns || sheet.grid.length > mostRows) return undefined;
  const flip = (address: string): string => {
    const place = parseA1(address);
    return place === undefined ? address : a1(place.left, place.top);
  };
  const result: SheetContent = {
    ...sheet,
    grid: Array.from({ length: width }, (_, column) => sheet.grid.map((row): CellValue => row[column] ?? null)),
    merges: sheet.merges.map(({ top, bottom, left, right }) => ({
      top: left,
      bottom: right,
      left: top,
      right: bottom,
    })),
    hiddenRows: sheet.hiddenColumns,
    hiddenColumns: sheet.hiddenRows,
    uncalculated: sheet.uncalculated.map(flip),
    struckThrough: sheet.struckThrough.map(flip),
    ...(sheet.coveredValues === undefined ? {} : { coveredValues: sheet.coveredValues.map(flip) }),
    ...(sheet.unseenValues === undefined ? {} : { unseenValues: sheet.unseenValues.map(flip) }),
    ...(sheet.doubled === undefined ? {} : { doubled: sheet.doubled.map(flip) }),
  };
  turnedSheets.add(result);
  return result;
};

/** Whether rows and columns of a sheet were exchanged. */
export const isTurned = (sheet: SheetContent): boolean => turnedSheets.has(sheet);

/** The A1 address of a 0-based cell as the person sees the sheet. */
export const addressIn = (sheet: SheetContent, row: number, column: number): string =>
  turnedSheets.has(sheet) ? a1(column, row) : a1(row, column);

/** The cell that `addressIn` named, 0-based in the sheet as it is read; undefined when that is no address. */
export const placeIn = (
  sheet: SheetContent,
  address: string,
): { readonly row: number; readonly column: number } | undefined => {
  const place = parseA1(address);
  if (place === undefined) return undefined;
  return turnedSheets.has(sheet) ? { row: place.left, column: place.top } : { row: place.top, column: place.left };
};
