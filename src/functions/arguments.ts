import { foldText, readFiscalYear, type FiscalYear } from '../kernel';
import { ok, problem, refuse, type Refusal, type Result } from '../problems';
import { schemeOf, type Scheme } from '../schemes';
import { partNamed, type Part } from '../score';
import type { CellValue, Grid } from '../workbook';

/** Whole columns have a million cells; the national table (1,741 × 340) is the largest anyone needs. */
const mostCells = 700_000;

/** The cells of a range argument as Excel hands them over; one cell or a plain value counts as a range of one. */
export const readRange = (argument: unknown): Result<Grid> => {
  const rows: readonly unknown[] = Array.isArray(argument) ? argument : [[argument]];
  const grid = rows.map((row): readonly unknown[] => (Array.isArray(row) ? row : [row]));
  const cells = grid.reduce((sum, row) => sum + row.length, 0);
  if (cells > mostCells) {
    return refuse(problem('function-range-too-large', { found: String(cells), expected: String(mostCells) }));
  }
  return ok(grid.map((row) => row.map(readExcelValue)));
};

/** One value from Excel: an empty cell comes as "" or null, an error as an object or its text, a data type with its plain value. */
export const readExcelValue = (value: unknown): CellValue => {
  if (value === '' || value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : '#NUM!';
  if (typeof value !== 'object') return '#VALUE!';
  // Excel.ErrorCellValue has basicValue "#N/A"; a CustomFunctions.Error has it as its code.
  if ('basicValue' in value) return readExcelValue(value.basicValue);
  return 'code' in value && typeof value.code === 'string' ? value.code : '#VALUE!';
};

/**
 * A cell among numbers: null is an empty one. Some Excels hand an empty cell over as the number 0, and nothing tells which
 * do (rules/excel.md#custom-functions); a 0 that is written as a text, as `A1:A9&""` makes it, is a 0 for sure.
 */
export type NumberCell = number | null | 'zero-or-empty';

/** The numbers of a range, row by row; anything that is no number is refused by its text. */
export const readNumbers = (argument: unknown, name: string): Result<readonly (readonly NumberCell[])[]> => {
  const range = readRange(argument);
  if (!range.ok) return range;
  const rows = range.value.map((row) => row.map(numberIn));
  for (const [row, cells] of rows.entries()) {
    const column = cells.indexOf(undefined);
    if (column < 0) continue;
    const found = String(range.value[row]?.[column] ?? '');
    return refuse(problem('function-not-a-number', { found, expected: '数値 / number' }, { name }));
  }
  return ok(rows.map((row) => row.map((cell) => cell ?? null)));
};

/** Digits as Excel itself writes a number into a text. */
const plainNumber = /^[+-]?\d{1,21}(\.\d{1,30})?(E[+-]?\d{1,3})?$/i;

const numberIn = (value: CellValue): NumberCell | undefined => {
  if (value === null) return null;
  if (typeof value === 'number') return value === 0 ? 'zero-or-empty' : value;
  return typeof value === 'string' && plainNumber.test(value) ? Number(value) : undefined;
};

/** A cell of a range argument, which comes without its address; both count from 1. */
export interface PlaceInRange {
  readonly row: number;
  readonly column: number;
}

/** The first cell that may be 0 or empty; undefined when all are told. */
export const untoldCell = (rows: readonly (readonly NumberCell[])[]): PlaceInRange | undefined => {
  for (const [row, cells] of rows.entries()) {
    const column = cells.indexOf('zero-or-empty');
    if (column >= 0) return { row: row + 1, column: column + 1 };
  }
  return undefined;
};

/** Refuses a range with a 0 that may be an empty cell. */
export const refuseUntold = (name: string, { row, column }: PlaceInRange): Refusal =>
  refuse(problem('function-zero-or-empty', {}, { name, row, column }));

/** One number. */
export const readOneNumber = (argument: unknown, name: string): Result<number> => {
  const numbers = readNumbers(argument, name);
  if (!numbers.ok) return numbers;
  const value = numbers.value[0]?.[0] ?? null;
  if (value === 'zero-or-empty') return refuse(problem('function-value-zero-or-empty', {}, { name }));
  return value === null
    ? refuse(problem('function-not-a-number', { found: '', expected: '数値 / number' }, { name }))
    : ok(value);
};

/** The year argument: R8, 令和8年度, 2026, and a bare 8 for 令和8. */
export const readYear = (argument: unknown): Result<FiscalYear> => {
  const range = readRange(argument);
  const text = range.ok ? nameIn(range.value[0]?.[0] ?? null) : '';
  const year = readFiscalYear(/^\d{1,2}$/.test(text) ? `R${text}` : text);
  return year === undefined ? refuse(problem('function-year-unreadable', { found: text })) : ok(year);
};

/** The text of an argument that names something; nothing is called 0, so a 0 is an empty cell. */
export const nameIn = (value: CellValue): string =>
  value === null || value === 0 || value instanceof Date ? '' : foldText(String(value));

/** The text of an argument. */
export const readText = (argument: unknown): string => nameIn(readExcelValue(argument));

/** The packaged scheme of the year argument; another year is never used instead. */
export const readSchemeOfYear = (argument: unknown): Result<Scheme> => {
  const year = readYear(argument);
  return year.ok ? schemeOf(year.value) : year;
};

/** Parts asked for before; only those that there are, so that it cannot grow beyond a scheme's ids. */
const parts = new WeakMap<Scheme, Map<string, Part>>();

/** The part of the score that a `part` argument names, see `partNamed`; left out = everything. */
export const readPart = (argument: unknown, scheme: Scheme): Result<Part> => {
  const text = readText(argument);
  const known = parts.get(scheme) ?? new Map<string, Part>();
  const part = known.get(text) ?? partNamed(scheme, text);
  if (part !== undefined) parts.set(scheme, known.set(text, part));
  return part === undefined
    ? refuse(problem('function-unknown-part', { found: text, expected: scheme.fiscalYear }))
    : ok(part);
};
