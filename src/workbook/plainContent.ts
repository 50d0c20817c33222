import type { Grid } from './cell';
import type { SheetContent, WorkbookContent } from './workbookContent';

/** A visible sheet that holds these values and nothing else: no merges, nothing hidden, filtered, drawn or protected. */
export const plainSheet = (name: string, grid: Grid): SheetContent => ({
  name,
  visibility: 'visible',
  grid,
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  filtered: false,
  uncalculated: [],
  struckThrough: [],
  drawings: false,
  protected: false,
});

/** A workbook of these sheets, without names, calculation settings or links to other books. */
export const plainWorkbook = (...sheets: readonly SheetContent[]): WorkbookContent => ({
  sheets,
  names: [],
  manualCalculation: false,
  externalLinks: false,
});
