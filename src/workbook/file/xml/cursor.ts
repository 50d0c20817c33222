import type { Worded } from '../../../problems';
import { details } from '../details';
import { FileFault, limits } from '../fault';
import { isSpace } from './characters';

/**
 * A strict reader of the bytes of one XML part, tag by tag. It is changed in place, against the habit of this house: an
 * object for each of ten million tags would cost more than reading them.
 *
 * Everything a parser must refuse is refused here, once, while walking: names that do not match, attributes that stand
 * twice or without quotes, a DTD, text outside the root, more than 64 levels, tags without an end (src/rules/bad-inputs.md#b076).
 */
export interface XmlCursor {
  readonly bytes: Uint8Array;
  /** What a refusal names. */
  readonly part: string;
  readonly sheet: string | undefined;
  /** Of the next byte to be read. */
  place: number;
  kind: TagKind;
  /** Of the `<`. */
  start: number;
  nameStart: number;
  /** Behind the prefix. */
  localStart: number;
  nameEnd: number;
  /** How many elements are open around the tag; its own element not counted. */
  depth: number;
  attributeCount: number;
  /** Of each attribute: start and end of its name, start and end of its value. */
  readonly attributes: Int32Array;
  /** Elements open now, and the names they were opened with: start and end of each. */
  opened: number;
  readonly open: Int32Array;
  /** The prefixes of the vocabulary of the root, '' among them when it is the default one. */
  prefixes: readonly string[];
  plainPrefix: boolean;
  namespace: string;
  /** True when the tag declares another default namespace. */
  redeclares: boolean;
  /** True inside an element that is passed over: what is declared there concerns nobody. */
  passing: boolean;
}

export type TagKind = 'open' | 'close' | 'empty' | 'end';

const mostAttributes = 128;
const [lower, greater, slash, bang, question] = [0x3c, 0x3e, 0x2f, 0x21, 0x3f];
const [quote, apostrophe, equals, colon, hyphen, bracket] = [0x22, 0x27, 0x3d, 0x3a, 0x2d, 0x5b];

/** Stands before the first tag; `from` is where it is, when only one element of a part is read again. */
export const openXml = (bytes: Uint8Array, part: string, sheet?: string, from?: number): XmlCursor => ({
  bytes,
  part,
  sheet,
  place: from ?? (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0),
  kind: 'end',
  start: 0,
  nameStart: 0,
  localStart: 0,
  nameEnd: 0,
  depth: 0,
  attributeCount: 0,
  attributes: new Int32Array(4 * mostAttributes),
  opened: 0,
  open: new Int32Array(2 * (limits.xmlDepth + 1)),
  prefixes: [],
  plainPrefix: true,
  namespace: '',
  redeclares: false,
  passing: false,
});

/** Goes on to the next tag; false behind the end of the root, when nothing but space and comments follow. */
export const nextTag = (cursor: XmlCursor): boolean => {
  const { bytes } = cursor;
  const size = bytes.length;
  let place = cursor.place;
  for (;;) {
    if (cursor.opened === 0) while (place < size && isSpace(bytes[place])) place += 1;
    else while (place < size && bytes[place] !== lower) place += 1;
    if (place >= size) break;
    if (bytes[place] !== lower) throw damaged(cursor);
    const second = bytes[place + 1];
    if (second === slash) return closeTag(cursor, place);
    if (second !== bang && second !== question) return openTag(cursor, place);
    place = afterSpecial(cursor, place);
  }
  if (cursor.opened > 0 || cursor.kind === 'end') throw damaged(cursor);
  cursor.kind = 'end';
  return false;
};

/** True when the tag read last opened an element that may hold something. */
export const isOpening = ({ kind }: XmlCursor): boolean => kind === 'open';

/** Behind the end of the element whose tag was read last; nothing to do when that tag was no opening one. */
export const skipElement = (cursor: XmlCursor): void => {
  if (cursor.kind !== 'open') return;
  const { depth } = cursor;
  cursor.passing = true;
  while (nextTag(cursor)) if (cursor.depth === depth) break;
  cursor.passing = false;
};

/** True when the tag bears this name, in the vocabulary of the root. */
export const isElement = (cursor: XmlCursor, name: string): boolean => {
  const { bytes, localStart, nameEnd } = cursor;
  if (nameEnd - localStart !== name.length) return false;
  for (let at = 0; at < name.length; at += 1) if (bytes[localStart + at] !== name.charCodeAt(at)) return false;
  return isOfRoot(cursor);
};

/** True when the name of the tag belongs to the vocabulary of the root: a `<c>` of another one is no cell. */
export const isOfRoot = (cursor: XmlCursor): boolean => {
  const prefixed = cursor.localStart !== cursor.nameStart;
  if (!prefixed && cursor.plainPrefix && !cursor.redeclares) return true;
  if (!prefixed && cursor.redeclares) return attributeOf(cursor, 'xmlns') === cursor.namespace;
  return cursor.prefixes.includes(prefixed ? ascii(cursor.bytes, cursor.nameStart, cursor.localStart - 1) : '');
};

/** The value of an attribute as written (entities stay); undefined when the tag has none of this name. */
export const attributeOf = (cursor: XmlCursor, name: string): string | undefined => {
  const { attributes, bytes } = cursor;
  for (let at = 0; at < cursor.attributeCount * 4; at += 4) {
    const start = attributes[at] ?? 0;
    if ((attributes[at + 1] ?? 0) - start !== name.length) continue;
    if (ascii(bytes, start, start + name.length) !== name) continue;
    return ascii(bytes, attributes[at + 2] ?? 0, attributes[at + 3] ?? 0);
  }
  return undefined;
};

/** True for `1` and `true`. */
export const isFlag = (value: string | undefined): boolean => value === '1' || value === 'true';

export const damaged = ({ part, sheet }: XmlCursor): FileFault =>
  new FileFault('file-damaged', part, sheet === undefined ? {} : { sheet });

const suspicious = ({ sheet }: XmlCursor, detail: Worded): FileFault =>
  new FileFault('file-suspicious', detail, sheet === undefined ? {} : { sheet });

const closeTag = (cursor: XmlCursor, start: number): true => {
  const { bytes, open } = cursor;
  const depth = cursor.opened - 1;
  if (depth < 0) throw damaged(cursor);
  const from = open[2 * depth] ?? 0;
  const length = (open[2 * depth + 1] ?? 0) - from;
  const nameStart = start + 2;
  for (let at = 0; at < length; at += 1) if (bytes[nameStart + at] !== bytes[from + at]) throw damaged(cursor);
  let place = nameStart + length;
  while (isSpace(bytes[place])) place += 1;
  if (bytes[place] !== greater) throw damaged(cursor);
  cursor.kind = 'close';
  cursor.start = start;
  cursor.depth = depth;
  cursor.opened = depth;
  cursor.attributeCount = 0;
  cursor.place = place + 1;
  return true;
};

const openTag = (cursor: XmlCursor, start: number): true => {
  const { bytes } = cursor;
  if (cursor.opened === 0 && cursor.kind !== 'end') throw damaged(cursor);
  let place = start + 1;
  let local = place;
  for (; ; place += 1) {
    const byte = bytes[place];
    if (byte === undefined) throw damaged(cursor);
    if (byte <= 0x20 || byte === greater || byte === slash) break;
    if (byte === colon) {
      if (local !== start + 1 || !isFirstOfName(bytes[place + 1])) throw damaged(cursor);
      local = place + 1;
    } else if (!isNameByte(byte)) throw damaged(cursor);
  }
  if (local === place || !isFirstOfName(bytes[start + 1])) throw damaged(cursor);
  cursor.start = start;
  cursor.nameStart = start + 1;
  cursor.localStart = local;
  cursor.nameEnd = place;
  cursor.depth = cursor.opened;
  readAttributes(cursor, place);
  if (cursor.place - start > limits.tagLength) throw suspicious(cursor, details.xmlTag);
  if (cursor.depth === 0) readVocabulary(cursor);
  else if (cursor.redeclares && !cursor.passing) checkDeclarations(cursor);
  if (cursor.kind === 'open') {
    if (cursor.opened === limits.xmlDepth) throw suspicious(cursor, details.xmlDepth);
    cursor.open[2 * cursor.opened] = start + 1;
    cursor.open[2 * cursor.opened + 1] = place;
    cursor.opened += 1;
  }
  return true;
};

const isFirstOfName = (byte: number | undefined): boolean =>
  byte !== undefined &&
  ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || byte === 0x5f || byte >= 0x80);

const isNameByte = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0x30 && byte <= 0x39) ||
  byte === 0x2d ||
  byte === 0x2e ||
  byte === 0x5f ||
  byte >= 0x80;

/** Reads the attributes and the end of a tag, from behind its name. */
const readAttributes = (cursor: XmlCursor, from: number): void => {
  const { bytes, attributes } = cursor;
  let place = from;
  let count = 0;
  cursor.redeclares = false;
  for (;;) {
    let byte = bytes[place];
    const spaced = isSpace(byte);
    while (isSpace(byte)) {
      place += 1;
      byte = bytes[place];
    }
    if (byte === greater) {
      cursor.kind = 'open';
      cursor.place = place + 1;
      break;
    }
    if (byte === slash && bytes[place + 1] === greater) {
      cursor.kind = 'empty';
      cursor.place = place + 2;
      break;
    }
    if (!spaced || !isFirstOfName(byte)) throw damaged(cursor);
    const nameStart = place;
    while (byte !== undefined && (isNameByte(byte) || byte === colon)) {
      place += 1;
      byte = bytes[place];
    }
    const nameEnd = place;
    while (isSpace(byte)) {
      place += 1;
      byte = bytes[place];
    }
    if (byte !== equals) throw damaged(cursor);
    do {
      place += 1;
      byte = bytes[place];
    } while (isSpace(byte));
    if (byte !== quote && byte !== apostrophe) throw damaged(cursor);
    const mark = byte;
    place += 1;
    const valueStart = place;
    for (byte = bytes[place]; byte !== mark; byte = bytes[place]) {
      if (byte === undefined || byte === lower) throw damaged(cursor);
      place += 1;
    }
    if (count === mostAttributes) throw suspicious(cursor, details.xmlAttributes);
    checkNew(cursor, count, nameStart, nameEnd);
    if (bytes[nameStart] === 0x78 && bytes[nameStart + 1] === 0x6d) cursor.redeclares = true;
    attributes[4 * count] = nameStart;
    attributes[4 * count + 1] = nameEnd;
    attributes[4 * count + 2] = valueStart;
    attributes[4 * count + 3] = place;
    count += 1;
    place += 1;
  }
  cursor.attributeCount = count;
};

/** An attribute may stand once. */
const checkNew = (cursor: XmlCursor, count: number, start: number, end: number): void => {
  const { attributes, bytes } = cursor;
  for (let at = 0; at < 4 * count; at += 4) {
    const other = attributes[at] ?? 0;
    if ((attributes[at + 1] ?? 0) - other !== end - start) continue;
    let same = 0;
    while (same < end - start && bytes[other + same] === bytes[start + same]) same += 1;
    if (same === end - start) throw damaged(cursor);
  }
};

/** Namespaces an element declares: the default one has the prefix ''. */
const declarations = ({ bytes, attributes, attributeCount }: XmlCursor): readonly (readonly [string, string])[] => {
  const declared: (readonly [string, string])[] = [];
  for (let at = 0; at < attributeCount * 4; at += 4) {
    const [nameStart = 0, nameEnd = 0, start = 0, end = 0] = attributes.subarray(at, at + 4);
    const name = ascii(bytes, nameStart, nameEnd);
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    declared.push([name.slice('xmlns:'.length), ascii(bytes, start, end)]);
  }
  return declared;
};

/**
 * Whether a name is of the vocabulary is told by its prefix alone, so its prefixes are those of the root: an element that
 * gives it another, or takes one away, is refused, lest cells vanish without a word. It may leave the default namespace.
 */
const checkDeclarations = (cursor: XmlCursor): void => {
  const declared = declarations(cursor);
  cursor.redeclares = declared.some(([prefix]) => prefix === '');
  for (const [prefix, namespace] of declared) {
    const known = cursor.prefixes.includes(prefix);
    if (known !== (namespace === cursor.namespace) && !(known && prefix === ''))
      throw suspicious(cursor, details.xmlNamespace);
  }
};

/** The vocabulary is that of the root element, whatever it is called: transitional, Strict, or of a beta of Excel. */
const readVocabulary = (cursor: XmlCursor): void => {
  const prefix = ascii(cursor.bytes, cursor.nameStart, Math.max(cursor.nameStart, cursor.localStart - 1));
  const declared = declarations(cursor);
  const namespace = declared.find(([name]) => name === prefix)?.[1] ?? '';
  cursor.namespace = namespace;
  cursor.prefixes = [prefix, ...declared.flatMap(([name, value]) => (value === namespace ? [name] : []))];
  cursor.plainPrefix = cursor.prefixes.includes('');
  cursor.redeclares = false;
};

/** Behind a comment, CDATA block or processing instruction; everything else behind `<!` is a DTD. */
export const afterSpecial = (cursor: XmlCursor, start: number): number => {
  const { bytes } = cursor;
  if (bytes[start + 1] === question) return behind(cursor, start + 2, question, 1);
  if (bytes[start + 2] === hyphen && bytes[start + 3] === hyphen) return behindComment(cursor, start + 4);
  if (!isCData(bytes, start) || cursor.opened === 0) throw suspicious(cursor, details.dtd);
  return behind(cursor, start + 9, 0x5d, 2);
};

/** Two dashes end a comment, and stand nowhere else in it. */
const behindComment = (cursor: XmlCursor, from: number): number => {
  const { bytes } = cursor;
  for (let place = bytes.indexOf(hyphen, from); place >= 0; place = bytes.indexOf(hyphen, place + 1)) {
    if (bytes[place + 1] !== hyphen) continue;
    if (bytes[place + 2] !== greater) break;
    return place + 3;
  }
  throw damaged(cursor);
};

/** `<![CDATA[` */
export const isCData = (bytes: Uint8Array, start: number): boolean =>
  bytes[start + 1] === bang && bytes[start + 2] === bracket && ascii(bytes, start + 3, start + 9) === 'CDATA[';

/** Behind the next `>` that follows `count` times `mark`. */
const behind = (cursor: XmlCursor, from: number, mark: number, count: number): number => {
  const { bytes } = cursor;
  let seen = 0;
  for (let place = from; place < bytes.length; place += 1) {
    const byte = bytes[place];
    if (byte === greater && seen >= count) return place + 1;
    seen = byte === mark ? seen + 1 : 0;
  }
  throw damaged(cursor);
};

/** A short run of bytes that are mostly ASCII, as text; longer ones are cut at 500. */
export const ascii = (bytes: Uint8Array, from: number, to: number): string => {
  let text = '';
  for (let place = from; place < Math.min(to, from + 500); place += 1) text += String.fromCharCode(bytes[place] ?? 0);
  return text;
};
