import { halfUp } from '../../src/kernel';
import type { ModelCell, NumberStyle, SheetModel } from '../../src/workbook';

/** A cell as the sheet shows it, from its value and number style; independent of the adapters. */
export const printed = ({ value, number }: ModelCell): string => {
  if (value === null) return '';
  return typeof value === 'number' ? printedNumber(value, number) : String(value);
};

/** Printed text without spaces and line ends: a PDF's text puts them anywhere. */
export const tight = (text: string): string => text.replace(/\s/g, '');

/** Every non-empty row of a sheet, as shown, without spaces. */
export const printedRows = ({ rows }: SheetModel): readonly (readonly string[])[] =>
  rows
    .map((row) => row.map((one) => tight(printed(one))).filter((text) => text !== ''))
    .filter((row) => row.length > 0);

const printedNumber = (value: number, style: NumberStyle | undefined): string => {
  const sign = value < 0 ? '△' : '';
  if (style === 'integer' || style === 'thousand-yen') return `${sign}${Math.abs(value).toLocaleString('en-US')}`;
  if (style === 'decimal1') return halfUp(value, 1);
  if (style === 'percent1') return `${halfUp(value * 100, 1)}%`;
  throw new Error(`printed: no style ${String(style)}`);
};
