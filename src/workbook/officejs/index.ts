export type { CellChange, SelectedCell } from './desk';
export type { ExcelLibrary, FaultListener, Progress, RunOptions, Stage } from './session';
export { officejsWorkbook, type OfficejsWorkbook, type PreviewReport, type WriteReport } from './workbook';
