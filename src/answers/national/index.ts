export type { AmountColumn, NationalTable, OtherRow, PrintedFigure, SummaryKind, SummaryRow } from './nationalTable';
export { fewOfEach } from './fewOfEach';
export { rawKey } from './rawKey';
export { nationalSheetName, readNationalTable, type NationalReadingOptions } from './readNationalTable';
