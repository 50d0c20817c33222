/**
 * The measures of BIZ UDゴシック, read from version 1.05 of the font itself (Debian fonts-morisawa-bizud-gothic 1.05-2,
 * BIZUDGothic-Regular.ttf; Bold is alike): a fixed pitch of 1,024 or 2,048 units of 2,048 an em (hmtx), lines of one em
 * (ascent 1,802, descent 246, no gap: hhea, OS/2 typo and win agree).
 */
const unitsPerEm = 2048;
const [ascent, descent] = [1802, 246];

/** Height of a line set solid, in ems. */
export const lineEm = (ascent + descent) / unitsPerEm;

/** Signs below U+0180 that are as wide as a kanji, as in Shift_JIS: §¨°±´¶×÷. */
const wideLatin = new Set('§¨°±´¶×÷');

/** Width of a sign in ems: a half for Latin letters, figures and half-width kana, else one. */
const signEm = (sign: string): number => {
  const code = sign.codePointAt(0) ?? 0;
  const half = code < 0x180 ? !wideLatin.has(sign) : code >= 0xff61 && code <= 0xff9f;
  return half || halfSigns.has(sign) ? 0.5 : 1;
};

/** The signs our texts use, or may quote, that are half as wide as they look: en dash, em dash, bullet, minus, ≤, ≥. */
const halfSigns = new Set('–—•−≤≥€');

/** Width of a text of one line in ems. */
export const textEm = (text: string): number => {
  let ems = 0;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    // Most signs are ASCII, or kana and kanji, and need no looking up.
    if (code < 0x80) ems += 0.5;
    else if (code >= 0x3000 && code < 0xd800) ems += 1;
    else {
      const sign = String.fromCodePoint(text.codePointAt(place) ?? code);
      ems += signEm(sign);
      place += sign.length - 1;
    }
  }
  return ems;
};

/** Points of the type that workbooks of ours are measured in: the default font of our files. */
export const defaultSize = 10.5;

/** Pixels of an inch on the screen, in which Excel counts widths; a point is 1/72 inch. */
const pointsPerPixel = 72 / 96;

/** Pixels of a figure in the default font, on which Excel's column widths rest. */
export const figurePixels = Math.round(defaultSize / pointsPerPixel / 2);

/**
 * Pixels of a column whose width is given in figures of the default font: Excel's own formula (ECMA-376 18.3.1.13, where
 * the width in the file has the margins of the cell in it).
 */
export const columnPixels = (figures: number): number =>
  Math.trunc(((256 * figures + Math.trunc(128 / figurePixels)) / 256) * figurePixels);

/** The same in points on paper. */
export const columnPoints = (figures: number): number => columnPixels(figures) * pointsPerPixel;

/** Points a cell keeps free beside its text: two pixels at each side, one for the rule. */
export const cellMarginPoints = 5 * pointsPerPixel;

/** Points of a row that nobody gave a height: a line with air above and below. */
export const plainRowPoints = 18;
