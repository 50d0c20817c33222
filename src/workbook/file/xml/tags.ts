import { details } from '../details';
import { FileFault, limits } from '../fault';
import { holdsForbidden, isName, isSpace, withoutReferences } from './characters';

/** One tag of an XML text, with its place; text lies between the end of one tag and the start of the next. */
export interface XmlTag {
  /** Without its namespace prefix. */
  readonly name: string;
  /** With the colon behind it: `x:`, or empty. */
  readonly prefix: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** By name as written, prefix included; entities decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
  /** How many elements are open around it. */
  readonly depth: number;
}

/**
 * All tags of a small part, in order. Own code and not a library (saxes was looked at): what edits a part needs the places
 * of tags and attributes, which none tells. Each letter is looked at a fixed number of times, whatever stands there.
 * Throws {@link FileFault} for what is no well-formed XML — closing names that differ, an attribute twice or without quotes,
 * text outside the root — and for a DTD, more than 64 levels, names and tags of absurd length.
 */
export const xmlTags = (xml: string): readonly XmlTag[] => {
  if (holdsForbidden(xml)) throw damaged();
  const tags: XmlTag[] = [];
  const open: string[] = [];
  const checkText = textChecker(xml);
  let place = 0;
  for (;;) {
    const found = xml.indexOf('<', place);
    const start = found < 0 ? xml.length : found;
    checkText(place, start, open.length > 0);
    if (found < 0) break;
    const skipped = afterSpecial(xml, start, open.length > 0);
    if (skipped !== undefined) {
      place = skipped;
      continue;
    }
    if (open.length === 0 && tags.length > 0) throw damaged();
    const tag = xml[start + 1] === '/' ? closingTag(xml, start, open) : openingTag(xml, start, open);
    tags.push(tag);
    if (tags.length > limits.tags) throw new FileFault('file-unpacks-too-large', details.manyTags(limits.tags));
    if (open.length > limits.xmlDepth) throw new FileFault('file-suspicious', details.xmlDepth);
    place = tag.end;
  }
  if (open.length > 0 || tags.length === 0) throw damaged();
  return tags;
};

const damaged = (): FileFault => new FileFault('file-damaged', 'XML');

/** Text between tags as it reads, its references decoded. */
export const plainText = (xml: string): string => withoutReferences(xml, damaged);

/** Outside the root only blanks may stand; inside, each `&` begins a reference. Called from left to right. */
const textChecker = (xml: string): ((from: number, to: number, inside: boolean) => void) => {
  let [ampersand, bracket] = [xml.indexOf('&'), xml.indexOf(']]>')];
  return (from, to, inside) => {
    if (!inside) {
      for (let at = from; at < to; at += 1) if (!isSpace(xml.charCodeAt(at))) throw damaged();
      return;
    }
    if (ampersand >= 0 && ampersand < from) ampersand = xml.indexOf('&', from);
    if (ampersand >= 0 && ampersand < to) {
      plainText(xml.slice(ampersand, to));
      ampersand = xml.indexOf('&', to);
    }
    while (bracket >= 0 && bracket < from) bracket = xml.indexOf(']]>', bracket + 1);
    if (bracket >= 0 && bracket < to) throw damaged();
  };
};

/** The place behind a comment, CDATA block or processing instruction; undefined for an ordinary tag. */
const afterSpecial = (xml: string, start: number, inside: boolean): number | undefined => {
  const next = xml[start + 1];
  if (next !== '!' && next !== '?') return undefined;
  if (xml.startsWith('<!--', start)) {
    const end = xml.indexOf('--', start + 4);
    if (end < 0 || xml[end + 2] !== '>') throw damaged();
    return end + 3;
  }
  const isData = xml.startsWith('<![CDATA[', start);
  if (next === '!' && !isData) throw new FileFault('file-suspicious', details.dtd);
  if (isData ? !inside : !isInstruction(xml, start)) throw damaged();
  const closing = isData ? ']]>' : '?>';
  const end = xml.indexOf(closing, start + 2);
  if (end < 0) throw damaged();
  return end + closing.length;
};

const instruction = /<\?([^\s?]{1,1000})(?:\s|\?>)/y;

const declaration =
  /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>/;

/** What says the encoding stands first or nowhere. */
const isInstruction = (xml: string, start: number): boolean => {
  instruction.lastIndex = start;
  const [, target = ''] = instruction.exec(xml) ?? [];
  if (target.toLowerCase() === 'xml') return start === 0 && declaration.test(xml);
  return !target.includes(':') && isName(target);
};

const noAttributes: ReadonlyMap<string, string> = new Map();

const closingTag = (xml: string, start: number, open: string[]): XmlTag => {
  const nameEnd = endOfName(xml, start + 2);
  const written = xml.slice(start + 2, nameEnd);
  const last = afterBlanks(xml, nameEnd);
  if (xml[last] !== '>' || open.pop() !== written) throw damaged();
  return tagOf(written, 'close', noAttributes, start, last + 1, open.length);
};

const openingTag = (xml: string, start: number, open: string[]): XmlTag => {
  const nameEnd = endOfName(xml, start + 1);
  const written = xml.slice(start + 1, nameEnd);
  checkName(written);
  let attributes: Map<string, string> | undefined;
  const end = eachAttribute(xml, start, nameEnd, (name, from, to) => {
    attributes ??= new Map();
    if (attributes.has(name)) throw damaged();
    checkName(name);
    attributes.set(name, attributeValue(xml.slice(from, to)));
  });
  const kind = xml[end - 2] === '/' ? 'empty' : 'open';
  const depth = open.length;
  if (kind === 'open') open.push(written);
  return tagOf(written, kind, attributes ?? noAttributes, start, end, depth);
};

/** Calls `visit` with each attribute, its value lying between `from` and `to`; returns the place behind the tag. */
const eachAttribute = (
  xml: string,
  start: number,
  nameEnd: number,
  visit: (name: string, from: number, to: number, nameStart: number) => void,
): number => {
  for (let place = nameEnd; ;) {
    const next = afterBlanks(xml, place);
    if (xml[next] === '>') return next + 1;
    if (xml[next] === '/' && xml[next + 1] === '>') return next + 2;
    if (next === place || next >= xml.length) throw damaged();
    const last = endOfName(xml, next);
    const equals = afterBlanks(xml, last);
    const quote = afterBlanks(xml, equals + 1);
    if (xml[equals] !== '=' || (xml[quote] !== '"' && xml[quote] !== "'")) throw damaged();
    const close = xml.indexOf(xml[quote] ?? '', quote + 1);
    if (close < 0) throw damaged();
    if (close - start > limits.tagLength) throw new FileFault('file-suspicious', details.xmlTag);
    visit(xml.slice(next, last), quote + 1, close, next);
    place = close + 1;
  }
};

/** Where an attribute of a tag is written, quotes included, and where its value; undefined when the tag has none such. */
export const attributePlace = (
  xml: string,
  tag: XmlTag,
  wanted: string,
): { readonly start: number; readonly end: number } | undefined => {
  let found: { readonly start: number; readonly end: number } | undefined;
  eachAttribute(xml, tag.start, endOfName(xml, tag.start + 1), (name, _, to, start) => {
    if (name === wanted) found = { start, end: to + 1 };
  });
  return found;
};

const afterBlanks = (xml: string, start: number): number => {
  let place = start;
  while (isSpace(xml.charCodeAt(place))) place += 1;
  return place;
};

/** No honest name is longer; one that is has been made to wear readers out. */
const longestName = 1_000;

const endOfName = (xml: string, start: number): number => {
  for (let place = start; ; place += 1) {
    const unit = xml.charCodeAt(place);
    // = > / < or the end of the text
    if (unit === 0x3d || unit === 0x3e || unit === 0x2f || unit === 0x3c || isSpace(unit) || Number.isNaN(unit)) {
      return place;
    }
    if (place - start > longestName) throw new FileFault('file-suspicious', details.xmlName);
  }
};

const checkName = (name: string): void => {
  if (!isName(name)) throw damaged();
};

/** Field by field: a spread object takes ten times as long, and a sheet has a hundred thousand. */
const tagOf = (
  written: string,
  kind: XmlTag['kind'],
  attributes: ReadonlyMap<string, string>,
  start: number,
  end: number,
  depth: number,
): XmlTag => {
  const cut = written.indexOf(':') + 1;
  return { name: written.slice(cut), prefix: written.slice(0, cut), kind, attributes, start, end, depth };
};

/** Line ends and tabs in a value read as spaces; those written as references stay. */
const attributeValue = (written: string): string => {
  if (written.includes('<')) throw damaged();
  return plainText(/[\t\n\r]/.test(written) ? written.replace(/\r\n|[\t\n\r]/g, ' ') : written);
};
