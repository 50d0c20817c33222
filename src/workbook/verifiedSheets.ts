import { a1, columnName, isWithin, parseA1, type Rectangle } from './address';
import { codeOfCells, placeOfChange, type CellWalk } from './documentCode';
import type { SheetContent, WorkbookContent } from './content';
import { markedSheets, type OwnedSheet } from './ownership';
import { cellAt, type Grid } from './values';

/** A sheet of ours in a workbook, held against what it said when it was written. */
export interface VerifiedSheet {
  readonly name: string;
  /** 資料コード as it was written; undefined for a sheet of an older version, which has none. */
  readonly written: string | undefined;
  /** 資料コード of what stands there now. */
  readonly now: string;
  /** The cell that changed, or the row or column where several did; undefined where nothing did, or cells lie apart. */
  readonly place: string | undefined;
  /** Texts in the cells left to the user: no part of the code. */
  readonly ownTexts: number;
  /** Formulas whose results the file does not hold, so that {@link now} says nothing. */
  readonly uncalculated: number;
}

/** Every sheet of ours, by the order of the names that mark them. */
export const verifiedSheets = ({
  names,
  sheets,
}: Pick<WorkbookContent, 'names' | 'sheets'>): readonly VerifiedSheet[] =>
  markedSheets(names).flatMap(({ marker, owned }) => {
    const sheet = sheets.find(({ name }) => name === owned.name);
    return sheet === undefined ? [] : [verified(sheet, marker, owned)];
  });

const verified = (
  { name, grid, uncalculated }: SheetContent,
  marker: string,
  { rectangle, stamp }: OwnedSheet,
): VerifiedSheet => {
  const { top, left, bottom, right } = rectangle;
  const userCells = stamp?.userCells ?? [];
  const now = codeOfCells(marker, cellsIn(grid, rectangle), userCells);
  const changed = stamp === undefined || stamp.code === now.code ? undefined : placeOfChange(stamp.sums, now.sums);
  const row = changed?.row === undefined || changed.row > bottom - top ? undefined : top + changed.row;
  const column = changed?.column === undefined || changed.column > right - left ? undefined : left + changed.column;
  return {
    name,
    written: stamp?.code,
    now: now.code,
    place: placeText(row, column),
    ownTexts: userCells.reduce(
      (sum, area) =>
        sum +
        grid.slice(top + area.top, top + area.bottom + 1).filter((cells) => (cells[left + area.left] ?? null) !== null)
          .length,
      0,
    ),
    uncalculated: uncalculated.filter((address) => {
      const cell = parseA1(address);
      return cell !== undefined && isWithin(rectangle, cell.top, cell.left);
    }).length,
  };
};

const cellsIn =
  (grid: Grid, { top, left, bottom, right }: Rectangle): CellWalk =>
  (take) => {
    for (let row = top; row <= Math.min(bottom, grid.length - 1); row += 1)
      for (let column = left; column <= right; column += 1) take(row - top, column - left, cellAt(grid, row, column));
  };

/** Whether a sheet of ours still prints what it did; false where it bears no code that could tell. */
export const printsAsWritten = (marker: string, { rectangle, stamp }: OwnedSheet, grid: Grid): boolean =>
  codeOfCells(marker, cellsIn(grid, rectangle), stamp?.userCells ?? []).code === stamp?.code;

const placeText = (row: number | undefined, column: number | undefined): string | undefined => {
  if (row !== undefined && column !== undefined) return a1(row, column);
  if (row !== undefined) return `${row + 1}行`;
  return column === undefined ? undefined : `${columnName(column)}列`;
};
