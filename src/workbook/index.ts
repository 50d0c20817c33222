export {
  a1,
  a1Range,
  columnName,
  coveredBy,
  coveredCells,
  coveredKey,
  cellsIn,
  isWithin,
  parseA1,
  quotedSheetName,
  type Rectangle,
} from './address';
export {
  appearances,
  chartColors,
  lineWeight,
  fontName,
  looks,
  numberFormatOf,
  numberFormats,
  numberStyles,
  type Appearance,
  type Look,
  type NumberStyle,
} from './appearance';
export {
  headRows,
  plainSheet,
  plainWorkbook,
  type ColumnChooser,
  type CountedCells,
  type DefinedName,
  type SheetContent,
  type UnreadSheet,
  type WorkbookContent,
} from './content';
export {
  isOwnFormula,
  sameFormula,
  type Formula,
  type FormulaPlace,
  type FormulaWord,
  type FunctionName,
  type Operator,
} from './formula';
export {
  choiceList,
  eachCell,
  isLabelled,
  isOfLines,
  type CellLink,
  type ChartModel,
  type ChartRole,
  type Emphasis,
  type FigureSource,
  type KeyedRows,
  type ModelCell,
  type PrintSetup,
  type RowRange,
  type SheetModel,
} from './model';
export type {
  CellChange,
  EnteredCell,
  FormulaChange,
  OpenWorkbook,
  Progress,
  ReadOptions,
  RunOptions,
  SelectedCell,
  Stage,
  WriteOptions,
  WriteReport,
} from './openWorkbook';
export { formatOf } from './cellLook';
export { blockMarks, cellsChangedSince } from './blockMarks';
export { codePlace, codesIn, readStamp, stampText, withDocumentCode } from './documentCode';
export { keyedCells, mostRowsOf } from './keyedRows';
export { eachLink, hasLinks, linkPlace, mostLinks, movedLinks, withFewerLinks } from './links';
export type { MovedLink } from './links';
export {
  isPublicData,
  fingerprint,
  hashReference,
  markedSheets,
  markerHashName,
  markerName,
  markerPageName,
  markerPrefix,
  ownedSheets,
  publicDataHeadings,
  publicSourceHeadings,
  type OwnedSheet,
} from './ownership';
export {
  carriesCode,
  grownCells,
  markerReference,
  modelHashReference,
  ownedRectangle,
  refreshedFooter,
  standingSign,
  writtenSign,
  type CellEdit,
  type RefreshPlan,
  type StandingCells,
} from './refreshPlan';
export { mergesAfter, sameBlocks, type Relaying } from './relaying';
export {
  cellMarginPoints,
  columnPixels,
  columnPoints,
  defaultSize,
  figurePixels,
  lineEm,
  plainRowPoints,
  textEm,
} from './fontMetrics';
export { pageBody, pageMargins } from './page';
export { municipalityHead } from './sheetMunicipalities';
export { freeTableName } from './tableName';
export {
  cellAt,
  isCellError,
  outwardText,
  outwardValue,
  sameValue,
  spokenText,
  startsLikeFormula,
  storedErrors,
  type CellValue,
  type Grid,
} from './values';
export {
  changesSomething,
  editsOf,
  linkTarget,
  planWrite,
  writeOutcomeOf,
  type NewSheetPlan,
  type RefreshedSheetPlan,
  type Replaced,
  type SheetPlan,
  type WriteOutcome,
} from './writePlan';
export { verifiedSheets, type VerifiedSheet } from './verifiedSheets';
