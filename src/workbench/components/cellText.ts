import type { CellValue } from '../../workbook';

/** A value as the grid shows it. */
export const valueText = (value: CellValue): string => {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10).replaceAll('-', '/');
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
};

/** What was typed, as the cell takes it: a plain number is one, unless text stood there that looks like one. */
export const typedValue = (text: string, before: CellValue): CellValue => {
  if (text === '') return null;
  const keepsText = typeof before === 'string' && plainNumber.test(before);
  return plainNumber.test(text) && !keepsText ? Number(text) : text;
};

const plainNumber = /^-?\d{1,15}(?:\.\d{1,10})?$/;
