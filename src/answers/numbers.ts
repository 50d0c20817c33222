import { foldText } from '../kernel';
import { isCellError, type CellValue } from '../workbook';

/** What a cell that should hold a number turned out to hold; `doubtful` is never guessed at. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: number; readonly unit?: NumberUnit }
  | { readonly kind: 'blank' }
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'doubtful'; readonly why: DoubtfulNumber };

export type NumberUnit = '円' | '千円' | '万円' | '百万円' | '億円' | '%' | '点' | '人' | '位' | '件' | '回';

export type DoubtfulNumber =
  | 'grouping'
  | 'european'
  | 'parentheses'
  | 'approximate'
  | 'circled'
  | 'dash'
  | 'date'
  | 'too-large'
  | 'cell-error'
  | 'not-a-number';

/** Characters people use for minus (rules/bad-inputs.md#b005, #b006). */
const minusSigns = /^[-−‐‑‒–―ー\uFF70△▲∆]/;
const units: readonly (readonly [string, NumberUnit])[] = [
  ['百万円', '百万円'],
  ['千円', '千円'],
  ['万円', '万円'],
  ['億円', '億円'],
  ['円', '円'],
  ['点', '点'],
  ['人', '人'],
  ['名', '人'],
  ['位', '位'],
  ['件', '件'],
  ['回', '回'],
  ['%', '%'],
];
const mostDigits = 15;

/**
 * Reads a number in the spellings of Japanese office work: full-width, 1,234, ５８１点, △12,333, 50%, 十五.
 * The value is in the unit given (10千円 → 10, 千円; 50% → 50, %). Never guesses: 12,34, (5), 約30, 1.234,5 are doubtful.
 */
export const readNumber = (cell: CellValue): NumberReading => {
  if (cell === null) return { kind: 'blank' };
  if (typeof cell === 'boolean') return doubtful('not-a-number');
  if (cell instanceof Date) return doubtful('date');
  if (typeof cell === 'number') return readFinite(cell);
  if (isCellError(cell)) return doubtful('cell-error');
  const text = foldText(cell).replace(/^'/, '');
  if (text === '') return { kind: 'blank' };
  if (/^(?:-|該当なし|対象外|n\/a|なし)$/i.test(text)) return { kind: 'not-applicable' };
  if (minusSigns.test(text) && text.length === 1) return doubtful('dash');
  return readText(text);
};

const readText = (text: string): NumberReading => {
  if (/[①-⑳]/.test(text)) return doubtful('circled');
  if (/^\(.*\)$/.test(text)) return doubtful('parentheses');
  if (/^(?:約|およそ|概ね)|(?:以上|以下|未満|程度|超|弱|強|前後)$|[~〜～]/.test(text)) return doubtful('approximate');
  const negative = minusSigns.test(text);
  const unsigned = text.replace(minusSigns, '').replace(/^\+/, '').trim();
  const [digits, unit] = splitUnit(unsigned);
  const value = readDigits(digits);
  if (typeof value === 'string') return doubtful(value);
  const read = readFinite(negative ? -value : value);
  return read.kind === 'number' && unit !== undefined ? { ...read, unit } : read;
};

/**
 * 百 and 千 of a number in kanji are its own, not those of the unit: 二千五百万円 are 2500 times 万円, and 二千五 times 百万円 would
 * be eighty times as much.
 */
const splitUnit = (text: string): readonly [string, NumberUnit | undefined] => {
  const found = units.find(
    ([ending]) =>
      text.endsWith(ending) && !(/^[千百]/.test(ending) && kanjiNumber.test(text.slice(0, -ending.length).trim())),
  );
  return found === undefined ? [text, undefined] : [text.slice(0, -found[0].length).trim(), found[1]];
};

const readDigits = (text: string): number | DoubtfulNumber => {
  const plain = text.replaceAll('、', ',');
  if (/^\d+(?:\.\d+)?$/.test(plain)) return digitsOf(plain);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) return digitsOf(plain.replaceAll(',', ''));
  if (/^\d[\d.]*,\d+$/.test(plain) && plain.includes('.')) return 'european';
  if (/^[\d,]+(?:\.\d+)?$/.test(plain) && /\d/.test(plain)) return 'grouping';
  if (/^\d+(?:\.\d+)?e[+-]?\d+$/i.test(plain)) {
    const value = Number(plain);
    return Number.isFinite(value) && Math.abs(value) < 1e15 ? value : 'too-large';
  }
  return readKanji(plain) ?? 'not-a-number';
};

const digitsOf = (text: string): number | DoubtfulNumber =>
  text.replace('.', '').replace(/^0+/, '').length > mostDigits ? 'too-large' : Number(text);

const kanjiDigits = new Map(Array.from('〇一二三四五六七八九', (digit, value) => [digit, value]));
const kanjiPlaces = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

const kanjiNumber = /^[〇一二三四五六七八九十百千]+$/;

/** 一二三 → 123, 十五 → 15, 二千八 → 2008; up to four digits. */
const readKanji = (text: string): number | undefined => {
  if (text.length > 7 || !kanjiNumber.test(text) || text === '〇') return undefined;
  if (!/[十百千]/.test(text)) {
    return text.length > 4 ? undefined : Number(Array.from(text, (digit) => kanjiDigits.get(digit)).join(''));
  }
  let sum = 0;
  let digit: number | undefined;
  let lastPlace = 10_000;
  for (const sign of text) {
    const place = kanjiPlaces.get(sign);
    if (place === undefined) {
      if (digit !== undefined) return undefined;
      digit = kanjiDigits.get(sign);
    } else {
      if (place >= lastPlace) return undefined;
      sum += (digit ?? 1) * place;
      digit = undefined;
      lastPlace = place;
    }
  }
  return sum + (digit ?? 0);
};

const readFinite = (value: number): NumberReading =>
  Number.isSafeInteger(value) && Math.abs(value) < 1e15 ? { kind: 'number', value } : readFraction(value);

const readFraction = (value: number): NumberReading =>
  Number.isFinite(value) && Math.abs(value) < 1e15
    ? { kind: 'number', value: Number(value.toPrecision(mostDigits)) }
    : doubtful('too-large');

const doubtful = (why: DoubtfulNumber): NumberReading => ({ kind: 'doubtful', why });
