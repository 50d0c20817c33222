import { childOf, childrenOf, xmlTree } from '../xml/tree';

/** Width of a figure in ems, in fonts that workbooks of Japanese offices are set in; measured at their usual sizes. */
const figureEms: readonly (readonly [font: RegExp, ems: number])[] = [
  // Half the width of a kanji.
  [/BIZ UD(ゴシック|Gothic|明朝|Mincho)|[ＭM][ＳS] ?(ゴシック|明朝|Gothic|Mincho)$/i, 0.5],
  [/Calibri|Aptos/i, 0.507],
];
const otherEms = 0.54;

/**
 * Pixels of a figure in the default font of a workbook: its widths of columns are multiples of it. Fonts that are not known
 * are taken for 游ゴシック, Excel's own in Japan: 8 pixels at 11 points.
 */
export const defaultFigure = (stylesXml: string): number => {
  const fonts = childOf(xmlTree(stylesXml), 'fonts');
  const [first] = childrenOf(fonts, 'font');
  const valueOf = (name: string): string | undefined =>
    first === undefined ? undefined : childOf(first, name)?.attributes.get('val');
  const size = Number(valueOf('sz') ?? 11);
  const name = valueOf('name') ?? '';
  const ems = figureEms.find(([font]) => font.test(name))?.[1] ?? otherEms;
  const pixels = (Number.isFinite(size) && size > 0 ? size : 11) / 0.75;
  return Math.max(1, Math.round(Math.round(pixels) * ems));
};
