import { isDateFormat } from 'hucre';
import { xmlTags } from '../xml/tags';

/** What the format of a cell says about its value, by the number of the format. */
export interface CellFormats {
  readonly isDate: (format: number) => boolean;
  readonly isStruck: (format: number) => boolean;
}

/** Reads the styles part; formats out of range are plain. */
export const readCellFormats = (xml: string | undefined): CellFormats => {
  const dates: boolean[] = [];
  const struck: boolean[] = [];
  const struckFonts = new Set<number>();
  const custom = new Map<number, string>();
  const formats: { readonly font: number; readonly number: number }[] = [];
  let font = -1;
  let section = '';
  for (const { name, kind, attributes, depth } of xml === undefined ? [] : xmlTags(xml)) {
    if (depth === 1) section = kind === 'open' ? name : '';
    if (kind === 'close') continue;
    if (section === 'numFmts' && name === 'numFmt') {
      custom.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
    } else if (section === 'fonts' && name === 'font') font += 1;
    else if (section === 'fonts' && name === 'strike' && !['0', 'false'].includes(attributes.get('val') ?? '1')) {
      struckFonts.add(font);
    } else if (section === 'cellXfs' && name === 'xf') {
      formats.push({ font: Number(attributes.get('fontId')), number: Number(attributes.get('numFmtId')) });
    }
  }
  for (const { font: fontId, number } of formats) {
    const code = custom.get(number) ?? '';
    dates.push(isDateFormat(code === '' ? String(number) : code));
    struck.push(struckFonts.has(fontId));
  }
  return { isDate: (format) => dates[format] === true, isStruck: (format) => struck[format] === true };
};
