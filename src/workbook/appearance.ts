/** The closed vocabulary of looks; adapters translate it, reports never name a colour. */
export const looks = [
  'plain',
  'title',
  'subtitle',
  'heading',
  'note',
  'remark',
  'paragraph',
  'right',
  'own-text',
  'gap',
  'strong',
  'paper-title',
  'paper-cell',
  'total-paper',
  'figure',
  'stub',
  'stub-upright',
  'boxed',
  'header',
  'side',
  'body',
  'center',
  'wrap',
  'total',
  'total-side',
  'input',
  'good',
  'stop',
  'check',
  'info',
  'link',
] as const;
export type Look = (typeof looks)[number];

/** The closed vocabulary of number formats. */
export const numberStyles = [
  'integer',
  'decimal1',
  'decimal2',
  'percent1',
  'signed-integer',
  'signed-decimal1',
  'signed-percent1',
  'yen',
  'thousand-yen',
  'signed-thousand-yen',
  'date',
  'text',
] as const;
export type NumberStyle = (typeof numberStyles)[number];

export interface Appearance {
  readonly size: number;
  readonly bold: boolean;
  readonly underline: boolean;
  /** RRGGBB */
  readonly color: string;
  /** RRGGBB, or none. */
  readonly fill?: string;
  readonly border: 'none' | 'thin' | 'medium';
  readonly horizontal: 'left' | 'center' | 'right' | 'general';
  readonly vertical: 'top' | 'center';
  readonly wrap: boolean;
  /** Signs stand below each other: 縦書き. */
  readonly upright?: true;
}

/** BIZ UDゴシック is on every Windows 10+; viewers without it substitute, so widths carry reserve. */
export const fontName = 'BIZ UDゴシック';

const base: Appearance = {
  size: 10.5,
  bold: false,
  underline: false,
  color: '000000',
  border: 'none',
  horizontal: 'general',
  vertical: 'center',
  wrap: false,
};
const boxed: Appearance = { ...base, border: 'thin' };

/**
 * What each look is. Colours are of the colour-universal set with black text on pale fills (contrast 12:1 and more);
 * no meaning hangs on colour alone.
 */
export const appearances: Readonly<Record<Look, Appearance>> = {
  plain: base,
  title: { ...base, size: 16, bold: true, wrap: true },
  subtitle: { ...base, size: 11, wrap: true },
  heading: { ...base, size: 12, bold: true, wrap: true },
  note: { ...base, size: 9, color: '404040', wrap: true },
  remark: { ...base, color: '404040', vertical: 'top', wrap: true },
  paragraph: { ...base, vertical: 'top', wrap: true },
  right: { ...base, horizontal: 'right', wrap: true },
  'own-text': { ...base, fill: 'FFFDEB', vertical: 'top', wrap: true },
  gap: { ...base, fill: 'FFF3C4', vertical: 'top', wrap: true },
  strong: { ...base, bold: true, wrap: true },
  'paper-title': { ...base, size: 14, bold: true, horizontal: 'center', wrap: true },
  'paper-cell': { ...boxed, horizontal: 'center', wrap: true },
  'total-paper': { ...boxed, bold: true, fill: 'F3F3F3', horizontal: 'center', wrap: true },
  figure: { ...boxed, size: 9, horizontal: 'center', wrap: true },
  stub: { ...boxed, size: 9, bold: true, fill: 'D9E8F6', horizontal: 'center', wrap: true },
  'stub-upright': { ...boxed, size: 9, bold: true, fill: 'D9E8F6', horizontal: 'center', upright: true },
  boxed: { ...boxed, border: 'medium', bold: true, horizontal: 'center', wrap: true },
  header: { ...boxed, bold: true, fill: 'D9E8F6', horizontal: 'center', wrap: true },
  side: { ...boxed, fill: 'F3F3F3', horizontal: 'left', wrap: true },
  body: boxed,
  center: { ...boxed, horizontal: 'center' },
  wrap: { ...boxed, horizontal: 'left', wrap: true },
  total: { ...boxed, bold: true, fill: 'F3F3F3' },
  'total-side': { ...boxed, bold: true, fill: 'F3F3F3', horizontal: 'left', wrap: true },
  input: { ...boxed, fill: 'FFFFE0', horizontal: 'center' },
  good: { ...boxed, fill: 'E2F3E1', horizontal: 'center' },
  stop: { ...boxed, bold: true, fill: 'FAD9D0', horizontal: 'center' },
  check: { ...boxed, bold: true, fill: 'FFF3C4', horizontal: 'center' },
  info: { ...boxed, fill: 'EAF4FC', horizontal: 'center' },
  link: { ...boxed, underline: true, color: '0044AA', horizontal: 'left', wrap: true },
};

/**
 * RRGGBB of the colour-universal set (rules/excel.md#printing); series are named in the legend too, so colour alone
 * says nothing.
 */
export const chartColors: Readonly<Record<'own' | 'compared' | 'prefecture' | 'marked' | 'base', string>> = {
  own: '005AFF',
  compared: 'C8C8CB',
  prefecture: '03AF7A',
  marked: 'FF4B00',
  base: 'FFFFFF',
};

/** Points: lines of a chart are as thick in a file as in Excel. */
export const lineWeight = 2.25;

/** Excel number-format codes; negatives carry △ as public documents do. */
export const numberFormats: Readonly<Record<NumberStyle, string>> = {
  integer: '#,##0;"△"#,##0;0',
  decimal1: '#,##0.0;"△"#,##0.0;0.0',
  decimal2: '#,##0.00;"△"#,##0.00;0.00',
  percent1: '0.0%;"△"0.0%;0.0%',
  'signed-integer': '"＋"#,##0;"△"#,##0;"±0"',
  'signed-decimal1': '"＋"#,##0.0;"△"#,##0.0;"±0.0"',
  'signed-percent1': '"＋"0.0%;"△"0.0%;"±0.0%"',
  yen: '#,##0"円";"△"#,##0"円";0"円"',
  'thousand-yen': '#,##0;"△"#,##0;0',
  'signed-thousand-yen': '"＋"#,##0;"△"#,##0;"±0"',
  date: 'yyyy"年"m"月"d"日"',
  text: '@',
};

/** Where all of it is reached, 100% takes no more room than 72.4% in a narrow column. */
const narrowPercent = '[=1]0%;0.0%';

/**
 * The format code of a number style in a look: where numbers stand at the right, the width of a bracket is kept free behind
 * them, so that they touch neither the rule nor the text of the next column.
 */
export const numberFormatOf = (look: Look, number: NumberStyle): string => {
  if (look === 'figure' && number === 'percent1') return narrowPercent;
  const { horizontal, border } = appearances[look];
  if (horizontal !== 'general' || border === 'none' || number === 'date' || number === 'text')
    return numberFormats[number];
  return numberFormats[number]
    .split(';')
    .map((section) => `${section}_)`)
    .join(';');
};
