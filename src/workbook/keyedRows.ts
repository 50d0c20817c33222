import { withDocumentCode } from './documentCode';
import type { KeyedRows, ModelCell, SheetModel } from './model';
import type { OwnedSheet } from './ownership';
import { cellAt, outwardValue, sameValue, spokenText, type CellValue, type Grid } from './values';

/**
 * The model with what the user wrote on the sheet it was written to before, each text in the row of its key. Undefined where
 * texts cannot be told apart any more: another heading over a column, a row with text but without a key of ours, a key twice.
 */
export const withStandingTexts = (model: SheetModel, before: OwnedSheet, grid: Grid): SheetModel | undefined => {
  const { keyed } = model;
  if (keyed === undefined) return model;
  const standing = standingTexts(model, keyed, before, grid);
  if (standing === undefined) return undefined;
  const rows = model.rows.map((cells, row) => (row < keyed.first ? cells : filled(cells, row, keyed, standing)));
  const present = new Set(model.rows.slice(keyed.first).map((cells) => cells[keyed.keyColumn]?.value));
  for (const [key, cells] of keyed.spare) {
    const row = rows.length;
    if (!present.has(key) && standing.has(key)) rows.push(filled(cells, row, keyed, standing));
  }
  return withDocumentCode({
    ...model,
    rows,
    userCells: keyedCells(keyed, rows.length),
    rowHeights: new Map([
      ...[...(model.rowHeights ?? [])].filter(([row]) => row < keyed.first),
      ...rows.flatMap((cells, row) => (row < keyed.first ? [] : [[row, keyed.heightOf(cells)] as const])),
    ]),
  });
};

/** The cells of the first `count` rows that are the user's. */
export const keyedCells = (
  { first, userColumns }: KeyedRows,
  count: number,
): readonly { readonly row: number; readonly column: number }[] =>
  Array.from({ length: Math.max(0, count - first) }, (_, at) =>
    userColumns.map((column) => ({ row: first + at, column })),
  ).flat();

/** Rows that a model may come to have on a sheet. */
export const mostRowsOf = ({ rows, keyed }: SheetModel): number => rows.length + (keyed?.spare.size ?? 0);

/** What stands in the user's cells of a row, and in which row. */
interface Standing {
  readonly row: number;
  readonly texts: ReadonlyMap<number, CellValue>;
}

const standingTexts = (
  model: SheetModel,
  keyed: KeyedRows,
  { rectangle: { top, left, bottom } }: OwnedSheet,
  grid: Grid,
): ReadonlyMap<string, Standing> | undefined => {
  const { first, keyColumn, userColumns, spare } = keyed;
  const valueAt = (row: number, column: number): CellValue => outwardValue(cellAt(grid, top + row, left + column));
  const headings = model.rows[first - 1] ?? [];
  const isHeaded = (column: number): boolean =>
    sameValue(valueAt(first - 1, column), outwardValue(headings[column]?.value ?? null));
  if (![keyColumn, ...userColumns].every(isHeaded)) return undefined;
  const keys = new Set([...model.rows.slice(first).map((cells) => cells[keyColumn]?.value), ...spare.keys()]);
  const standing = new Map<string, Standing>();
  for (let row = first; row <= bottom - top; row += 1) {
    const texts = new Map(
      userColumns.flatMap((column): readonly (readonly [number, CellValue])[] => {
        const value = valueAt(row, column);
        return value === null ? [] : [[column, value]];
      }),
    );
    if (texts.size === 0) continue;
    const key = valueAt(row, keyColumn);
    if (typeof key !== 'string' || !keys.has(key) || standing.has(key)) return undefined;
    standing.set(key, { row, texts });
  }
  return standing;
};

const filled = (
  cells: readonly ModelCell[],
  row: number,
  { keyColumn, userColumns }: KeyedRows,
  standing: ReadonlyMap<string, Standing>,
): readonly ModelCell[] => {
  const found = standing.get(String(cells[keyColumn]?.value));
  if (found === undefined) return cells;
  return cells.map((cell, column) => {
    const text = userColumns.includes(column) ? found.texts.get(column) : undefined;
    if (text === undefined) return cell;
    // A day keeps its format only in the cell where it was typed.
    return { ...cell, value: text instanceof Date && found.row !== row ? spokenText(text) : text };
  });
};
