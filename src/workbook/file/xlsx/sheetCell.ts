import type { CellValue } from '../..';
import { closingQuote, digitsAt, endsCell, isAttribute, readAddress, typeAt } from './cellBytes';
import type { CellFormats } from './cellFormats';
import { FileFault } from '../fault';
import { emptyRichText, readRichText, type RichText } from './richText';
import type { SharedTexts } from './sharedTexts';
import { decodedText, keptText, textMemory, readContent, type TextMemory, type XmlContent } from '../xml/content';
import { attributeOf, damaged, isElement, isOfRoot, nextTag, skipElement, type XmlCursor } from '../xml/cursor';

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

/**
 * The cells of a sheet part, read one after the other. Like the cursor it is changed in place, by functions that stand by
 * themselves: what V8 has compiled of them serves the next part too, that of functions made for one part is thrown away.
 */
export interface CellReader extends CellContext {
  readonly cursor: XmlCursor;
  readonly cell: SheetCell;
  /** What stands in `<v>`, `<f>` and `<is>`. */
  readonly content: XmlContent;
  readonly formula: XmlContent;
  readonly rich: RichText;
  readonly memory: TextMemory;
  type: string;
  /** −1 when the tag names none. */
  format: number;
  hasValue: boolean;
  hasFormula: boolean;
  hasText: boolean;
}

export const cellReader = (cursor: XmlCursor, { texts, formats, date1904 }: CellContext): CellReader => ({
  cursor,
  texts,
  formats,
  date1904,
  cell: { row: -1, column: -1, value: null, uncalculated: false, struck: false, unseen: false, calculated: false },
  content: { start: 0, end: 0, text: undefined },
  formula: { start: 0, end: 0, text: undefined },
  rich: emptyRichText(),
  memory: textMemory(cursor),
  type: 'n',
  format: -1,
  hasValue: false,
  hasFormula: false,
  hasText: false,
});

/** Reads the next cell of the row whose tag was read last, or that of the cell before; false at the end of the row. */
export const nextCell = (reader: CellReader): boolean => {
  if (readPlain(reader)) return true;
  const { cursor } = reader;
  while (nextTag(cursor) && cursor.kind !== 'close') {
    if (isElement(cursor, 'c')) {
      readTag(reader);
      readParts(reader);
      return true;
    }
    skipElement(cursor);
  }
  return false;
};

const readTag = (reader: CellReader): void => {
  const { cursor, cell } = reader;
  const { bytes, attributes } = cursor;
  cell.row = -1;
  cell.column = -1;
  reader.type = 'n';
  reader.format = -1;
  for (let at = 0; at < 4 * cursor.attributeCount; at += 4) {
    const nameStart = attributes[at] ?? 0;
    if ((attributes[at + 1] ?? 0) - nameStart !== 1) continue;
    const name = bytes[nameStart];
    const start = attributes[at + 2] ?? 0;
    const end = attributes[at + 3] ?? 0;
    if (name === 0x72) {
      readAddress(bytes, start, end, cell);
      if (cell.row < 0) throw outOfBounds(cursor);
    } else if (name === 0x73) reader.format = digitsAt(bytes, start, end);
    else if (name === 0x74) reader.type = typeAt(bytes, start, end);
  }
};

/**
 * `<c r="B12" s="3" t="s"><v>5</v></c>` and the like, to the byte as Excel writes it: nine of ten cells of a large table.
 * Whatever differs goes the general way, which alone says what is damage.
 */
const readPlain = (reader: CellReader): boolean => {
  const { cursor, cell, content } = reader;
  const { bytes } = cursor;
  if (!cursor.plainPrefix) return false;
  let place = cursor.place;
  if (bytes[place] !== 0x3c || bytes[place + 1] !== 0x63 || !isAttribute(bytes, place + 2, 0x72)) return false;
  const from = place + 6;
  place = closingQuote(bytes, from);
  if (place < 0) return false;
  readAddress(bytes, from, place, cell);
  if (cell.row < 0) return false;
  reader.format = -1;
  if (isAttribute(bytes, place + 1, 0x73)) {
    const start = place + 5;
    place = closingQuote(bytes, start);
    if (place < 0) return false;
    reader.format = digitsAt(bytes, start, place);
    if (reader.format < 0) return false;
  }
  reader.type = 'n';
  if (isAttribute(bytes, place + 1, 0x74)) {
    const start = place + 5;
    place = closingQuote(bytes, start);
    if (place < 0) return false;
    reader.type = typeAt(bytes, start, place);
    if (reader.type === 'unknown') return false;
  }
  content.text = undefined;
  reader.hasFormula = false;
  reader.hasText = false;
  reader.hasValue =
    bytes[place + 1] === 0x3e && bytes[place + 2] === 0x3c && bytes[place + 3] === 0x76 && bytes[place + 4] === 0x3e;
  if (!reader.hasValue) {
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

const readParts = (reader: CellReader): void => {
  const { cursor, content, formula, rich, memory } = reader;
  const { bytes } = cursor;
  reader.hasValue = false;
  reader.hasFormula = false;
  reader.hasText = false;
  content.text = undefined;
  content.end = content.start;
  if (cursor.kind !== 'open') return;
  const { depth } = cursor;
  while (nextTag(cursor) && cursor.depth > depth) {
    const initial = cursor.nameEnd - cursor.localStart === 1 && isOfRoot(cursor) ? bytes[cursor.localStart] : 0;
    if (initial === 0x76) {
      if (reader.hasValue) throw damaged(cursor);
      readContent(cursor, content);
      reader.hasValue = true;
    } else if (initial === 0x66) {
      const shared = attributeOf(cursor, 't') === 'shared' && attributeOf(cursor, 'si') !== undefined;
      readContent(cursor, formula);
      reader.hasFormula ||= shared || (formula.text ?? '') !== '' || formula.end > formula.start;
    } else if (isElement(cursor, 'is')) {
      if (reader.hasText) throw damaged(cursor);
      readRichText(cursor, rich, (piece) => keptText(memory, piece));
      reader.hasText = true;
    } else if (isElement(cursor, 'c')) throw damaged(cursor);
    else skipElement(cursor);
  }
};

/** The formula of the cell that was read last; empty where it is told at another cell, with which this one shares it. */
export const formulaIn = ({ cursor, formula: { start, end, text } }: CellReader): string =>
  text ?? decodedText(cursor, start, end);

/** Names what the cell or row calls itself, where that is an address or a number at all: never the file as it is written. */
export const outOfBounds = (cursor: XmlCursor): FileFault => {
  const { sheet = '' } = cursor;
  const told = (attributeOf(cursor, 'r') ?? '').slice(0, 30);
  return new FileFault('sheet-out-of-bounds', sheet, { sheet, found: /^[\w:$.-]+$/.test(told) ? told : '' });
};
