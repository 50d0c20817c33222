import { isDateFormat } from 'hucre';
import type { CellValue } from '../..';
import { alike, ink, leastSize, paper } from '../colours';
import { xmlTags } from '../xml/tags';
import { colourOf } from './colours';
import { numberFormat } from './numberFormat';

/** What the format of a cell says about its value. */
export interface CellFormat {
  readonly isDate: boolean;
  readonly isStruck: boolean;
  /** Whether a value cannot be seen under the format; undefined for a format that shows every value. */
  readonly hides: ((value: CellValue) => boolean) | undefined;
  /** True when white letters cannot be seen under the format. */
  readonly isPale: boolean;
  /** The number format; empty for one that shows a value as it is. */
  readonly code: string;
}

/** The formats of a book, by their numbers. */
export interface CellFormats {
  readonly known: readonly CellFormat[];
  /** Of a number that the book does not explain. */
  readonly unknown: CellFormat;
}

/** The format of a number; a cell without one (−1) has the first. */
export const formatOf = ({ known, unknown }: CellFormats, number: number): CellFormat =>
  known[Math.max(number, 0)] ?? unknown;

interface Font {
  struck: boolean;
  colour: string;
  size: number;
}

interface Fill {
  /** The colour behind the cell; undefined for patterns and colours of which nobody can tell. */
  behind: string | undefined;
  solid: boolean;
}

/** Reads the styles part; formats out of range are plain. */
export const readCellFormats = (xml: string | undefined): CellFormats => {
  const custom = new Map<number, string>();
  const fonts: Font[] = [];
  const fills: Fill[] = [];
  const formats: { readonly font: number; readonly fill: number; readonly number: number }[] = [];
  let section = '';
  for (const { name, kind, attributes, depth } of xml === undefined ? [] : xmlTags(xml)) {
    if (depth === 1) section = kind === 'open' ? name : '';
    if (kind === 'close') continue;
    if (section === 'numFmts' && name === 'numFmt') {
      custom.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
    } else if (section === 'fonts') readFont(fonts, name, attributes);
    else if (section === 'fills') readFill(fills, name, attributes);
    else if (section === 'cellXfs' && name === 'xf') {
      const [font, fill, number] = ['fontId', 'fillId', 'numFmtId'].map((id) => Number(attributes.get(id) ?? 0));
      formats.push({ font: font ?? 0, fill: fill ?? 0, number: number ?? 0 });
    }
  }
  const behindOf = (fill: number): string | undefined => (fill < fills.length ? fills[fill]?.behind : paper);
  const isPale = (fill: number): boolean => {
    const behind = behindOf(fill);
    return behind !== undefined && alike(behind, paper);
  };
  return {
    known: formats.map(({ font, fill, number }) => {
      const code = custom.get(number) ?? '';
      return {
        isDate: isDateFormat(code === '' ? String(number) : code),
        isStruck: fonts[font]?.struck === true,
        hides: hiding(code, fonts[font], behindOf(fill)),
        isPale: isPale(fill),
        code: /^general$/i.test(code) ? '' : code || (builtIn.get(number) ?? ''),
      };
    }),
    unknown: { isDate: false, isStruck: false, hides: undefined, isPale: isPale(0), code: '' },
  };
};

/** Formats that have a number and no code in the file, as a Japanese Excel shows them (ECMA-376 18.8.30). */
const builtIn: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '¥#,##0;¥-#,##0'],
  [6, '¥#,##0;¥-#,##0'],
  [7, '¥#,##0.00;¥-#,##0.00'],
  [8, '¥#,##0.00;¥-#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [14, 'yyyy/m/d'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  [27, 'ge.m.d'],
  [28, 'ggge年m月d日'],
  [29, 'ggge年m月d日'],
  [30, 'm/d/yy'],
  [31, 'yyyy年m月d日'],
  [32, 'h時mm分'],
  [33, 'h時mm分ss秒'],
  [34, 'yyyy年m月'],
  [35, 'm月d日'],
  [36, 'ge.m.d'],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;-#,##0.00'],
  [50, 'ge.m.d'],
  [51, 'ggge年m月d日'],
  [52, 'yyyy年m月'],
  [53, 'm月d日'],
  [54, 'ggge年m月d日'],
  [55, 'yyyy年m月'],
  [56, 'm月d日'],
  [57, 'ge.m.d'],
  [58, 'ggge年m月d日'],
]);

const readFont = (fonts: Font[], name: string, attributes: ReadonlyMap<string, string>): void => {
  if (name === 'font') fonts.push({ struck: false, colour: ink, size: 11 });
  const font = fonts.at(-1);
  if (font === undefined) return;
  if (name === 'strike') font.struck = !['0', 'false'].includes(attributes.get('val') ?? '1');
  else if (name === 'color') font.colour = colourOf(attributes) ?? ink;
  else if (name === 'sz') font.size = Number(attributes.get('val') ?? 11);
};

const readFill = (fills: Fill[], name: string, attributes: ReadonlyMap<string, string>): void => {
  if (name === 'fill') fills.push({ behind: paper, solid: false });
  const fill = fills.at(-1);
  if (fill === undefined) return;
  if (name === 'gradientFill') fill.behind = undefined;
  else if (name === 'patternFill') {
    const pattern = attributes.get('patternType') ?? 'none';
    fill.solid = pattern === 'solid';
    fill.behind = almostNone.has(pattern) ? paper : undefined;
  } else if (name === 'fgColor' && fill.solid) fill.behind = colourOf(attributes);
};

const almostNone = new Set(['none', 'gray125', 'gray0625']);

/** Whether values cannot be seen, worked out once for each format of a book. */
const hiding = (
  code: string,
  font: Font | undefined,
  behind: string | undefined,
): ((value: CellValue) => boolean) | undefined => {
  if (font !== undefined && font.size < leastSize) return always;
  const isLost = (colour: string | undefined): boolean =>
    behind !== undefined && alike(colour ?? font?.colour ?? ink, behind);
  return code === '' ? (isLost(undefined) ? always : undefined) : numberFormat(code, isLost);
};

const always = (): boolean => true;
