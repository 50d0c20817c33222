import type { Rectangle } from '../../../src/workbook';
import { HostError } from '../model/hostError';
import type { HostCell } from '../model/hostCell';
import type { HostSheet } from '../model/hostSheet';
import type { HostWorkbook } from '../model/hostWorkbook';
import { isList, type Wire } from '../model/wire';

/** A range of one sheet. */
export interface RangeTarget {
  readonly book: HostWorkbook;
  readonly sheet: HostSheet;
  readonly area: Rectangle;
}

/** Several ranges of one sheet. */
export interface AreasTarget {
  readonly book: HostWorkbook;
  readonly sheet: HostSheet;
  readonly areas: readonly Rectangle[];
}

export const rowsOf = ({ top, bottom }: Rectangle): number => bottom - top + 1;
export const columnsOf = ({ left, right }: Rectangle): number => right - left + 1;

/** Excel gives null, without an error, above this many cells (Microsoft: resource limits). */
const mostCells = 5_000_000;

/** A property of every cell, as rows. */
export const grid = (it: RangeTarget, of: (cell: HostCell) => Wire): Wire => {
  const { sheet, area } = it;
  if (rowsOf(area) * columnsOf(area) > mostCells) return null;
  refuseDeleted(it, 'Range');
  return Array.from({ length: rowsOf(area) }, (_, row) =>
    Array.from({ length: columnsOf(area) }, (__, column) => of(sheet.cell(area.top + row, area.left + column))),
  );
};

/** The one value that all cells share; null when they differ. */
export const shared = (it: RangeTarget | AreasTarget, of: (cell: HostCell) => Wire): Wire => {
  let first: Wire | undefined;
  for (const [row, column] of cellsOf(it)) {
    const value = of(it.sheet.cell(row, column));
    if (first === undefined) first = value;
    else if (first !== value) return null;
  }
  return first ?? null;
};

/** Every cell of the target, row by row. */
export function* cellsOf(it: RangeTarget | AreasTarget): Generator<readonly [number, number]> {
  for (const { top, left, bottom, right } of 'areas' in it ? it.areas : [it.area]) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) yield [row, column];
    }
  }
}

/** Spreads what was written over the range: one value for all, or rows of values of the right size. */
export const spread = (
  it: RangeTarget,
  value: Wire,
  put: (row: number, column: number, value: string | number | boolean | null) => void,
): void => {
  const { area } = it;
  const rows = isList(value) ? value : undefined;
  const whole = rows?.length === 1 && isList(rows[0]) && rows[0].length === 1 ? rows[0][0] : value;
  if (rows !== undefined && isList(whole)) {
    const fits = rows.length === rowsOf(area) && rows.every((row) => isList(row) && row.length === columnsOf(area));
    if (!fits) throw new HostError('InvalidArgument', 'the array does not have the size of the range', 'Range.values');
  }
  for (const [row, column] of cellsOf(it)) {
    const line = isList(whole) ? whole[row - area.top] : undefined;
    const one = line === undefined ? whole : isList(line) ? line[column - area.left] : undefined;
    put(row, column, typeof one === 'object' || one === undefined ? null : one);
  }
};

export const refuseDeleted = (it: { readonly book: HostWorkbook; readonly sheet: HostSheet }, where: string): void => {
  if (!it.book.sheets.includes(it.sheet)) throw new HostError('ItemNotFound', 'the sheet was deleted', where);
};

/** Any write: the sheet must exist and be open. */
export const beforeWrite = (it: RangeTarget | AreasTarget, where: string): void => {
  refuseDeleted(it, where);
  it.sheet.refuseWhenProtected(where);
};

/** Excel writes an array past filtered-out rows; what they should have held is lost (office-js #224, #226). */
export const skippedByFilter = (it: RangeTarget, row: number): boolean => {
  const filters = [...(it.sheet.autoFilter === undefined ? [] : [it.sheet.autoFilter]), ...it.sheet.tables];
  return it.sheet.hiddenRows.has(row) && filters.some(({ filtered }) => filtered);
};
