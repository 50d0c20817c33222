import { a1, cellAt, type SheetContent } from '../../workbook';
import { textOf } from '../marks';

/** A cell of a sheet; its address and text are put into words only when somebody asks, which is rarely. */
export interface AnswerPlace {
  readonly sheet: SheetContent;
  readonly row: number;
  readonly column: number;
}

/** Sheet name and A1 address. */
export const cellOfPlace = ({
  sheet,
  row,
  column,
}: AnswerPlace): { readonly sheet: string; readonly cell: string } => ({
  sheet: sheet.name,
  cell: a1(row, column),
});

/** What stands there, as a person would read it out. */
export const textOfPlace = ({ sheet, row, column }: AnswerPlace): string => textOf(cellAt(sheet.grid, row, column));
