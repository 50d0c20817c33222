import { eachCell, type CellLink, type SheetModel } from './model';

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
