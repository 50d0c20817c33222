import { outwardValue, type CellValue } from '..';
import { serialOfDate } from './dateNumber';

/** What `Range.values` takes: `''` empties the cell, `null` leaves it alone. */
export type CellInput = string | number | boolean | null;

/**
 * A value as Excel must be given it. Text never becomes a formula, a number or a date: it is written behind an
 * apostrophe, which Excel takes away, whenever it starts like a formula (full-width signs too: ux-reliability §2.7) or
 * the cell is not formatted as text.
 */
export const cellInput = (value: CellValue, formattedAsText: boolean): CellInput => {
  const outward = outwardValue(value);
  if (outward === null) return '';
  if (outward instanceof Date) return serialOfDate(outward);
  if (typeof outward !== 'string') return outward;
  return formattedAsText && !startsLikeFormula(outward) ? outward : `'${outward}`;
};

const startsLikeFormula = (text: string): boolean => /^['=+\-@\t\r＝＋－＠]/.test(text);
