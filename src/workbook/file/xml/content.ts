import { holdsForbidden, withoutReferences } from './characters';
import { afterSpecial, damaged, isCData, nextTag, type XmlCursor } from './cursor';

/**
 * The text of one element: where it stands in the part, or, when comments, CDATA or several elements make it up, the text
 * itself. One object is filled again and again.
 */
export interface XmlContent {
  start: number;
  end: number;
  text: string | undefined;
}

const [lower, slash, bang, question] = [0x3c, 0x2f, 0x21, 0x3f];

/** Reads the text of the element whose tag was read last, and stands behind its end. Elements within it are damage. */
export const readContent = (cursor: XmlCursor, into: XmlContent): void => {
  into.text = undefined;
  into.start = cursor.place;
  into.end = cursor.place;
  if (cursor.kind !== 'open') return;
  const { bytes } = cursor;
  const place = textEnd(bytes, cursor.place);
  if (bytes[place + 1] === slash) {
    into.end = place;
    cursor.place = place;
  } else {
    into.text = readText(cursor);
    if (bytes[cursor.place + 1] !== slash) throw damaged(cursor);
  }
  nextTag(cursor);
};

/** The text up to the next tag, CDATA opened and comments left out; the cursor then stands in front of that tag. */
export const readText = (cursor: XmlCursor): string => {
  const { bytes } = cursor;
  let text = '';
  for (;;) {
    const place = textEnd(bytes, cursor.place);
    if (place > cursor.place) text += decodedText(cursor, cursor.place, place);
    cursor.place = place;
    const next = bytes[place + 1];
    if (next !== bang && next !== question) return text;
    const end = afterSpecial(cursor, place);
    if (isCData(bytes, place)) text += characters(cursor, place + 9, end - 3);
    cursor.place = end;
  }
};

const textEnd = (bytes: Uint8Array, from: number): number => {
  const size = bytes.length;
  let place = from;
  while (place < size && bytes[place] !== lower) place += 1;
  return place;
};

/** A mark of order at the beginning is text here; only that of a whole part is none. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Most texts of cells and attributes are short and ASCII; a decoder costs more than reading them. */
const shortText = 48;

/** Bytes between two tags as they read, line ends as LF; an entity that XML does not know is damage. */
export const decodedText = (cursor: XmlCursor, start: number, end: number): string => {
  const text = characters(cursor, start, end);
  if (text.includes(']]>')) throw damaged(cursor);
  return withoutReferences(text, () => damaged(cursor));
};

/** The value of an attribute, from its place. */
export const decodedValue = (cursor: XmlCursor, start: number, end: number): string =>
  withoutReferences(characters(cursor, start, end), () => damaged(cursor));

/** Bytes as they stand, line ends as LF. */
const characters = (cursor: XmlCursor, start: number, end: number): string => {
  const { bytes } = cursor;
  const text = shortAscii(bytes, start, end) ?? utf8.decode(bytes.subarray(start, end));
  if (holdsForbidden(text)) throw damaged(cursor);
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
};

const shortAscii = (bytes: Uint8Array, start: number, end: number): string | undefined => {
  if (end - start > shortText) return undefined;
  let text = '';
  for (let place = start; place < end; place += 1) {
    const byte = bytes[place] ?? 0;
    if (byte > 0x7f) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
};

/** `_x000D_` stands for a character that XML cannot hold. */
export const withoutEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;

const [slots, longest] = [4096, 64];

/** What was decoded of a part last, by place. Cells say the same few words a million times: each is kept once. */
export interface TextMemory {
  readonly cursor: XmlCursor;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly texts: string[];
}

export const textMemory = (cursor: XmlCursor): TextMemory => ({
  cursor,
  starts: new Int32Array(slots),
  ends: new Int32Array(slots),
  texts: new Array<string>(slots).fill(''),
});

/** A text of the part; what was just decoded is not decoded again. */
export const keptText = ({ cursor, starts, ends, texts }: TextMemory, { start, end, text }: XmlContent): string => {
  if (text !== undefined) return text;
  const { bytes } = cursor;
  const length = end - start;
  if (length > longest) return decodedText(cursor, start, end);
  let hash = length;
  for (let place = start; place < end; place += 1) hash = Math.imul(hash ^ (bytes[place] ?? 0), 0x01000193);
  const slot = (hash ^ (hash >>> 15)) & (slots - 1);
  const known = starts[slot] ?? 0;
  let same = (ends[slot] ?? 0) - known === length ? 0 : length + 1;
  while (same < length && bytes[known + same] === bytes[start + same]) same += 1;
  if (same !== length) {
    starts[slot] = start;
    ends[slot] = end;
    texts[slot] = decodedText(cursor, start, end);
  }
  return texts[slot] ?? '';
};
