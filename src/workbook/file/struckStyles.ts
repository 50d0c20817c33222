import { xmlTags } from './xmlTags';

/** The cell formats of xl/styles.xml whose font is struck through, by their index. */
export const struckStyles = (xml: string | undefined): ReadonlySet<number> => {
  const struck = new Set<number>();
  if (xml?.includes('strike') !== true) return struck;
  const struckFonts = new Set<number>();
  let [font, format] = [-1, -1];
  let section = '';
  for (const { name, kind, attributes } of xmlTags(xml)) {
    if (name === 'fonts' || name === 'cellXfs') section = kind === 'open' ? name : '';
    if (kind === 'close') continue;
    if (section === 'fonts' && name === 'font') font += 1;
    if (section === 'fonts' && name === 'strike' && !['0', 'false'].includes(attributes.get('val') ?? '1')) {
      struckFonts.add(font);
    }
    if (section === 'cellXfs' && name === 'xf') {
      format += 1;
      if (struckFonts.has(Number(attributes.get('fontId')))) struck.add(format);
    }
  }
  return struck;
};
