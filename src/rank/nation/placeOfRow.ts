import { at } from '../../kernel';
import type { NationalTable } from '../../answers';

/** Where a municipality stands, for problems: the sheet and its row as people count it. */
export const placeOfRow = ({ sheet, rows }: NationalTable, row: number) => ({
  sheet,
  cell: `${String(at(rows, row) + 1)}行`,
});
