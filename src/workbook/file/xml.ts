import { FileFault, limits } from './fault';

/** One tag of an XML text, with its place; text lies between the end of one tag and the start of the next. */
export interface XmlTag {
  /** Without its namespace prefix. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** By name as written, prefix included; entities decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
  /** How many elements are open around it. */
  readonly depth: number;
}

/** All tags of a small part, in order. Throws {@link FileFault} for a DTD, more than 64 levels, or tags that never end. */
export const xmlTags = (xml: string): readonly XmlTag[] => {
  const tags: XmlTag[] = [];
  let depth = 0;
  for (let start = xml.indexOf('<'); start >= 0;) {
    const skipped = afterSpecial(xml, start);
    if (skipped !== undefined) {
      start = xml.indexOf('<', skipped);
      continue;
    }
    const end = tagEnd(xml, start);
    const kind = xml[start + 1] === '/' ? 'close' : xml[end - 2] === '/' ? 'empty' : 'open';
    if (kind === 'close') depth -= 1;
    const inner = xml.slice(start + (kind === 'close' ? 2 : 1), kind === 'empty' ? end - 2 : end - 1);
    const written = /^[^\s/>]*/.exec(inner)?.[0] ?? '';
    const name = written.slice(written.indexOf(':') + 1);
    const attributes = kind === 'close' ? noAttributes : attributesOf(inner.slice(written.length));
    tags.push({ name, kind, attributes, start, end, depth });
    if (kind === 'open') depth += 1;
    if (tags.length > limits.tags) throw new FileFault('file-unpacks-too-large', `> ${limits.tags} tags`);
    if (depth > limits.xmlDepth) throw new FileFault('file-suspicious', 'XML depth');
    if (depth < 0) throw new FileFault('file-damaged', 'XML');
    start = xml.indexOf('<', end);
  }
  if (depth !== 0 || tags.length === 0) throw new FileFault('file-damaged', 'XML');
  return tags;
};

const noAttributes: ReadonlyMap<string, string> = new Map();

/** The place behind a comment, CDATA block or processing instruction; undefined for an ordinary tag. */
const afterSpecial = (xml: string, start: number): number | undefined => {
  const closing = xml.startsWith('<!--', start)
    ? '-->'
    : xml.startsWith('<![CDATA[', start)
      ? ']]>'
      : xml.startsWith('<?', start)
        ? '?>'
        : undefined;
  if (closing === undefined) {
    if (xml.startsWith('<!', start)) throw new FileFault('file-suspicious', 'DTD');
    return undefined;
  }
  const end = xml.indexOf(closing, start + 2);
  if (end < 0) throw new FileFault('file-damaged', 'XML');
  return end + closing.length;
};

const tagEnd = (xml: string, start: number): number => {
  let quote = 0;
  const last = Math.min(xml.length, start + limits.tagLength);
  for (let place = start + 1; place < last; place += 1) {
    const unit = xml.charCodeAt(place);
    if (quote !== 0) {
      if (unit === quote) quote = 0;
    } else if (unit === 34 || unit === 39) quote = unit;
    else if (unit === 62) return place + 1;
  }
  throw new FileFault(last === xml.length ? 'file-damaged' : 'file-suspicious', 'XML tag');
};

const attributesOf = (text: string): ReadonlyMap<string, string> => {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes.set(name, plainText(double ?? single ?? ''));
  }
  return attributes;
};

/** Text as it reads, with the five named and the numeric entities decoded; others stay as they are. */
export const plainText = (xml: string): string =>
  xml.includes('&')
    ? xml.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/g, (whole, name: string) => {
        const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1));
        if (name.startsWith('#')) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
        return namedEntities.get(name) ?? whole;
      })
    : xml;

/** The entities XML knows without a DTD. */
export const namedEntities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Text as XML wants it, in elements and attributes. */
export const xmlText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;');

const chunk = 1 << 20;

/** A part as UTF-8: a UTF-16 part is turned into it, bytes that are neither are a {@link FileFault}. */
export const xmlBytes = (bytes: Uint8Array, part: string): Uint8Array => {
  const [first, second] = bytes;
  const encoding =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? 'utf-16be'
        : undefined;
  if (encoding !== undefined) {
    const text = new TextDecoder(encoding).decode(bytes);
    return new TextEncoder().encode(text.replace(/^<\?xml[^>]*\?>/, ''));
  }
  checkUtf8(bytes, part);
  return bytes;
};

/** In pieces, so that a large sheet is never held twice. */
const checkUtf8 = (bytes: Uint8Array, part: string): void => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let place = 0; place < bytes.length; place += chunk) {
      decoder.decode(bytes.subarray(place, place + chunk), { stream: true });
    }
    decoder.decode();
  } catch {
    throw new FileFault('file-damaged', `${part}: UTF-8`);
  }
};

/**
 * `<t>` around escaped text. Excel drops spaces at the ends unless told to keep them; the mark is left out elsewhere,
 * as the schema knows it on no element and Excel itself writes it only where it is needed.
 */
export const textElement = (escaped: string): string =>
  /^\s|\s$|[\n\t]|&#(9|10);/.test(escaped) ? `<t xml:space="preserve">${escaped}</t>` : `<t>${escaped}</t>`;
