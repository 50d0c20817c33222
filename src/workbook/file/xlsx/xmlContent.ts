import { afterSpecial, damaged, isCData, nextTag, type XmlCursor } from './xmlCursor';

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
  let place = textEnd(bytes, cursor.place);
  if (bytes[place + 1] === slash) {
    into.end = place;
  } else {
    let text = '';
    for (let from = cursor.place; ; place = textEnd(bytes, from)) {
      text += decodeXml(cursor, from, place);
      const next = bytes[place + 1];
      if (next === slash) break;
      if (next !== bang && next !== question) throw damaged(cursor);
      from = afterSpecial(cursor, place);
      if (isCData(bytes, place)) text += utf8.decode(bytes.subarray(place + 9, from - 3));
    }
    into.text = text;
  }
  cursor.place = place;
  nextTag(cursor);
};

const textEnd = (bytes: Uint8Array, from: number): number => {
  const size = bytes.length;
  let place = from;
  while (place < size && bytes[place] !== lower) place += 1;
  return place;
};

/** A mark of order at the beginning is text here; only that of a whole part is none. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Bytes between two tags as they read; an entity that XML does not know is damage. */
export const decodeXml = (cursor: XmlCursor, start: number, end: number): string => {
  const text = utf8.decode(cursor.bytes.subarray(start, end));
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6});|#(\d{1,7});|(amp|lt|gt|quot|apos);)?/g,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
      if (!(code <= 0x10ffff)) throw damaged(cursor);
      return String.fromCodePoint(code);
    },
  );
};

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** `_x000D_` stands for a character that XML cannot hold. */
export const withoutEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;

const [slots, longest] = [4096, 64];

/**
 * Texts of a part, by place. Cells say the same few words a million times: what was just decoded is not decoded again, and
 * is kept once.
 */
export const textsOf = (cursor: XmlCursor): ((content: XmlContent) => string) => {
  const { bytes } = cursor;
  const starts = new Int32Array(slots);
  const ends = new Int32Array(slots);
  const texts: string[] = new Array<string>(slots).fill('');
  return ({ start, end, text }) => {
    if (text !== undefined) return text;
    const length = end - start;
    if (length > longest) return decodeXml(cursor, start, end);
    let hash = length;
    for (let place = start; place < end; place += 1) hash = Math.imul(hash ^ (bytes[place] ?? 0), 0x01000193);
    const slot = (hash ^ (hash >>> 15)) & (slots - 1);
    const known = starts[slot] ?? 0;
    let same = (ends[slot] ?? 0) - known === length ? 0 : length + 1;
    while (same < length && bytes[known + same] === bytes[start + same]) same += 1;
    if (same !== length) {
      starts[slot] = start;
      ends[slot] = end;
      texts[slot] = decodeXml(cursor, start, end);
    }
    return texts[slot] ?? '';
  };
};
