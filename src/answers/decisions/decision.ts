import { outwardText, sha256Hex } from '../../kernel';
import type { CellValue } from '../../workbook';

/** ○, ×, or: the reading may stand. */
export type Judgement = 'met' | 'unmet' | 'accepted';

/** What a person settled about one doubtful cell (判定). It holds as long as that cell says what it said then. */
export interface Decision {
  /** The cell decided about: the sheet, and the A1 address without it. */
  readonly sheet: string;
  readonly cell: string;
  /** What stood there, in the words of {@link rawText}; empty for a blank. */
  readonly text: string;
  readonly judgement: Judgement;
  /** The indicator in words, for people. */
  readonly criterion?: string;
  /** Who decided, and when, as written. */
  readonly by?: string;
  readonly at?: string;
  /** Where it is recorded; absent while it is not written down. */
  readonly place?: { readonly sheet: string; readonly cell: string };
}

/** The words of a judgement on sheets. */
export const judgementWords: Readonly<Record<Judgement, string>> = {
  met: '○',
  unmet: '×',
  accepted: 'この読み方でよい',
};

/** What a blank is called where a text is expected. */
export const blankWord = '（空欄）';

/** One cell of a workbook as a key. */
export const cellKey = ({ sheet, cell }: { readonly sheet: string; readonly cell: string }): string =>
  `${sheet}\u0000${cell}`;

/** Longer texts are cut, and told apart by their length and the first digits of their SHA-256. */
const longestText = 200;

/** What stands in a cell, in one line and with nothing that a sheet could not give back: what a decision remembers of it. */
export const rawText = (value: CellValue): string => {
  const line = inOneLine(value);
  if (line.length <= longestText) return line;
  const start = line.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, '');
  return `${start}…（全${String(line.length)}字 ${sha256Hex(line).slice(0, 8)}）`;
};

/** True where a cell says what was remembered of it, by us or by a person who typed it off. */
export const stillSays = (remembered: string, value: CellValue): boolean =>
  remembered === rawText(value) || remembered === inOneLine(value);

/** A value as one line of text, whole. */
export const inOneLine = (value: CellValue): string => {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const isDay = value instanceof Date && !Number.isNaN(value.getTime());
  return outwardText(isDay ? value.toISOString().slice(0, 10) : String(value))
    .replace(/\s+/g, ' ')
    .trim();
};
