import { outwardValue, startsLikeFormula, type CellValue, type Rectangle } from '..';
import type { ReadBlock } from './blocks';

/**
 * Puts the values of blocks into a grid that starts at A1; day numbers with a date format become dates. What lies under
 * a merged block is nothing, whatever Excel still keeps there.
 */
export const gridOf = (
  blocks: readonly ReadBlock[],
  merges: readonly Rectangle[] = [],
): readonly (readonly CellValue[])[] => {
  const grid: CellValue[][] = [];
  const dated = new Map<string, boolean>();
  const isDated = (format: string): boolean => {
    const known = dated.get(format) ?? showsDay(format);
    dated.set(format, known);
    return known;
  };
  for (const { area, values, formats } of blocks) {
    values.forEach((row, down) => {
      while (grid.length <= area.top + down) grid.push([]);
      const line = grid[area.top + down] ?? [];
      while (line.length < area.left) line.push(null);
      row.forEach((value, across) => {
        const format = formats[down]?.[across];
        line[area.left + across] = cellValue(value, typeof format === 'string' && isDated(format));
      });
    });
  }
  for (const merge of merges) silence(grid, merge);
  return grid;
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
  const day = Math.floor(serial);
  if (day < 1 || day > 2_958_465) return undefined;
  return new Date((day - epochSerial + (day < phantomDay ? 1 : 0)) * dayMilliseconds);
};

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

/** What `Range.values` takes: `''` empties the cell, `null` leaves it alone. */
export type CellInput = string | number | boolean | null;

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
