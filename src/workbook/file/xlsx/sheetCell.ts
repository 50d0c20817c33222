import { serialToDate } from 'hucre';
import type { CellValue } from '../..';
import type { CellFormats } from './cellFormats';
import { FileFault, limits } from '../fault';
import { emptyRichText, readRichText, type RichText } from './richText';
import type { SharedTexts } from './sharedTexts';
import { readContent, textsOf, withoutEscapes, type XmlContent } from '../xml/content';
import { ascii, attributeOf, damaged, isElement, isOfRoot, nextTag, skipElement, type XmlCursor } from '../xml/cursor';

/** What the cells of a workbook have in common. */
export interface CellContext {
  readonly texts: SharedTexts;
  readonly formats: CellFormats;
  readonly date1904: boolean;
}

/** One cell, filled again and again. */
export interface SheetCell {
  /** 0-based; −1 when the tag gives no address. */
  row: number;
  column: number;
  value: CellValue;
  /** A formula without a stored result. */
  uncalculated: boolean;
  /** Something stands there, and it is struck through. */
  struck: boolean;
  /** Something stands there that its format or its letters do not show. */
  unseen: boolean;
  /** The stored result of a formula. */
  calculated: boolean;
}

export interface CellReader {
  readonly cell: SheetCell;
  /** Reads the next cell of the row whose tag was read last, or that of the cell before; false at the end of the row. */
  readonly next: () => boolean;
  /** Makes the value of the cell that was read. */
  readonly settle: () => void;
}

/** A cell says that it holds something, and that is not there: it is shown as Excel shows a lost reference, and held. */
const lost = '#REF!';

/** Reads the cells of a sheet part, one after the other, each from its `<c>` on. */
export const cellReader = (cursor: XmlCursor, { texts, formats, date1904 }: CellContext): CellReader => {
  const { bytes, attributes } = cursor;
  const cell: SheetCell = {
    row: -1,
    column: -1,
    value: null,
    uncalculated: false,
    struck: false,
    unseen: false,
    calculated: false,
  };
  const content: XmlContent = { start: 0, end: 0, text: undefined };
  const formula: XmlContent = { start: 0, end: 0, text: undefined };
  const rich: RichText = emptyRichText();
  const textAt = textsOf(cursor);
  let [type, format] = ['n', -1];
  let [hasValue, hasFormula, hasText] = [false, false, false];

  const readTag = (): void => {
    cell.row = -1;
    cell.column = -1;
    type = 'n';
    format = -1;
    for (let at = 0; at < 4 * cursor.attributeCount; at += 4) {
      const nameStart = attributes[at] ?? 0;
      if ((attributes[at + 1] ?? 0) - nameStart !== 1) continue;
      const name = bytes[nameStart];
      const start = attributes[at + 2] ?? 0;
      const end = attributes[at + 3] ?? 0;
      if (name === 0x72) {
        readAddress(bytes, start, end, cell);
        if (cell.row < 0) throw outOfBounds(cursor);
      } else if (name === 0x73) format = digitsAt(bytes, start, end);
      else if (name === 0x74) type = typeAt(bytes, start, end);
    }
  };

  /**
   * `<c r="B12" s="3" t="s"><v>5</v></c>` and the like, to the byte as Excel writes it: nine of ten cells of a large table.
   * Whatever differs goes the general way, which alone says what is damage.
   */
  const readPlain = (): boolean => {
    if (!cursor.plainPrefix) return false;
    let place = cursor.place;
    if (bytes[place] !== 0x3c || bytes[place + 1] !== 0x63 || !isAttribute(bytes, place + 2, 0x72)) return false;
    const from = place + 6;
    place = closingQuote(bytes, from);
    if (place < 0) return false;
    readAddress(bytes, from, place, cell);
    if (cell.row < 0) return false;
    format = -1;
    if (isAttribute(bytes, place + 1, 0x73)) {
      const start = place + 5;
      place = closingQuote(bytes, start);
      if (place < 0) return false;
      format = digitsAt(bytes, start, place);
      if (format < 0) return false;
    }
    type = 'n';
    if (isAttribute(bytes, place + 1, 0x74)) {
      const start = place + 5;
      place = closingQuote(bytes, start);
      if (place < 0) return false;
      type = typeAt(bytes, start, place);
      if (type === 'unknown') return false;
    }
    content.text = undefined;
    hasFormula = false;
    hasText = false;
    hasValue =
      bytes[place + 1] === 0x3e && bytes[place + 2] === 0x3c && bytes[place + 3] === 0x76 && bytes[place + 4] === 0x3e;
    if (!hasValue) {
      if (bytes[place + 1] !== 0x2f || bytes[place + 2] !== 0x3e) return false;
      content.end = content.start;
      cursor.place = place + 3;
      return true;
    }
    content.start = place + 5;
    place = content.start;
    const size = bytes.length;
    while (place < size && bytes[place] !== 0x3c) place += 1;
    if (!endsCell(bytes, place)) return false;
    content.end = place;
    cursor.place = place + 8;
    return true;
  };

  const readParts = (): void => {
    hasValue = false;
    hasFormula = false;
    hasText = false;
    content.text = undefined;
    content.end = content.start;
    if (cursor.kind !== 'open') return;
    const { depth } = cursor;
    while (nextTag(cursor) && cursor.depth > depth) {
      const initial = cursor.nameEnd - cursor.localStart === 1 && isOfRoot(cursor) ? bytes[cursor.localStart] : 0;
      if (initial === 0x76) {
        if (hasValue) throw damaged(cursor);
        readContent(cursor, content);
        hasValue = true;
      } else if (initial === 0x66) {
        const shared = attributeOf(cursor, 't') === 'shared' && attributeOf(cursor, 'si') !== undefined;
        readContent(cursor, formula);
        hasFormula ||= shared || (formula.text ?? '') !== '' || formula.end > formula.start;
      } else if (isElement(cursor, 'is')) {
        if (hasText) throw damaged(cursor);
        readRichText(cursor, rich, textAt);
        hasText = true;
      } else if (isElement(cursor, 'c')) throw damaged(cursor);
      else skipElement(cursor);
    }
  };

  const isBlank = (): boolean => {
    if (content.text !== undefined) return content.text.trim() === '';
    for (let place = content.start; place < content.end; place += 1) {
      if (bytes[place] === ampersand) return textAt(content).trim() === '';
      if ((bytes[place] ?? 0) > 0x20) return false;
    }
    return true;
  };

  const numberOf = (): CellValue => {
    const quick = content.text === undefined ? decimalAt(bytes, content.start, content.end) : NaN;
    const text = Number.isNaN(quick) ? textAt(content) : '';
    const number = Number.isNaN(quick) ? (isNumber.test(text) ? Number(text) : NaN) : quick;
    if (Number.isNaN(number)) return text.slice(0, limits.textLength);
    if (format < 0 || !formats.isDate(format)) return Number.isFinite(number) ? number : String(number);
    const date = serialToDate(number, date1904);
    return Number.isNaN(date.getTime()) ? '#NUM!' : date;
  };

  const indexOf = (): number => {
    const quick = content.text === undefined ? digitsAt(bytes, content.start, content.end) : -1;
    if (quick >= 0) return quick;
    const text = textAt(content);
    return /^\d{1,9}$/.test(text) ? Number(text) : -1;
  };

  /** What stands in `<v>`, which is not blank. */
  const valueOf = (): CellValue => {
    switch (type) {
      case 's': {
        const index = indexOf();
        if (index < 0 || index >= texts.count) return lost;
        if (texts.isStruck(index)) cell.struck = true;
        if (texts.isTiny(index) || (texts.isPale(index) && formats.isPale(Math.max(format, 0)))) cell.unseen = true;
        return texts.text(index);
      }
      case 'b': {
        const text = textAt(content).trim().toLowerCase();
        return text === '1' || text === 'true' ? true : text === '0' || text === 'false' ? false : lost;
      }
      case 'e':
        return textAt(content);
      case 'd':
        return dateOf(textAt(content));
      case 'n':
        return numberOf();
      default:
        return lost;
    }
  };

  const settle = (): void => {
    cell.value = null;
    cell.uncalculated = false;
    cell.struck = false;
    cell.unseen = false;
    if (type === 'inlineStr' || (hasText && !hasValue)) {
      if (hasText && type === 'inlineStr') {
        cell.value = (rich.text ?? withoutEscapes(textAt(rich))).slice(0, limits.textLength);
        cell.struck = rich.struck;
        cell.unseen = rich.tiny || (rich.pale && formats.isPale(Math.max(format, 0)));
      } else if (hasText || !isBlank()) cell.value = lost;
    } else if (type === 'str') {
      // ="" stores an empty text; without a formula it is nothing.
      const text = withoutEscapes(textAt(content)).slice(0, limits.textLength);
      if (hasValue && (hasFormula || text !== '')) cell.value = text;
    } else if (hasValue && !isBlank()) cell.value = valueOf();
    else if (hasValue && hasFormula && type === 's') cell.value = lost;
    cell.uncalculated = hasFormula && cell.value === null;
    cell.calculated = hasFormula && cell.value !== null;
    if (format >= 0 && cell.value !== null && formats.isStruck(format)) cell.struck = true;
    // A cell without a format has the first one.
    const hides = formats.hides(Math.max(format, 0));
    if (hides !== undefined && cell.value !== null && cell.value !== '' && hides(cell.value)) cell.unseen = true;
  };

  const next = (): boolean => {
    if (readPlain()) return true;
    while (nextTag(cursor) && cursor.kind !== 'close') {
      if (isElement(cursor, 'c')) {
        readTag();
        readParts();
        return true;
      }
      skipElement(cursor);
    }
    return false;
  };

  return { cell, next, settle };
};

const oneLetter: Readonly<Record<number, string>> = { 0x6e: 'n', 0x73: 's', 0x62: 'b', 0x65: 'e', 0x64: 'd' };

/** The type of a cell; a text is made of unknown ones only, as there are millions of the others. */
const typeAt = (bytes: Uint8Array, start: number, end: number): string => {
  if (end - start === 1) return oneLetter[bytes[start] ?? 0] ?? 'unknown';
  const initial = bytes[start];
  if (end - start === 9 && initial === 0x69 && ascii(bytes, start, end) === 'inlineStr') return 'inlineStr';
  return end - start === 3 && initial === 0x73 && bytes[start + 1] === 0x74 && bytes[start + 2] === 0x72
    ? 'str'
    : 'unknown';
};

const ampersand = 0x26;

const isNumber = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

export const outOfBounds = ({ bytes, nameEnd, place, sheet = '' }: XmlCursor): FileFault =>
  new FileFault('sheet-out-of-bounds', sheet, {
    sheet,
    found: ascii(bytes, nameEnd, Math.min(place, nameEnd + 40)).trim(),
  });

/** B12 → row 11, column 1; anything else is no address. */
const readAddress = (bytes: Uint8Array, start: number, end: number, cell: SheetCell): void => {
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

/** ` r="` */
const isAttribute = (bytes: Uint8Array, place: number, name: number): boolean =>
  bytes[place] === 0x20 && bytes[place + 1] === name && bytes[place + 2] === 0x3d && bytes[place + 3] === 0x22;

/** Where a short value ends; −1 when it is no short one. */
const closingQuote = (bytes: Uint8Array, start: number): number => {
  for (let place = start; place < start + 12; place += 1) if (bytes[place] === 0x22) return place;
  return -1;
};

/** `</v></c>` */
const endsCell = (bytes: Uint8Array, place: number): boolean =>
  bytes[place + 1] === 0x2f &&
  bytes[place + 2] === 0x76 &&
  bytes[place + 3] === 0x3e &&
  bytes[place + 4] === 0x3c &&
  bytes[place + 5] === 0x2f &&
  bytes[place + 6] === 0x63 &&
  bytes[place + 7] === 0x3e;

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
const decimalAt = (bytes: Uint8Array, start: number, end: number): number => {
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

/** 2024-04-01 and 2024-04-01T12:00:00 as dates; a time alone, or what is no date, stays text. */
const dateOf = (text: string): CellValue => {
  const match = /^\s*(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?Z?\s*$/.exec(text);
  const date = new Date(match === null ? NaN : `${match[1] ?? ''}${match[2] ?? 'T00:00'}Z`);
  return Number.isNaN(date.getTime()) ? text : date;
};
