import { appearances, textEm, type Look } from '../../workbook';
import type { Line, Span } from './lines';
import { brokenLines, emsIn, widthReserve } from './textLines';

/** Looks of sentences: what stands in the cells of a table may be read again, and is left as it is. */
export const sentenceLooks: ReadonlySet<Look> = new Set<Look>([
  'title',
  'subtitle',
  'heading',
  'note',
  'remark',
  'paragraph',
]);

/** The looks whose words stay whole. */
export type WholeLooks = ReadonlySet<Look> | 'all';

/**
 * Lines no word of which is parted by the end of a line, in cells of these looks that wrap. The user's own text stays
 * as it is.
 */
export const withWholeWords = (
  lines: readonly Line[],
  columnWidths: readonly number[],
  looks: WholeLooks,
): readonly Line[] => {
  /** Lines that spans of earlier lines still reach down to, by column. */
  const taken = columnWidths.map(() => 0);
  return lines.map((line, row) => {
    let left = 0;
    const spans = line.spans.map((span) => {
      while ((taken[left] ?? 0) > row) left += 1;
      const right = left + span.columns;
      const width = columnWidths.slice(left, right).reduce((sum, one) => sum + one, 0);
      for (let column = left; column < right; column += 1) taken[column] = row + (span.rows ?? 1);
      left = right;
      return looks === 'all' || looks.has(span.cell.look) ? withWhole(span, width) : span;
    });
    return { ...line, spans };
  });
};

const withWhole = (span: Span, width: number): Span => {
  const { value, look } = span.cell;
  const { wrap, size } = appearances[look];
  if (typeof value !== 'string' || !wrap || span.user === true) return span;
  return { ...span, cell: { ...span.cell, value: unbroken(value, emsIn(width, size)) } };
};

/** What no line may end with, and its neighbour. Printers fit a sign more than is reckoned: not even where a line ends before it. */
const openingPattern = /[（「『【〈《]+[^（「『【〈《\s]/g;

const openingBehind = /[（「『【〈《]+$/;

/** What is read as one word. */
const wholePatterns: readonly RegExp[] = [
  // A name with a few words in brackets behind it: 「ア①（4点・82.3%）」. A unit is no name: it stays with its figure.
  /(?:(?<![0-9０-９]\p{Script=Han}{0,3})[\p{Script=Han}ァ-ヶー①-⑳]{1,4})?（[^（）]{1,20}）、?/gu,
  // A municipality with its prefecture: 「　かすみがうら市（茨城県）」.
  /(?<=\s)[^\s（）]{1,14}（[^\s（）]{2,4}[都道府県]）/gu,
  // From one figure to another: 「1,356～1,567位」.
  /[＋△±]?[0-9０-９][0-9０-９,，.．]*%?～[＋△±]?[0-9０-９][0-9０-９,，.．]*(千円|円|点|位|％|%)?[）)]?/g,
  // A figure with its unit, and a bracket that ends behind it.
  /[＋△±]?[0-9０-９][0-9０-９,，.．]*(千円|億円|円|点|位|市町村|％|%|か年|年度?)?[）)]?|（試算）/g,
  // A word of a few signs: 「公表値」, 「シート」.
  /(?<!\p{Script=Han})\p{Script=Han}{2,4}(?!\p{Script=Han})/gu,
  /(?<![ァ-ヶー])[ァ-ヶー]{2,8}(?![ァ-ヶー])/g,
  // What no line may begin with, and its neighbour, for programs that do not know it.
  /[^\s、。，．）」』】〉》・：][、。，．）」』】〉》・：]+/g,
  openingPattern,
];

/** The text with a line ended before each word that the end of a line would have parted. */
export const unbroken = (text: string, ems: number): string => {
  let whole = text;
  for (let guard = 0; guard < mostWords && isLonger(whole, ems); guard += 1) {
    const cut = cutWord(whole, ems);
    if (cut === undefined) return whole;
    whole = `${whole.slice(0, cut).trimEnd()}\n${whole.slice(cut)}`;
  }
  return whole;
};

const mostWords = 50;

const isLonger = (text: string, ems: number): boolean => text.length > ems && textEm(text) > ems;

/** Where the first word begins that is parted by the end of a line and would fit a line of its own. */
const cutWord = (text: string, ems: number): number | undefined => {
  const ends = [...lineEnds(text, ems), ...lineEnds(text, ems / widthReserve)];
  const cuts = wholePatterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: word }) => {
      if (textEm(word.trimEnd()) > ems || text.slice(text.lastIndexOf('\n', index) + 1, index).trim() === '') return [];
      const first = pattern === openingPattern ? index : index + 1;
      return ends.some((end) => end >= first && end < index + word.length) ? [{ index, word }] : [];
    }),
  );
  const [cut] = cuts.toSorted((one, other) => one.index - other.index);
  if (cut === undefined) return undefined;
  // A bracket before the word goes with it, where both fit.
  const bracket = openingBehind.exec(text.slice(0, cut.index))?.[0] ?? '';
  return textEm(bracket + cut.word) > ems ? cut.index : cut.index - bracket.length;
};

/** Where lines end that nothing but the width ends, with the rules of Japanese and without. */
const lineEnds = (text: string, ems: number): readonly number[] =>
  ([undefined, 'without-rule'] as const).flatMap((rule) => {
    const ends: number[] = [];
    let end = 0;
    for (const line of brokenLines(text, ems, rule)) {
      end += line.length;
      if (text.charAt(end) === '\n') end += 1;
      else ends.push(end);
    }
    return ends;
  });
