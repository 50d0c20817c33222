import { outwardValue, type CellValue } from '..';
import { serialOfDate } from './dateNumber';

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

/** True for text that Excel takes for a formula; such cells get the text format as well. */
export const startsLikeFormula = (text: string): boolean => /^['=+\-@\t\r＝＋－＠]/.test(text);

/** Any digit, in any width or script, may make a number or a day; without one only true, false and errors are left. */
const couldBeValue = (text: string): boolean => /\p{Nd}|^#|^[^\S\n]*(true|false|ｔｒｕｅ|ｆａｌｓｅ)\s*$/iu.test(text);
