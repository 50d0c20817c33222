import { readNationalTable, type NationalReadingOptions, type NationalTable } from '../../src/answers';
import type { CellValue, SheetContent, WorkbookContent } from '../../src/workbook';

/** A workbook of this one sheet. */
export const contentOf = (sheet: SheetContent): WorkbookContent => ({
  sheets: [sheet],
  names: [],
  manualCalculation: false,
  externalLinks: false,
});

/** A copy of a sheet whose cells may be changed. */
export const changed = (sheet: SheetContent, change: (grid: CellValue[][]) => void): SheetContent => {
  const grid = sheet.grid.map((row) => [...row]);
  change(grid);
  return { ...sheet, grid };
};

/** The national table on a sheet; throws what refuses it. */
export const nationalTable = (sheet: SheetContent, options: NationalReadingOptions = {}): NationalTable => {
  const table = readNationalTable(contentOf(sheet), options);
  if (!table.ok) throw new Error(JSON.stringify(table.problems));
  return table.value;
};
