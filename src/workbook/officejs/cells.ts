import { coveredKey, outwardValue, startsLikeFormula, type CellValue, type Rectangle } from '..';
import type { ReadBlock } from './blocks';

/** The values of blocks in a grid that starts at A1, as {@link growingGrid} has them. */
export const gridOf = (
  blocks: readonly ReadBlock[],
  merges: readonly Rectangle[] = [],
): readonly (readonly CellValue[])[] => {
  const { put, grid } = growingGrid();
  for (const block of blocks) put(block);
  return grid(merges);
};

/**
 * A grid that starts at A1 and takes blocks as they come: values, with their formats or before them. Day numbers with a date
 * format become dates. What lies under a merged block is nothing, whatever Excel still keeps there.
 */
export const growingGrid = () => {
  const grid: CellValue[][] = [];
  const dated = new Map<unknown, boolean>();
  const isDated = (format: unknown): boolean => {
    const known = dated.get(format) ?? (typeof format === 'string' && showsDay(format));
    dated.set(format, known);
    return known;
  };
  const put = ({ area, values, formats, only }: ReadBlock): void => {
    values.forEach((row, down) => {
      while (grid.length <= area.top + down) grid.push([]);
      const line = grid[area.top + down] ?? [];
      while (line.length < area.left) line.push(null);
      const own = formats[down];
      for (let across = 0; across < row.length; across += 1) {
        const value = row[across];
        line[area.left + across] = cellValue(value, typeof value === 'number' && isDated(own?.[across]));
      }
    });
    if (only !== 'formats') return;
    formats.forEach((row, down) => {
      const line = grid[area.top + down] ?? [];
      for (let across = 0; across < row.length; across += 1) {
        const value = line[area.left + across];
        if (typeof value === 'number' && isDated(row[across])) line[area.left + across] = cellValue(value, true);
      }
    });
  };
  return {
    put,
    /** As it is so far; the merged blocks silence what they cover. */
    grid: (merges: readonly Rectangle[] = []): readonly (readonly CellValue[])[] => {
      for (const merge of merges) silence(grid, merge);
      return grid;
    },
  };
};

/** Walks only over cells that are there: a merge may span the whole sheet. */
const silence = (grid: CellValue[][], { top, left, bottom, right }: Rectangle): void => {
  for (let row = top; row <= Math.min(bottom, grid.length - 1); row += 1) {
    const line = grid[row] ?? [];
    for (let column = left; column <= Math.min(right, line.length - 1); column += 1) {
      if (row !== top || column !== left) line[column] = null;
    }
  }
};

export const cellValue = (value: unknown, dated: boolean): CellValue => {
  if (typeof value === 'number') return (dated ? dateOfSerial(value) : undefined) ?? value;
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'boolean' ? value : null;
};

const dayMilliseconds = 86_400_000;
/** 1970-01-01 in Excel's 1900 system. */
const epochSerial = 25_569;
/** Excel's year 1900 has a 29 February that never was; days before it count one less. */
const phantomDay = 60;

/**
 * The UTC midnight of a day number in the 1900 system (Office.js does not say when a workbook uses 1904); undefined for
 * numbers that are no day (below 1, beyond the year 9999).
 */
export const dateOfSerial = (serial: number): Date | undefined => {
  if (!isSerial(serial)) return undefined;
  const day = Math.floor(serial);
  return new Date((day - epochSerial + (day < phantomDay ? 1 : 0)) * dayMilliseconds);
};

/** True for a number that is a day where its format shows one; of any other the format need not be known. */
export const isSerial = (value: unknown): value is number =>
  typeof value === 'number' && value >= 1 && value < lastSerial + 1;

/** 9999-12-31 */
const lastSerial = 2_958_465;

/** The day number to write for a date. */
const serialOfDate = (date: Date): number => {
  const day = date.getTime() / dayMilliseconds + epochSerial;
  return day <= phantomDay ? day - 1 : day;
};

/**
 * True when a number format shows a day: it has a year, month or day outside quotes, brackets and escapes, and neither
 * elapsed hours nor the digits of a number.
 */
const showsDay = (numberFormat: string): boolean => {
  const [firstSection = ''] = numberFormat.split(';');
  if (/\[(?:h+|m+|s+)\]/i.test(firstSection)) return false;
  const bare = firstSection
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/E[+-]/g, '')
    .replace(/general/gi, '')
    .replace(/s\.0+/gi, 's')
    .toLowerCase();
  if (/[0#?]/.test(bare)) return false;
  return /[yedg年]/.test(bare) || (bare.includes('m') && !/[hs]/.test(bare));
};

/** Whether a cell that was read holds a formula: a text that begins with `=` is its own formula and value. */
export const isFormula = (formula: unknown, value: unknown): formula is string =>
  typeof formula === 'string' && formula.startsWith('=') && formula !== value;

/** The formulas of blocks, by cell, without their `=`. */
export const formulasIn = (blocks: readonly ReadBlock[]): ReadonlyMap<string, string> =>
  new Map(
    blocks.flatMap(({ area, values, formulas = [] }) =>
      formulas.flatMap((row, down) =>
        row.flatMap((formula, across) =>
          isFormula(formula, values[down]?.[across])
            ? [[coveredKey(area.top + down, area.left + across), formula.slice(1)] as const]
            : [],
        ),
      ),
    ),
  );

/** What `Range.values` takes: `''` empties the cell, `null` leaves it alone. */
export type CellInput = string | number | boolean | null;

/** One of our own formulas as `Range.values` takes it. */
export const formulaInput = (formula: string): CellInput => `=${formula}`;

/**
 * A value as Excel must be given it. Text never becomes a formula, a number or a date: it is written behind an
 * apostrophe, which Excel takes away, whenever it starts like a formula (full-width signs too:
 * rules/excel.md#text-and-formulas) or could be read as a number, a day, a truth value or an error and the cell is not
 * formatted as text.
 */
export const cellInput = (value: CellValue, formattedAsText: boolean): CellInput => {
  const outward = outwardValue(value);
  if (outward === null) return '';
  if (outward instanceof Date) return serialOfDate(outward);
  if (typeof outward !== 'string') return outward;
  return startsLikeFormula(outward) || (!formattedAsText && couldBeValue(outward)) ? `'${outward}` : outward;
};

/** Any digit, in any width or script, may make a number or a day; without one only true, false and errors are left. */
const couldBeValue = (text: string): boolean => /\p{Nd}|^#|^[^\S\n]*(true|false|ｔｒｕｅ|ｆａｌｓｅ)\s*$/iu.test(text);
