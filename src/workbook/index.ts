export { a1, a1Range, columnName, parseA1, quotedSheetName, type Rectangle } from './address';
export {
  appearances,
  chartColors,
  fontName,
  numberFormats,
  type Appearance,
  type Look,
  type NumberStyle,
} from './appearance';
export { cellAt, isCellError, type CellValue, type Grid } from './cell';
export { choiceList } from './choiceList';
export { coveredCells, coveredKey } from './coveredCells';
export { markerHashName, markerName, markerPrefix } from './marker';
export { ownedSheets, type OwnedSheet } from './ownedSheets';
export { outwardText, outwardValue, sameValue } from './outwardValue';
export {
  changesSomething,
  editsOf,
  linkTarget,
  planWrite,
  reportOf,
  type NewSheetPlan,
  type RefreshedSheetPlan,
  type SheetPlan,
} from './writePlan';
export { carriesCode, refreshedFooter } from './refreshedFooter';
export { markerReference, modelFingerprint, ownedRectangle, type CellEdit, type RefreshPlan } from './refreshPlan';
export type { CellLink, ChartModel, ChartRole, FigureSource, ModelCell, PrintSetup, SheetModel } from './sheetModel';
export { plainSheet, plainWorkbook } from './plainContent';
export type { DefinedName, SheetContent, WorkbookContent } from './workbookContent';
export { uniqueSheetName } from './uniqueSheetName';
export type { WriteReport } from './writePlan';
