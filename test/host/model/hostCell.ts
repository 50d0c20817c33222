/** One cell of the host's workbook, as Excel keeps it: dates are serial numbers, errors are their text. */
export interface HostCell {
  readonly value: string | number | boolean;
  readonly formula?: string;
  readonly numberFormat?: string;
  readonly format?: CellFormat;
  readonly hyperlink?: string;
  /** Holds a result that a formula beside it spills. */
  readonly spilled?: true;
}

/** Only what differs from the default format. */
export interface CellFormat {
  readonly bold?: boolean;
  readonly underline?: string;
  readonly strikethrough?: boolean;
  readonly color?: string;
  readonly size?: number;
  readonly fontName?: string;
  readonly fill?: string;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: boolean;
  /** Degrees; 180 = signs below each other. */
  readonly orientation?: number;
  readonly locked?: boolean;
  readonly borders?: Readonly<Record<string, string>>;
}

export const emptyCell: HostCell = { value: '' };

/** What Excel makes of something written to `Range.values`: text may become a number, a date or a formula. */
export const enter = (before: HostCell, input: string | number | boolean): HostCell => {
  const { format, numberFormat, hyperlink } = before;
  const kept = {
    ...(format && { format }),
    ...(numberFormat !== undefined && { numberFormat }),
    ...(hyperlink !== undefined && { hyperlink }),
  };
  if (typeof input !== 'string') return { ...kept, value: numberFormat === '@' ? String(input).toUpperCase() : input };
  if (input.startsWith("'")) return { ...kept, value: input.slice(1) };
  if (numberFormat === '@' || input === '') return { ...kept, value: input };
  const number = numberIn(input);
  if (number !== undefined) return { ...kept, ...number };
  // Full-width signs count as a formula too: Excel with a Japanese IME turns them into one when typed
  // (rules/excel.md#text-and-formulas).
  if (/^[=+\-@＝＋－＠]/.test(input) && input.length > 1) return { ...kept, value: '#NAME?', formula: input };
  if (/^(true|false)$/i.test(input)) return { ...kept, value: input.toLowerCase() === 'true' };
  return { ...kept, value: input };
};

/** Texts that Excel takes for a number, a percentage, a date or a fraction. */
const numberIn = (input: string): { value: number; numberFormat?: string } | undefined => {
  const text = input.trim();
  if (/^[+-]?\d{1,15}(\.\d+)?$/.test(text)) return { value: Number(text) };
  if (/^\d{1,3}(,\d{3})+$/.test(text)) return { value: Number(text.replaceAll(',', '')), numberFormat: '#,##0' };
  if (/^\d+(\.\d+)?%$/.test(text)) return { value: Number(text.slice(0, -1)) / 100, numberFormat: '0%' };
  const date = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text);
  if (date !== null) {
    return {
      value: serialOf(Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3]))),
      numberFormat: 'yyyy/m/d',
    };
  }
  const short = /^(\d{1,2})[/-](\d{1,2})$/.exec(text) ?? /^(\d{1,2})月(\d{1,2})日$/.exec(text);
  return short === null || Number(short[1]) > 12
    ? undefined
    : { value: serialOf(Date.UTC(2026, Number(short[1]) - 1, Number(short[2]))), numberFormat: 'm"月"d"日"' };
};

/** Excel's day number (1900 system) of a UTC time in milliseconds. */
export const serialOf = (milliseconds: number): number => milliseconds / 86_400_000 + 25_569;
