import type { CellValue, DefinedName } from '..';
import { gridOf } from './cellValues';
import { referenceOf } from './surveyBook';

/** The cell a person is at, with what is needed to tell whether it is ours. */
export interface SelectedCell {
  readonly sheet: string;
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** The names of its sheet; our markers are among them. */
  readonly names: readonly DefinedName[];
}

/** The active cell: of several selected cells the one that is not shaded, of a merged block its first. One round trip. */
export const selectedCell = async (context: Excel.RequestContext): Promise<SelectedCell> => {
  const cell = context.workbook.getActiveCell();
  const { worksheet } = cell;
  cell.load('rowIndex,columnIndex,values,numberFormat');
  worksheet.load('name,names/items/name,names/items/formula');
  await context.sync();
  const { rowIndex: row, columnIndex: column, values, numberFormat: formats } = cell;
  const area = { top: 0, left: 0, bottom: 0, right: 0 };
  return {
    sheet: worksheet.name,
    row,
    column,
    value: gridOf([{ sheet: worksheet, area, values, formats }])[0]?.[0] ?? null,
    names: worksheet.names.items.map(({ name, formula }) => ({
      name,
      refersTo: referenceOf(formula),
      sheet: worksheet.name,
    })),
  };
};
