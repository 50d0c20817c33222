export { type CustomFunctionDesk, type FunctionArgument, type FunctionResult } from './customFunctionDesk';
export { mostBytes, type ExcelHost } from './excelHost';
export type { HostLog, Trip } from './hostLog';
export { HostError, HostSheet, HostWorkbook, serialOf, type CellFormat, type HostCell } from './model';
export { excelFloor, startNativeHost, type NativeHost, type Requirements } from './nativeHost';
export type { FunctionMetadata } from './shapeArguments';
