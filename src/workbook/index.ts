export { a1, a1Range, columnName, parseA1, quotedSheetName, type Rectangle } from './address';
export {
  appearances,
  fontName,
  looks,
  numberFormats,
  numberStyles,
  type Appearance,
  type Look,
  type NumberStyle,
} from './appearance';
export { cellAt, isCellError, type CellValue, type Grid } from './cell';
export { markerName, markerPrefix } from './marker';
export type { ModelCell, PrintSetup, SheetModel } from './sheetModel';
export type { DefinedName, SheetContent, WorkbookContent, WorkbookReader } from './workbookContent';
export type { WorkbookWriter, WriteReport } from './workbookWriter';
