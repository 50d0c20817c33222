import { limits } from '../fault';
import { ascii } from '../xml/cursor';

/** Where a cell stands: 0-based; −1 for what is no address. */
interface Address {
  row: number;
  column: number;
}

/** B12 → row 11, column 1; anything else is no address. */
export const readAddress = (bytes: Uint8Array, start: number, end: number, cell: Address): void => {
  let place = start;
  let column = 0;
  for (; place < end; place += 1) {
    const letter = (bytes[place] ?? 0) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = Math.min(column * 26 + letter - 0x40, limits.columns + 1);
  }
  const row = place === start ? -1 : digitsAt(bytes, place, end);
  const isAddress = row >= 1 && row <= limits.rows && column <= limits.columns;
  cell.row = isAddress ? row - 1 : -1;
  cell.column = isAddress ? column - 1 : -1;
};

/** The whole number of at most nine digits that stands here; −1 when anything else does. */
export const digitsAt = (bytes: Uint8Array, start: number, end: number): number => {
  if (end === start || end - start > 9) return -1;
  let number = 0;
  for (let place = start; place < end; place += 1) {
    const digit = (bytes[place] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
};

/** A decimal of at most 15 digits, exactly as `Number` reads it; NaN when it is written in another way. */
export const decimalAt = (bytes: Uint8Array, start: number, end: number): number => {
  const negative = bytes[start] === 0x2d;
  let [digits, whole, decimals] = [0, 0, -1];
  for (let place = negative ? start + 1 : start; place < end; place += 1) {
    const byte = bytes[place] ?? 0;
    if (byte === 0x2e && decimals < 0) decimals = 0;
    else if (byte >= 0x30 && byte <= 0x39) {
      whole = whole * 10 + byte - 0x30;
      digits += 1;
      if (decimals >= 0) decimals += 1;
    } else return NaN;
  }
  if (digits === 0 || digits > 15) return NaN;
  const number = decimals > 0 ? whole / (powersOfTen[decimals] ?? NaN) : whole;
  return negative ? -number : number;
};

const powersOfTen = Array.from({ length: 16 }, (_, power) => 10 ** power);

/** ` r="` */
export const isAttribute = (bytes: Uint8Array, place: number, name: number): boolean =>
  bytes[place] === 0x20 && bytes[place + 1] === name && bytes[place + 2] === 0x3d && bytes[place + 3] === 0x22;

/** Where a short value ends; −1 when it is no short one. */
export const closingQuote = (bytes: Uint8Array, start: number): number => {
  for (let place = start; place < start + 12; place += 1) if (bytes[place] === 0x22) return place;
  return -1;
};

/** `</v></c>` */
export const endsCell = (bytes: Uint8Array, place: number): boolean =>
  bytes[place + 1] === 0x2f &&
  bytes[place + 2] === 0x76 &&
  bytes[place + 3] === 0x3e &&
  bytes[place + 4] === 0x3c &&
  bytes[place + 5] === 0x2f &&
  bytes[place + 6] === 0x63 &&
  bytes[place + 7] === 0x3e;

const oneLetter: Readonly<Record<number, string>> = { 0x6e: 'n', 0x73: 's', 0x62: 'b', 0x65: 'e', 0x64: 'd' };

/** The type of a cell; a text is made of unknown ones only, as there are millions of the others. */
export const typeAt = (bytes: Uint8Array, start: number, end: number): string => {
  if (end - start === 1) return oneLetter[bytes[start] ?? 0] ?? 'unknown';
  const initial = bytes[start];
  if (end - start === 9 && initial === 0x69 && ascii(bytes, start, end) === 'inlineStr') return 'inlineStr';
  return end - start === 3 && initial === 0x73 && bytes[start + 1] === 0x74 && bytes[start + 2] === 0x72
    ? 'str'
    : 'unknown';
};
