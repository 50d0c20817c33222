import { cellMarginPoints, columnPoints, defaultSize, lineEm, textEm } from '../../workbook';

/** What no line may begin with: 行頭禁則. */
const neverFirst = new Set(
  '、。，．・：；？！）］｝」』】〕〉》’”ー々ゝゞ％℃っゃゅょッャュョぁぃぅぇぉァィゥェォ,.:;?!)]}%',
);
/** What no line may end with: 行末禁則. */
const neverLast = new Set('（［｛「『【〔〈《‘“￥([{');

/** Latin words and figures hold together; between two signs of Japanese, or a sign and a figure, a line may end. */
const mayEndBetween = (before: string, after: string): boolean =>
  !neverFirst.has(after) && !neverLast.has(before) && (before === ' ' || textEm(before) === 1 || textEm(after) === 1);

/** The same without a rule for what a line begins and ends with, as LibreOffice has it where it was not told of Japanese. */
const mayEndAnywhere = (before: string, after: string): boolean =>
  before === ' ' || textEm(before) === 1 || textEm(after) === 1;

/**
 * The lines a text takes where a line holds so many ems, as Excel and LibreOffice break it; `without-rule` where nothing keeps a
 * bracket from the end of a line. No sign is wider than an em.
 */
export const brokenLines = (text: string, ems: number, rule?: 'without-rule'): readonly string[] =>
  text
    .split('\n')
    .flatMap((paragraph) =>
      paragraph.length <= ems || textEm(paragraph) <= ems
        ? [paragraph]
        : brokenParagraph(paragraph, ems, rule === undefined ? mayEndBetween : mayEndAnywhere),
    );

const brokenParagraph = (paragraph: string, ems: number, mayEnd: typeof mayEndBetween): readonly string[] => {
  const lines: string[] = [];
  let current = '';
  for (const piece of piecesIn(paragraph, mayEnd)) {
    if (textEm(current + piece.trimEnd()) <= ems) {
      current += piece;
      continue;
    }
    if (current !== '') lines.push(current);
    current = '';
    // A word longer than a line is broken where the line ends.
    for (const sign of piece) {
      if (current !== '' && textEm(current + sign) > ems) {
        lines.push(current);
        current = '';
      }
      current += sign;
    }
  }
  return [...lines, current];
};

const piecesIn = (text: string, mayEnd: typeof mayEndBetween): readonly string[] => {
  const pieces: string[] = [];
  let piece = '';
  let before = '';
  for (const sign of text) {
    if (piece !== '' && mayEnd(before, sign)) {
      pieces.push(piece);
      piece = '';
    }
    piece += sign;
    before = sign;
  }
  return [...pieces, piece];
};

/** Printers and screens round widths otherwise by a pixel or two: a fiftieth in reserve. */
export const widthReserve = 0.98;

/** Ems of type of `size` points that a cell `figures` wide holds beside its margin. */
export const emsIn = (figures: number, size: number = defaultSize): number =>
  ((columnPoints(figures) - cellMarginPoints) * widthReserve) / size;

/** Lines a wrapped text takes in a cell `figures` wide (width of a figure of the default font), line ends counted. */
export const linesNeeded = (text: string, figures: number, size: number = defaultSize): number =>
  brokenLines(text, emsIn(figures, size)).length;

/** Viewers that substitute the font set their lines higher: a tenth in reserve. */
const heightReserve = 1.1;
/** Points of air above and below the text of a row together. */
const airPoints = 4.5;
/** Points of a pixel, in which Excel counts heights. */
export const pixel = 0.75;

/** Points so many lines of a size need in a row. */
export const linesPoints = (lines: number, size: number = defaultSize): number =>
  Math.ceil((lines * size * lineEm * heightReserve + airPoints) / pixel) * pixel;

/** Points a row may have: Excel refuses more than 409.5, and cuts off what does not fit. */
export const highestRow = 400;

/** The most lines of ordinary size that a row holds. */
export const mostLines = Math.floor((highestRow - airPoints) / (defaultSize * lineEm * heightReserve));
