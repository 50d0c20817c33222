import { foldText } from '../kernel';
import { isCellError, type CellValue } from '../workbook';
import { remembered } from './labels';
import { readBoxes, readNumberedWords, readWords } from './markWords';
import { readNumber, type DoubtfulNumber } from './numbers';

/** What a cell in an answer column says, before anything is known of its neighbours. */
export type MarkReading =
  | { readonly kind: 'met' }
  | { readonly kind: 'unmet' }
  | { readonly kind: 'blank' }
  /** Only a placeholder such as 「例：○」. */
  | { readonly kind: 'placeholder' }
  /** 該当なし, 対象外, －: no points, and a state of its own (rules/bad-inputs.md#b032). */
  | { readonly kind: 'not-applicable'; readonly text?: string }
  /** `inPoints`: written with 点, so that 1 is one point and not a mark. */
  | { readonly kind: 'number'; readonly value: number; readonly inPoints: boolean }
  /** A spelling that means different things in different offices; asked once, remembered. */
  | { readonly kind: 'ask'; readonly text: string }
  | { readonly kind: 'held'; readonly why: HeldMark; readonly text: string };

export type HeldMark = DoubtfulNumber | 'unseen' | 'triangle' | 'annotated' | 'undecided' | 'unreadable';

/** What a person said an ambiguous spelling means, kept with the workbook or given in the settings. */
export type MarkMeanings = ReadonlyMap<string, 'met' | 'unmet'>;

// rules/bad-inputs.md#b021, #b023, #b025, #b026. Written out by hand: NFKC leaves these circles and crosses apart.
const metMarks = new Set(Array.from('○〇◯⚪⭕oОо✓✔☑'));
const unmetMarks = new Set(Array.from('×✕✖☓❌xхχㄨ☐□✗✘'));
const askedMarks = new Set(['◎', '●', '◉', '⦿', '⚫', 'メ', 'レ', 'ﾚ', '■', '☒', '◇', '◆', '*', '?']);
const notApplicable = new Set(['該当なし', '対象外', '-', 'n/a', '該当無し', '非対象']);
const dash: MarkReading = { kind: 'not-applicable', text: '-' };
const triangles = new Set(['△', '▲', '∆', '▽']);

/** Reads one answer cell; the meaning of bare numbers is left to the column (see columns/spellings.ts). */
export const readMark = (cell: CellValue, meanings: MarkMeanings = noMeanings): MarkReading => {
  if (cell === null) return { kind: 'blank' };
  if (typeof cell === 'boolean') return { kind: meanings.get(signCalled(cell)) ?? (cell ? 'met' : 'unmet') };
  if (typeof cell === 'string') return meanings.size === 0 ? readPlainText(cell) : readText(cell, meanings);
  const meaning = meanings.size === 0 ? undefined : meanings.get(String(cell));
  return meaning === undefined ? fromNumber(cell) : { kind: meaning };
};

/** The sign in a cell as a person names it in {@link MarkMeanings}: TRUE, ○, 1. */
export const signCalled = (cell: CellValue): string =>
  cell === null ? '' : typeof cell === 'boolean' ? String(cell).toUpperCase() : foldText(String(cell));

/** The same few marks stand in most cells. */
const readPlainText = remembered((cell) => readText(cell, noMeanings));
const noMeanings: MarkMeanings = new Map();

const readText = (cell: string, meanings: MarkMeanings): MarkReading => {
  const text = foldText(cell).replace(/^'/, '');
  const word = text.toLowerCase();
  if (text === '') return { kind: 'blank' };
  if (isCellError(cell)) return { kind: 'held', why: 'cell-error', text: cell };
  const meaning = meanings.get(text);
  if (meaning !== undefined) return { kind: meaning };
  if (metMarks.has(word) || metMarks.has(text)) return { kind: 'met' };
  if (unmetMarks.has(word) || unmetMarks.has(text)) return { kind: 'unmet' };
  if (notApplicable.has(word)) return text === '-' ? dash : { kind: 'not-applicable' };
  if (triangles.has(text)) return { kind: 'held', why: 'triangle', text };
  if (askedMarks.has(text)) return { kind: 'ask', text };
  const words = readWords(text) ?? readBoxes(text) ?? readNumberedWords(text);
  if (words !== undefined) return words === 'undecided' ? { kind: 'held', why: words, text } : { kind: words };
  if (/^\(?例[:：)）]?/.test(text) || /^(?:記入例|入力例)/.test(text)) return { kind: 'placeholder' };
  // 一 is typed for a dash far more often than for 1.
  if (text === '一') return { kind: 'held', why: 'dash', text };
  const number = fromNumber(cell);
  if (number.kind === 'held' && number.why === 'not-a-number') {
    return { kind: 'held', why: startsWithMark(text) ? 'annotated' : 'unreadable', text };
  }
  return number;
};

const startsWithMark = (text: string): boolean => {
  const first = Array.from(text)[0] ?? '';
  return metMarks.has(first) || unmetMarks.has(first) || triangles.has(first) || askedMarks.has(first);
};

const fromNumber = (cell: Exclude<CellValue, null | boolean>): MarkReading => {
  const reading = readNumber(cell);
  switch (reading.kind) {
    case 'number':
      return reading.unit === undefined || reading.unit === '点'
        ? { kind: 'number', value: reading.value, inPoints: reading.unit === '点' }
        : { kind: 'held', why: 'not-a-number', text: textOf(cell) };
    case 'blank':
      return { kind: 'blank' };
    case 'not-applicable':
      return { kind: 'not-applicable' };
    case 'doubtful':
      return { kind: 'held', why: reading.why, text: textOf(cell) };
  }
};

/** A cell as a person would read it out, cut to what fits a message. */
export const textOf = (cell: CellValue): string => {
  if (cell === null) return '';
  const isDate = cell instanceof Date && !Number.isNaN(cell.getTime());
  const text = isDate ? cell.toISOString().slice(0, 10) : String(cell);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};
