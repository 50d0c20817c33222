export {
  customFunctionDesk,
  type CustomFunctionDesk,
  type FunctionArgument,
  type FunctionResult,
} from './customFunctionDesk';
export { ExcelHost, mostBytes } from './excelHost';
export type { HostLog, Trip } from './hostLog';
export { libraryFolder } from './loadLibrary';
export { HostError, HostSheet, HostWorkbook, serialOf, type CellFormat, type HostCell } from './model';
export { excel2024, excelFloor, startNativeHost, type NativeHost, type Requirements } from './nativeHost';
export type { FunctionMetadata } from './shapeArguments';
