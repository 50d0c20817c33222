import { coveredKey, type Rectangle } from './address';
import { eachCell, type SheetModel } from './model';
import { fingerprint } from './ownership';
import { modelFingerprint, ownedRectangle, silentCells } from './refreshPlan';
import { cellAt, outwardValue, sameValue, type CellValue, type Grid } from './values';

const signs = 4;

/**
 * Marks of a block we wrote, 4 signs a row and a column behind its fingerprint: they name the cells that somebody changed
 * since, without a copy of what was written.
 */
export const blockMarks = (model: SheetModel): string => {
  const { bottom, right } = ownedRectangle(model);
  const unmarked = unmarkedCells(model);
  const { rows, columns } = marksOf(bottom + 1, right + 1, (row, column) =>
    unmarked.has(coveredKey(row, column)) ? null : (model.rows[row]?.[column]?.value ?? null),
  );
  return `${modelFingerprint(model)}${rows.join('')}${columns.join('')}`;
};

/**
 * The cells of the block that differ from what was written: where a row and a column both do, and the new sheet says
 * something else. Undefined where the marks are of another block than the one that stands there.
 */
export const cellsChangedSince = (
  marks: string,
  model: SheetModel,
  standing: { readonly rectangle: Rectangle; readonly fingerprint?: string },
  grid: Grid,
): readonly { readonly row: number; readonly column: number }[] | undefined => {
  const { top, left, bottom, right } = standing.rectangle;
  const [height, width] = [bottom - top + 1, right - left + 1];
  const known = marks.slice(hash);
  if (marks.slice(0, hash) !== standing.fingerprint || known.length !== (height + width) * signs) return undefined;
  const unmarked = unmarkedCells(model);
  const valueAt = (row: number, column: number): CellValue =>
    unmarked.has(coveredKey(row, column)) ? null : cellAt(grid, top + row, left + column);
  const now = marksOf(height, width, valueAt);
  const isOther = (mark: string | undefined, place: number): boolean =>
    mark !== known.slice(place * signs, (place + 1) * signs);
  const rows = now.rows.flatMap((mark, row) => (isOther(mark, row) ? [row] : []));
  const columns = now.columns.flatMap((mark, column) => (isOther(mark, height + column) ? [column] : []));
  return rows.flatMap((row) =>
    columns.flatMap((column) => {
      const wanted = model.rows[row]?.[column]?.value ?? null;
      const isSame =
        unmarked.has(coveredKey(row, column)) || sameValue(outwardValue(wanted), outwardValue(valueAt(row, column)));
      return isSame ? [] : [{ row: top + row, column: left + column }];
    }),
  );
};

/** Cells that are not ours to judge, or whose value changes by itself. */
const unmarkedCells = (model: SheetModel): ReadonlySet<string> => {
  const unmarked = new Set(silentCells(model));
  eachCell(model.rows, (row, column, { formula }) => {
    if (formula !== undefined) unmarked.add(coveredKey(row, column));
  });
  return unmarked;
};

/** Length of a fingerprint. */
const hash = 16;

const marksOf = (height: number, width: number, valueAt: (row: number, column: number) => CellValue) => {
  const line = (size: number, value: (place: number) => CellValue): string =>
    fingerprint([Array.from({ length: size }, (_, place) => value(place))]).slice(0, signs);
  return {
    rows: Array.from({ length: height }, (_, row) => line(width, (column) => valueAt(row, column))),
    columns: Array.from({ length: width }, (_, column) => line(height, (row) => valueAt(row, column))),
  };
};
