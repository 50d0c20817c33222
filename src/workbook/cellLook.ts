import { looks, numberFormatOf, numberStyles, type Look } from './appearance';
import type { Rectangle } from './address';
import { eachCell, type ModelCell, type SheetModel } from './model';
import { cellAt, outwardValue, startsLikeFormula, type CellValue, type Grid } from './values';

/** The number format of a cell of ours: the model's own; text that could run as a formula gets the text format. */
export const formatOf = (cell: ModelCell | undefined): string => {
  if (cell?.number !== undefined) return numberFormatOf(cell.look, cell.number);
  const value = cell === undefined ? null : outwardValue(cell.value);
  if (typeof value === 'string' && startsLikeFormula(value)) return '@';
  return value instanceof Date ? numberFormatOf('plain', 'date') : 'General';
};

/**
 * Cells of a sheet that stands whose looks and number formats become those of the model. Looks are the user's once a sheet
 * stands, but a share in the format of a count is a wrong figure (23.5 % as 0), and a frame around nothing a riddle. So a
 * cell takes them where it was empty or becomes so, where its look says what its value says, and where, in a row that
 * changes, another number format of ours stands than it should have. What is ours no more becomes plain.
 */
export const relookedBlocks = (
  model: SheetModel,
  { old, owned }: { readonly old: Rectangle; readonly owned: Rectangle },
  edits: readonly { readonly row: number; readonly column: number; readonly value: CellValue }[],
  { grid, formatAt }: { readonly grid: Grid; readonly formatAt?: FormatAt | undefined },
): readonly Rectangle[] => {
  const sayingColumns = edits.length === 0 ? new Set<number>() : tellingColumns(model);
  const [bottom, right] = [Math.min(old.bottom, owned.bottom), Math.min(old.right, owned.right)];
  const changed = new Map<number, Map<number, CellValue>>();
  for (const { row, column, value } of edits) {
    if (row > bottom || column > right) continue;
    const line = changed.get(row) ?? new Map<number, CellValue>();
    changed.set(row, line.set(column, value));
  }
  const cells: { readonly row: number; readonly column: number }[] = [];
  for (const [row, line] of changed) {
    for (let column = old.left; column <= right; column += 1) {
      const cell = model.rows[row - old.top]?.[column - old.left];
      const [becomes, was] = [line.get(column), outwardValue(cellAt(grid, row, column))];
      const turns =
        becomes !== undefined && (sayingColumns.has(column - old.left) || (was === null) !== (becomes === null));
      const isFigure = becomes !== undefined || typeof cell?.value === 'number';
      if (turns || (isFigure && showsAnother(cell, formatAt?.(row, column)))) cells.push({ row, column });
    }
  }
  return [
    ...blocksOf(cells),
    ...(old.bottom > bottom ? [{ ...old, top: bottom + 1 }] : []),
    ...(old.right > right ? [{ ...old, bottom, left: right + 1 }] : []),
  ];
};

/** The number format that stands in a cell. */
export type FormatAt = (row: number, column: number) => string;

/** Looks that say what the value says: 要確認 is yellow because it says so. */
const telling: ReadonlySet<Look> = new Set<Look>(['good', 'stop', 'check', 'info']);

/** Columns of a model, 0-based, where looks go with the value. */
const tellingColumns = ({ rows }: SheetModel): ReadonlySet<number> => {
  const columns = new Set<number>();
  eachCell(rows, (_, column, { look }) => {
    if (telling.has(look)) columns.add(column);
  });
  return columns;
};

/** Whether a number format of ours stands in a cell, but not the one it should have: that of a line that moved. */
const showsAnother = (cell: ModelCell | undefined, format: string | undefined): boolean =>
  format !== undefined && format !== formatOf(cell) && ours.has(format);

const ours: ReadonlySet<string> = new Set([
  'General',
  '@',
  ...looks.flatMap((look) => numberStyles.map((number) => numberFormatOf(look, number))),
]);

/** Cells, which come row by row, as blocks. */
export const blocksOf = (cells: readonly { readonly row: number; readonly column: number }[]): readonly Rectangle[] => {
  const blocks: Rectangle[] = [];
  const ending = new Map<string, number>();
  for (const run of runsOf(cells)) {
    const above = ending.get(`${run.top - 1} ${run.left} ${run.right}`);
    const block = above === undefined ? undefined : blocks[above];
    const place = above ?? blocks.length;
    blocks[place] = block === undefined ? run : { ...block, bottom: run.bottom };
    ending.set(`${run.top} ${run.left} ${run.right}`, place);
  }
  return blocks;
};

/** Cells beside each other as one. */
const runsOf = (cells: readonly { readonly row: number; readonly column: number }[]): readonly Rectangle[] => {
  const runs: Rectangle[] = [];
  for (const { row, column } of cells) {
    const last = runs.at(-1);
    if (last?.top === row && last.right === column - 1) runs[runs.length - 1] = { ...last, right: column };
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  return runs;
};
