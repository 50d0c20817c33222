export type { ExcelLibrary } from './session';
export { officejsWorkbook } from './workbook';
