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

/** The lines a text takes where a line holds so many ems, as Excel and LibreOffice break it. No sign is wider than an em. */
export const brokenLines = (text: string, ems: number): readonly string[] =>
  text
    .split('\n')
    .flatMap((paragraph) =>
      paragraph.length <= ems || textEm(paragraph) <= ems ? [paragraph] : brokenParagraph(paragraph, ems),
    );

const brokenParagraph = (paragraph: string, ems: number): readonly string[] => {
  const lines: string[] = [];
  let current = '';
  for (const piece of piecesIn(paragraph)) {
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

const piecesIn = (text: string): readonly string[] => {
  const pieces: string[] = [];
  let piece = '';
  let before = '';
  for (const sign of text) {
    if (piece !== '' && mayEndBetween(before, sign)) {
      pieces.push(piece);
      piece = '';
    }
    piece += sign;
    before = sign;
  }
  return [...pieces, piece];
};

/** Printers and screens round widths otherwise by a pixel or two: a fiftieth in reserve. */
const widthReserve = 0.98;

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

/** A figure with its unit and what stands in brackets with it, or a word in brackets behind it: read as one word. */
const figurePattern = /[＋△±]?[0-9０-９][0-9０-９,，.．]*(千円|億円|円|点|位|市町村|％|%|か年|年度?)?[）)]?|（試算）/g;

/** The text with a line ended before each figure that the end of a line would have cut from its unit. */
export const unbroken = (text: string, ems: number): string => {
  let whole = text;
  for (let guard = 0; guard < mostFigures; guard += 1) {
    const cut = cutFigure(whole, ems);
    if (cut === undefined) return whole;
    whole = `${whole.slice(0, cut).trimEnd()}\n${whole.slice(cut)}`;
  }
  return whole;
};

const mostFigures = 50;

/** Where the first figure begins that is cut by the end of a line and would fit a line of its own. */
const cutFigure = (text: string, ems: number): number | undefined => {
  let end = 0;
  const ends = new Set<number>();
  for (const line of brokenLines(text, ems)) {
    end += line.length;
    if (text.charAt(end) === '\n') end += 1;
    else ends.add(end);
  }
  for (const { index, 0: figure } of text.matchAll(figurePattern)) {
    if (textEm(figure) > ems || (index > 0 && text.charAt(index - 1) === '\n')) continue;
    for (let at = index + 1; at < index + figure.length; at += 1) if (ends.has(at)) return index;
  }
  return undefined;
};
