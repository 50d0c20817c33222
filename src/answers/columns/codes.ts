import { foldText } from '../../kernel';
import { readWords } from '../markWords';
import { readMark, type MarkMeanings } from '../marks';
import type { ColumnHeader } from './headerTexts';

/** A list that says what codes mean, as written, with what it means for the cells. */
export interface CodeList {
  /** 1：該当 2：非該当 */
  readonly text: string;
  readonly meanings: MarkMeanings;
}

const code = '([0-9A-D]|[①-⑨]|[○〇◯●◎△▲×✕レ✓✔■□☑☐◇◆ー/－-])';
/** 1：該当、2：非該当; 0=該当 1=非該当; ●…実施 ○…未実施; 「1」は該当. */
const codeFirst = new RegExp(
  `(?<![0-9])[「『"'(]?${code}[」』"')]?\\s*(?:[:=.…‥・→]+|は(?!い)|が)?\\s*([^\\s0-9①-⑨、,;・/／()「」『』:=…→※]{1,14})`,
  'gu',
);
/** 該当：1、非該当：2; 該当する場合は「1」、しない場合は「2」. */
const wordFirst = new RegExp(
  `([^\\s0-9①-⑨、,;・/／()「」『』:=…→※]{1,14}?)(?:場合)?(?:に)?\\s*(?:は|[:=…→])+\\s*[「『"'(]?${code}[」』"')]?(?![0-9])`,
  'gu',
);

/** The code list in one text; undefined without at least one code for yes and one for no. */
export const codeListIn = (written: string): CodeList | undefined => {
  const text = foldText(written);
  if (text.length > longestNote) return undefined;
  const first = listOf(
    text,
    [...text.matchAll(codeFirst)].map(([, sign = '', word = '']) => [sign, word]),
  );
  return (
    first ??
    listOf(
      text,
      [...text.matchAll(wordFirst)].map(([, word = '', sign = '']) => [sign, word]),
    )
  );
};

const longestNote = 300;

/** What a text says of codes, also of one alone: 該当する場合は 1 を入力; empty where it says both of one. */
export const codesExplained = (written: string): MarkMeanings => {
  const text = foldText(written);
  if (text.length > longestNote) return new Map();
  return meaningsOf([...text.matchAll(wordFirst)].map(([, word = '', sign = '']) => [sign, word])) ?? new Map();
};

const listOf = (text: string, pairs: readonly (readonly [string, string])[]): CodeList | undefined => {
  const meanings = meaningsOf(pairs);
  return meanings !== undefined && new Set(meanings.values()).size === 2 ? { text, meanings } : undefined;
};

const meaningsOf = (pairs: readonly (readonly [string, string])[]): MarkMeanings | undefined => {
  const meanings = new Map<string, 'met' | 'unmet'>();
  for (const [sign, word] of pairs) {
    const meaning = readWords(word.replace(/(?:場合|もの|とき)$/, ''));
    if (meaning === undefined) continue;
    // One sign that means both is no list.
    if (meanings.has(sign) && meanings.get(sign) !== meaning) return undefined;
    meanings.set(sign, meaning);
  }
  return meanings;
};

/** The code list in a header of the column. */
export const codeListOver = ({ texts }: ColumnHeader): CodeList | undefined => firstList(texts);

/** The code list in a note above the table or just below it. */
export const codeListAround = (notes: readonly string[]): CodeList | undefined =>
  firstList(notes.filter((text) => looksLikeList.test(foldText(text))));

const firstList = (texts: readonly string[]): CodeList | undefined => {
  for (const text of texts) {
    const list = codeListIn(text);
    if (list !== undefined) return list;
  }
  return undefined;
};

/** Spares the look at every note: a list has at least two codes. */
const looksLikeList = new RegExp(`${code}.+${code}`, 'u');

/** A code list that only repeats what the signs mean anyway: ○：該当 ×：非該当. */
export const saysNothingNew = ({ meanings }: CodeList): boolean =>
  [...meanings].every(([sign, meaning]) => readMark(sign).kind === meaning);
