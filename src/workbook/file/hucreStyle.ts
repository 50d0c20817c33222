import type { CellStyle } from 'hucre/xlsx';
import { appearances, fontName, numberFormats, type Look, type NumberStyle } from '../appearance';

const made = new Map<string, CellStyle>();

/** A look and a number style as hucre wants them; the same pair gives the same object, so a sheet shares a few. */
export const hucreStyle = (look: Look, number: NumberStyle | undefined): CellStyle => {
  const key = `${look} ${number ?? ''}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const style = makeStyle(look, number);
  made.set(key, style);
  return style;
};

const makeStyle = (look: Look, number: NumberStyle | undefined): CellStyle => {
  const { size, bold, underline, color, fill, border, horizontal, vertical, wrap } = appearances[look];
  const side = border === 'none' ? undefined : { style: border, color: { rgb: '000000' } };
  return {
    font: { name: fontName, size, bold, underline, color: { rgb: color }, family: 3, charset: 128 },
    alignment: { horizontal, vertical, wrapText: wrap },
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
    ...(side === undefined ? {} : { border: { top: side, right: side, bottom: side, left: side } }),
    ...(number === undefined ? {} : { numFmt: numberFormats[number] }),
  };
};
