export type { ExcelLibrary } from './excelLibrary';
export type { FaultListener } from './inExcel';
export { officejsWorkbook, type OfficejsWorkbook } from './officejsWorkbook';
export type { Progress, RunOptions, Stage } from './runOptions';
export type { SelectedCell } from './selectedCell';
export type { CellChange } from './watchChanges';
