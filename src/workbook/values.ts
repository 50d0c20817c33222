import { calendarYearLabel, outwardText as withoutControls } from '../kernel';

/**
 * What a cell says: text, number, true/false, a date (UTC midnight), or nothing.
 * An error is its text (`#N/A`); a formula is its last calculated value; a merged block speaks in its top-left cell only.
 */
export type CellValue = string | number | boolean | Date | null;

/** Rows of cells, 0-based; a row may be shorter than its neighbours, what is missing is `null`. */
export type Grid = readonly (readonly CellValue[])[];

/** The value at 0-based `row`, `column`; `null` outside. */
export const cellAt = (grid: Grid, row: number, column: number): CellValue => grid[row]?.[column] ?? null;

/** Errors a file may hold as such. */
export const storedErrors: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
]);

const cellErrors: ReadonlySet<string> = new Set([
  ...storedErrors,
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
]);

/** True for the texts that Excel and LibreOffice (`Err:502`) show instead of a value that could not be calculated. */
export const isCellError = (value: CellValue): value is string =>
  typeof value === 'string' && (cellErrors.has(value) || /^Err:5\d\d$/.test(value));

/** The longest text a cell can hold, in UTF-16 units (Excel specifications and limits). */
const longestText = 32_767;

/**
 * A value as we let it leave the house: text as `outwardText` of the kernel has it, no longer than a cell can hold
 * (rules/bad-inputs.md#b074, #b075); an empty text or a number that is none is no value.
 */
export const outwardValue = (value: CellValue): CellValue => {
  if (typeof value === 'string') return outwardText(value) || null;
  if (typeof value === 'number') return Number.isFinite(value) ? plusZero(value) : null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value;
  return value;
};

/** {@link outwardValue} for words that stand outside cells: titles and series of charts. */
export const outwardText = (text: string): string => {
  const shown = withoutControls(text);
  return shown.length <= longestText ? shown : shown.slice(0, longestText).replace(/[\uD800-\uDFFF]$/u, '');
};

/**
 * True for text that Excel takes for a formula when somebody types it: such cells are formatted as text, so that editing
 * one makes no formula of it. Full-width signs too (rules/excel.md#text-and-formulas).
 */
export const startsLikeFormula = (text: string): boolean => /^['=+\-@\t\r＝＋－＠]/.test(text);

/** −0 would print as "-0" in some viewers and never equal what is read back. */
const plusZero = (number: number): number => (number === 0 ? 0 : number);

/** True when both say the same; dates are compared by their instant. */
export const sameValue = (one: CellValue, other: CellValue): boolean =>
  one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : Object.is(one, other);

/** A text as it stands; a date cell as 令和7年8月15日. */
export const spokenText = (value: CellValue): string => {
  if (!(value instanceof Date)) return String(value ?? '').trim();
  return `${calendarYearLabel(value.getUTCFullYear())}${value.getUTCMonth() + 1}月${value.getUTCDate()}日`;
};
