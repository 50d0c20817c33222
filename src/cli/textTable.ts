import { eastAsianWidth } from 'get-east-asian-width';
import { numberFormats, type ModelCell, type NumberStyle, type SheetModel } from '../workbook';

/** A sheet model as text for a terminal: columns aligned by display width, merged rows as single lines. */
export const textTable = ({ rows, merges = [] }: SheetModel): string => {
  const wide = new Set(merges.filter(({ left, right }) => left < right).map(({ top }) => top));
  const texts = rows.map((row) => row.map(shown));
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...texts.map((row, at) => (wide.has(at) ? 0 : displayWidth(row[column] ?? '')))),
  );
  return texts
    .map((row, at) =>
      wide.has(at)
        ? (row[0] ?? '')
        : row
            .map((text, column) => pad(text, widths[column] ?? 0, isNumeric(rows[at]?.[column])))
            .join('  ')
            .trimEnd(),
    )
    .join('\n');
};

/** A cell as the sheet would show it. */
const shown = ({ value, number }: ModelCell): string => {
  if (value === null) return '';
  if (typeof value === 'number') return number === undefined ? String(value) : formatted(value, number);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'boolean' ? String(value) : printable(value);
};

/** Control characters of an input file must not reach the terminal. */
const printable = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ');

const decimals = (style: NumberStyle): number => (/0\.(0+)/.exec(numberFormats[style])?.[1] ?? '').length;

const formatted = (value: number, style: NumberStyle): string => {
  const percent = style.includes('percent');
  const digits = Math.abs(percent ? value * 100 : value).toLocaleString('en-US', {
    minimumFractionDigits: decimals(style),
    maximumFractionDigits: decimals(style),
  });
  const zero = !/[1-9]/.test(digits);
  const sign = zero
    ? style.startsWith('signed')
      ? '±'
      : ''
    : value < 0
      ? '△'
      : style.startsWith('signed')
        ? '＋'
        : '';
  return `${sign}${digits}${percent ? '%' : style === 'yen' ? '円' : ''}`;
};

const isNumeric = (cell: ModelCell | undefined): boolean => typeof cell?.value === 'number';

const displayWidth = (text: string): number =>
  Array.from(text).reduce((width, sign) => width + eastAsianWidth(sign.codePointAt(0) ?? 0), 0);

const pad = (text: string, width: number, right: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? space + text : text + space;
};
