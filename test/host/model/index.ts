export { freshChart, type ChartCells, type HostAxis, type HostChart, type HostSeries } from './hostChart';
export { emptyCell, serialOf, type CellFormat, type HostCell } from './hostCell';
export { HostError } from './hostError';
export { HostSheet, inside, type HostName, type HostTable } from './hostSheet';
export { HostWorkbook, type ChangeEvent } from './hostWorkbook';
export { isList, recordOf, textOf, type Wire } from './wire';
