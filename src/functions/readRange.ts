import { ok, problem, refuse, type Result } from '../kernel';
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
  return ok(grid.map((row) => row.map(readCell)));
};

/** One value from Excel: an empty cell comes as "" or null, an error as an object or its text, a data type with its plain value. */
export const readCell = (value: unknown): CellValue => {
  if (value === '' || value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : '#NUM!';
  if (typeof value !== 'object') return '#VALUE!';
  // Excel.ErrorCellValue has basicValue "#N/A"; a CustomFunctions.Error has it as its code.
  if ('basicValue' in value) return readCell(value.basicValue);
  return 'code' in value && typeof value.code === 'string' ? value.code : '#VALUE!';
};
