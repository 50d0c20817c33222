import { foldText } from '../../kernel';
import { cellAt, type SheetContent } from '../../workbook';
import { remembered } from '../labels';
import type { HeldMark, MarkMeanings } from '../marks';
import type { CellReading } from './cells';
import type { AskingRow, Profile } from './profile';

/** What a cell answers once its neighbours are known. */
export type CellAnswer =
  | {
      readonly state: 'met' | 'unmet' | 'blank';
      readonly note?: 'not-applicable' | 'placeholder';
      /** 再掲, 同上: answered on another row. */
      readonly elsewhere?: true;
    }
  | { readonly state: 'held'; readonly why: HeldWhy };

/** Why a cell is not decided. */
export type HeldWhy = HeldMark | 'ask' | 'uncalculated' | 'swallowed' | 'covered' | 'points';

/** What somebody said the spellings mean. */
export interface SaidMeanings {
  readonly meanings: MarkMeanings;
  /** The form itself lists codes, so that a number that is not in the list is no number of points. */
  readonly listed: boolean;
}

/** Reads a cell of the columns the spellings were gathered from. */
export type Interpretation = (reading: CellReading, row: AskingRow, column: number) => CellAnswer;

/**
 * Settles what the spellings of one municipality's columns mean together: bare numbers are points, flags or codes; a 0
 * beside other marks, a ○ beside ● and a ー beside × are not guessed at.
 */
export const interpretationOf = (
  sheet: SheetContent,
  rows: readonly AskingRow[],
  columns: readonly Profile[],
  { meanings, listed }: SaidMeanings,
): Interpretation => {
  const found = spellingsIn(sheet, rows, columns);
  const numbers = numbersMean(found);
  const zeroAsked = isZeroAsked(found, numbers);
  const circleAsked = found.black > 0 && found.circles > 0 && found.unmet === 0;
  // 済 in some rows and 可 in the others: two words for yes that stand for yes and no.
  const wordsAsked =
    found.yesSpellings.size > 1 &&
    found.circles + found.unmet === 0 &&
    found.blanks * 10 <= found.filled &&
    found.numbers.length === 0;
  const tickIsYes = found.circles + found.yesWords === 0;
  const boxIsYes = found.emptyBoxes > 0 && found.circles === 0;
  const dashIsNo = found.unmet === found.emptyBoxes;
  const textAt = (row: number, column: number): string => foldText(String(cellAt(sheet.grid, row, column) ?? ''));
  return (reading, { row, points, again = false }, column) => {
    if (again && (saysElsewhere(reading) || (found.dashes === 0 && isDash(reading)))) return elsewhere;
    switch (reading.kind) {
      case 'met':
        if (wordsAsked && !meanings.has(textAt(row, column))) return asked;
        if (!circleAsked) return met;
        return circleSigns.has(textAt(row, column)) && !meanings.has(textAt(row, column)) ? asked : met;
      case 'unmet':
        return unmet;
      case 'blank':
        return blank;
      case 'placeholder':
        return { state: 'blank', note: 'placeholder' };
      case 'not-applicable':
        return notApplicable;
      case 'ask':
        if (tickIsYes && reading.text === 'レ') return met;
        return boxIsYes && reading.text === '■' ? met : asked;
      case 'uncalculated':
      case 'swallowed':
      case 'covered':
        return { state: 'held', why: reading.kind };
      case 'held':
        return dashIsNo && isDash(reading) ? notApplicable : { state: 'held', why: reading.why };
      case 'number': {
        const { value, inPoints } = reading;
        if (value === 0) return zeroAsked ? asked : unmet;
        if (value === 1 && numbers === 'flags' && !inPoints) return met;
        if (numbers === 'codes' || (listed && value > 1)) return asked;
        return numbers !== 'counts' && value === points ? met : { state: 'held', why: 'points' };
      }
    }
  };
};

const elsewhere: CellAnswer = { state: 'blank', elsewhere: true };
const met: CellAnswer = { state: 'met' };
const unmet: CellAnswer = { state: 'unmet' };
const blank: CellAnswer = { state: 'blank' };
const asked: CellAnswer = { state: 'held', why: 'ask' };
const notApplicable: CellAnswer = { state: 'unmet', note: 'not-applicable' };

/** The same few signs stand in most cells. */
const signOf = remembered(foldText);

const circleSigns = new Set(Array.from('○〇◯⚪⭕'));
const emptyBoxSigns = new Set(Array.from('□☐'));
/** What most cells hold, and folding leaves as it is. */
const plainSigns = new Set(Array.from('○×'));

interface Spellings {
  readonly circles: number;
  /** Every other plain yes: ✓, はい, TRUE. */
  readonly yesWords: number;
  readonly yesSpellings: ReadonlySet<string>;
  /** Every plain no that is no number: ×, いいえ, □. */
  readonly unmet: number;
  readonly emptyBoxes: number;
  /** ●, ◎, ◉ and signs nobody knows, which make a question of the ○ beside them. */
  readonly black: number;
  /** Signs that rule out an answer on rows whose criterion stands there alone. */
  readonly dashes: number;
  readonly blanks: number;
  readonly filled: number;
  readonly numbers: readonly { readonly value: number; readonly fits: boolean }[];
}

const spellingsIn = (sheet: SheetContent, rows: readonly AskingRow[], columns: readonly Profile[]): Spellings => {
  const found = { circles: 0, yesWords: 0, unmet: 0, emptyBoxes: 0, black: 0, dashes: 0, blanks: 0, filled: 0 };
  const yesSpellings = new Set<string>();
  const numbers: { readonly value: number; readonly fits: boolean }[] = [];
  for (const { column, readings } of columns) {
    for (let at = 0; at < readings.length; at += 1) {
      const [reading, asking] = [readings[at], rows[at]];
      if (reading === undefined || asking === undefined || reading.kind === 'swallowed') continue;
      if (reading.kind === 'covered') continue;
      if (reading.kind === 'blank') {
        found.blanks += 1;
        continue;
      }
      found.filled += 1;
      if (asking.again !== true && isDash(reading)) found.dashes += 1;
      const cell = reading.kind === 'met' || reading.kind === 'unmet' ? cellAt(sheet.grid, asking.row, column) : null;
      const sign = typeof cell !== 'string' ? '' : plainSigns.has(cell) ? cell : signOf(cell);
      if (reading.kind === 'met' && circleSigns.has(sign)) found.circles += 1;
      else if (reading.kind === 'met') {
        found.yesWords += 1;
        yesSpellings.add(sign);
        // Told to be a yes, it makes the ○ beside it all the more a question.
        if (rivalSign.test(sign)) found.black += 1;
      } else if (reading.kind === 'unmet') {
        found.unmet += 1;
        if (emptyBoxSigns.has(sign)) found.emptyBoxes += 1;
      } else if (isRivalSign(reading)) found.black += 1;
      else if (reading.kind === 'number') {
        const fits = reading.value === 0 || reading.value === asking.points;
        numbers.push({ value: reading.value, fits: fits && (asking.points !== undefined || reading.value === 0) });
      }
    }
  }
  return { ...found, yesSpellings, numbers };
};

/**
 * What the bare numbers of a column are: `flags` = all 0 and 1; `points` = 0 or the points of their rows, but for slips;
 * `codes` = few different digits that are no points; `counts` = numbers of something else.
 */
const numbersMean = ({ numbers, filled }: Spellings): 'flags' | 'points' | 'codes' | 'counts' => {
  if (numbers.every(({ value }) => value === 0 || value === 1)) return 'flags';
  const fitting = numbers.filter(({ fits }) => fits).length;
  if (fitting >= numbers.length * mostly) return 'points';
  const different = new Set(numbers.map(({ value }) => value));
  const areDigits = [...different].every((value) => Number.isInteger(value) && value >= 0 && value < 10);
  const many = numbers.length >= fewestCodes && numbers.length * 3 >= filled;
  return many && areDigits && different.size <= mostCodes ? 'codes' : 'counts';
};

const mostly = 0.9;
const fewestCodes = 10;
const mostCodes = 5;

/** ０ typed for ○: doubtful beside another no, and beside ○ where blanks may be the no. Among points it is none. */
const isZeroAsked = ({ numbers, unmet: no, circles, yesWords, blanks }: Spellings, mean: string): boolean => {
  if (mean === 'codes') return true;
  const bearPoints = numbers.some(({ value, fits }) => value !== 0 && (fits || value === 1));
  if (mean === 'counts') return !bearPoints;
  if (bearPoints) return false;
  return no > 0 || (circles + yesWords > 0 && blanks > 0);
};

const rivalSign = /^[●◎◉⦿⚫]$/u;

const isRivalSign = (reading: CellReading): boolean =>
  (reading.kind === 'ask' && rivalSign.test(reading.text)) ||
  (reading.kind === 'held' && reading.why === 'unreadable' && /^\p{So}$/u.test(reading.text));

/** A sign that rules out an answer, as people strike a cell: －, ー, ―, ／. */
const isDash = (reading: CellReading): boolean =>
  (reading.kind === 'not-applicable' && reading.text === '-') ||
  (reading.kind === 'held' && (reading.why === 'dash' || /^[/∕⁄\\―–—─ｰー一]$/u.test(foldText(reading.text))));

const saysElsewhere = (reading: CellReading): boolean =>
  reading.kind === 'held' &&
  /^[(（]?(?:再掲|同上|同左|同じ|前掲|重複|〃|々|″|上記.{0,6}|推進.{0,4}と?同じ|推進.{0,6}参照|共通)[)）]?$/u.test(
    reading.text,
  );
