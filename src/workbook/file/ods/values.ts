import { isCellError, type CellValue } from '../..';
import type { Attribute } from './namespaces';

/** What the attributes and the text of a cell say together. */
export interface OdsValue {
  readonly value: CellValue;
  /** A formula without a result. */
  readonly uncalculated: boolean;
}

/** What a cell says of its value before its text is known. */
export interface StatedValue {
  readonly type: string;
  readonly stated: string | undefined;
  readonly formula: boolean;
  readonly error: boolean;
}

/** The attribute that holds the value of each type; of a string it may be missing, then its text is the value. */
const attributeOf: ReadonlyMap<string, string> = new Map([
  ['float', 'office:value'],
  ['percentage', 'office:value'],
  ['currency', 'office:value'],
  ['date', 'office:date-value'],
  ['time', 'office:time-value'],
  ['boolean', 'office:boolean-value'],
  ['string', 'office:string-value'],
]);

export const statedValue = (attribute: Attribute): StatedValue => {
  const type = attribute('office:value-type') ?? '';
  const name = attributeOf.get(type);
  return {
    type: name === undefined ? '' : type,
    stated: name === undefined ? undefined : attribute(name),
    formula: attribute('table:formula') !== undefined,
    error: attribute('calcext:value-type') === 'error',
  };
};

/**
 * The value of a cell whose text is `text`; undefined when it has no paragraph. An error is the text that is shown; a
 * value that cannot be read is its text, or `#VALUE!` where it shows none: held, never a blank, a zero or a ×.
 */
export const odsValue = ({ type, stated, formula, error }: StatedValue, text: string | undefined): OdsValue => {
  const shown = text === undefined || text === '' ? null : text;
  const held = (value: CellValue): OdsValue => ({ value, uncalculated: false });
  if (error) return held(isCellError(shown) ? shown : '#VALUE!');
  if (formula && isCellError(shown)) return held(shown);
  if (type === '' || type === 'string') {
    const value = stated === undefined || stated === '' ? shown : stated;
    return { value, uncalculated: formula && type === '' && text === undefined };
  }
  if (stated === undefined || stated === '') {
    return { value: shown === null ? null : '#VALUE!', uncalculated: formula && shown === null };
  }
  return held(readers.get(type)?.(stated.trim()) ?? (stated.trim() === '' ? '#VALUE!' : stated));
};

/** True when the paragraphs, which hold what is seen, do not show the value: its format puts something else in its place. */
export const showsOther = ({ type, stated, error }: StatedValue, text: string | undefined): boolean => {
  if (text === undefined || stated === undefined || stated === '' || error) return false;
  if (type === 'string') return !text.replaceAll(/\s/g, '').includes(stated.replaceAll(/\s/g, ''));
  const isNumber = type === 'float' || type === 'percentage' || type === 'currency';
  return isNumber && !numerals.test(text) && !isCellError(text) && !(dashes.test(text) && Number(stated) === 0);
};

const numerals = /[\p{N}〇一二三四五六七八九十百千壱弐参拾]/u;
/** How accounts write zero. */
const dashes = /^\s*[-－―ー‐−]\s*$/;

const numberOf = (text: string): number | undefined => {
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN;
  return Number.isFinite(number) ? number : undefined;
};

/** `2025-08-15`, with or without a time; of a day that exists. */
const dateOf = (text: string): Date | undefined => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(\.\d{1,12})?)?Z?$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return undefined;
  const [year = NaN, month = NaN, day = NaN, ...time] = parts;
  const [hours = 0, minutes = 0, seconds = 0, fraction = 0] = time.map((part) => (Number.isNaN(part) ? 0 : part));
  const start = Date.UTC(year, month - 1, day);
  const date = new Date(start);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || hours > 24 || minutes > 59 || seconds > 60) return undefined;
  return new Date(start + ((hours * 60 + minutes) * 60 + seconds) * 1000 + Math.round(fraction * 1000));
};

/** Day 0 of times without a date in an .xlsx, and the day that Excel counts though it never was. */
const [dayZero, noDay, day] = [Date.UTC(1899, 11, 31), 60, 24 * 60 * 60 * 1000];

/** `PT36H30M00.5S` as an .xlsx gives a time of day or a duration: a moment from its day 0 on. */
const timeOf = (text: string): Date | undefined => {
  const parts = /^(-?)P(?:(\d{1,7})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,12})?)S)?)?$/.exec(text);
  if (parts === null || !/\d/.test(text)) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(2)
    .map((part) => Number((part as string | undefined) ?? 0));
  const length = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  if (parts[1] === '-') return undefined;
  const date = new Date(dayZero + Math.round(length) - (length > noDay * day ? day : 0));
  return Number.isNaN(date.getTime()) ? undefined : date;
};

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

const readers: ReadonlyMap<string, (text: string) => CellValue | undefined> = new Map<
  string,
  (text: string) => CellValue | undefined
>([
  ['float', numberOf],
  ['percentage', numberOf],
  ['currency', numberOf],
  ['date', dateOf],
  ['time', timeOf],
  ['boolean', (text) => booleans.get(text)],
]);
