/**
 * What a cell says: text, number, true/false, a date (UTC midnight), or nothing.
 * An error is its text (`#N/A`); a formula is its last calculated value; a merged block speaks in its top-left cell only.
 */
export type CellValue = string | number | boolean | Date | null;

/** Rows of cells, 0-based; a row may be shorter than its neighbours, what is missing is `null`. */
export type Grid = readonly (readonly CellValue[])[];

/** The value at 0-based `row`, `column`; `null` outside. */
export const cellAt = (grid: Grid, row: number, column: number): CellValue => grid[row]?.[column] ?? null;

const cellErrors = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#BUSY!',
  '#PYTHON!',
  '#EXTERNAL!',
  'Err:502',
  'Err:522',
  'Err:508',
]);

/** True for the texts that Excel and LibreOffice show instead of a value that could not be calculated. */
export const isCellError = (value: CellValue): value is string => typeof value === 'string' && cellErrors.has(value);
