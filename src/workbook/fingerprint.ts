import type { CellValue } from './cell';
import { outwardValue } from './outwardValue';

/**
 * 16 hexadecimal digits that change when a value of the block changes: two 32-bit FNV-1a sums.
 * It tells an edited sheet from an untouched one; it is no protection against someone who wants to deceive.
 */
export const fingerprint = (values: readonly (readonly CellValue[])[]): string => {
  let first = 0x811c9dc5;
  let second = 0x01000193;
  for (const row of values) {
    for (const value of row) {
      const text = textOf(value);
      for (let place = 0; place < text.length; place += 1) {
        const unit = text.charCodeAt(place);
        first = Math.imul(first ^ unit, 0x01000193);
        second = Math.imul(second ^ unit, 0x85ebca6b);
      }
    }
    first = Math.imul(first ^ 0x1e, 0x01000193);
    second = Math.imul(second ^ 0x1e, 0x85ebca6b);
  }
  return hex(first) + hex(second);
};

const textOf = (value: CellValue): string => {
  const outward = outwardValue(value);
  if (outward === null) return '\u001f';
  if (outward instanceof Date) return `d${outward.toISOString()}\u001f`;
  return `${(typeof outward).charAt(0)}${String(outward)}\u001f`;
};

const hex = (sum: number): string => (sum >>> 0).toString(16).padStart(8, '0');
