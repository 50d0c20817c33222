export type { AmountColumn, NationalTable, OtherRow, PrintedFigure, SummaryKind, SummaryRow } from './nationalTable';
export { fewOfEach } from './fewOfEach';
export { rawKey } from './rawKey';
export { isNationalTable, readNationalTable, type NationalReadingOptions } from './readNationalTable';
