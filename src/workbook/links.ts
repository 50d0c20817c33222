import { cellsIn, type Rectangle } from './address';
import { eachCell, type CellLink, type ModelCell, type SheetModel } from './model';
import { outwardValue } from './values';
import type { RefreshedSheetPlan } from './writePlan';

/** So many links Excel opens on one sheet (Excel specifications and limits: 65,530 hyperlinks in a worksheet). */
export const mostLinks = 65_530;

/** Hands out the links of a sheet with the 0-based cells they stand in, row by row. */
export const eachLink = (
  { rows }: Pick<SheetModel, 'rows'>,
  take: (row: number, column: number, link: CellLink) => void,
): void => {
  eachCell(rows, (row, column, { link }) => {
    if (link !== undefined) take(row, column, link);
  });
};

/** The sheet with no more links than Excel opens, the first of them, and how many were left out; its texts stay as they are. */
export const withFewerLinks = (
  model: SheetModel,
  most: number = mostLinks,
): { readonly model: SheetModel; readonly leftOut: number } => {
  let count = 0;
  eachLink(model, () => {
    count += 1;
  });
  if (count <= most) return { model, leftOut: 0 };
  let kept = 0;
  const rows = model.rows.map((row) =>
    row.map((cell) => {
      if (cell.link === undefined) return cell;
      kept += 1;
      if (kept <= most) return cell;
      const { value, look, number, source } = cell;
      return { value, look, ...(number === undefined ? {} : { number }), ...(source === undefined ? {} : { source }) };
    }),
  );
  return { model: { ...model, rows }, leftOut: count - most };
};

/** Whether any cell of the sheet leads somewhere. */
export const hasLinks = ({ rows }: Pick<SheetModel, 'rows'>): boolean =>
  rows.some((cells) => cells.some(({ link }) => link !== undefined));

/** A cell of ours in which another link is to stand than does, or none; 0-based, in the sheet. */
export interface MovedLink {
  readonly row: number;
  readonly column: number;
  /** What the model has there. */
  readonly cell: ModelCell | undefined;
}

/**
 * Links to change in a sheet that stands: those that lead elsewhere than they should, and those left on a cell of ours that
 * has none any more and is empty or gets another value. A link of the user's on a cell that stays is left alone. Both sides
 * are told as {@link linkPlace} has them, '' for none.
 */
export const movedLinks = (
  { model, before, plan }: RefreshedSheetPlan,
  area: Rectangle,
  stands: (row: number, column: number) => string,
  wanted: (cell: ModelCell | undefined) => string,
): readonly MovedLink[] => {
  const { top, left } = before.rectangle;
  const users = new Set((model.userCells ?? []).map(({ row, column }) => keyOf(top + row, left + column)));
  const changed = new Set(plan.edits.map(({ row, column }) => keyOf(row, column)));
  return cellsIn(area).flatMap(({ row, column }): readonly MovedLink[] => {
    const key = keyOf(row, column);
    const cell = model.rows[row - top]?.[column - left];
    const place = wanted(cell);
    if (users.has(key) || stands(row, column) === place) return [];
    const isEmpty = outwardValue(cell?.value ?? null) === null;
    return place !== '' || isEmpty || changed.has(key) ? [{ row, column, cell }] : [];
  });
};

const keyOf = (row: number, column: number): string => `${row},${column}`;

/** The same text for the same place, whether a file and the place in it are given together or apart, with quotes or without. */
export const linkPlace = (file: string | undefined, place: string | undefined): string =>
  [file, place]
    .filter((part) => (part ?? '') !== '')
    .join('#')
    .replace(/'((?:[^']|'')*)'!/, (_, name: string) => `${name.replaceAll("''", "'")}!`);
