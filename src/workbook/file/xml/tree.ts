import { FileFault } from '../fault';
import { attributePlace, plainText, xmlTags, type XmlTag } from './tags';
import { xmlText } from './text';

/** One element of an XML text, with its place and what it holds. */
export interface XmlElement {
  readonly name: string;
  /** The address of its namespace; empty when it is in none. */
  readonly space: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly open: XmlTag;
  /** Undefined for an element written as one tag. */
  readonly close: XmlTag | undefined;
  readonly parent: XmlElement | undefined;
  readonly children: readonly XmlElement[];
  /** The addresses of the prefixes in force inside it; `''` is the namespace of names without prefix. */
  readonly spaces: ReadonlyMap<string, string>;
}

const xmlSpaces: ReadonlyMap<string, string> = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

/** The root of a part. Throws {@link FileFault} for what `xmlTags` refuses, and for a prefix that stands for nothing. */
export const xmlTree = (xml: string): XmlElement => {
  type Growing = XmlElement & { close: XmlTag | undefined; readonly children: XmlElement[] };
  let root: Growing | undefined;
  let parent: Growing | undefined;
  for (const tag of xmlTags(xml)) {
    if (tag.kind === 'close') {
      if (parent === undefined) throw new Error('xmlTree: nothing is open');
      parent.close = tag;
      parent = parent.parent as Growing | undefined;
      continue;
    }
    const spaces = spacesIn(tag, parent?.spaces ?? xmlSpaces);
    const space = spaces.get(tag.prefix.slice(0, -1));
    if (space === undefined && tag.prefix !== '') throw new FileFault('file-damaged', `XML: ${tag.prefix}`);
    checkAttributes(tag, spaces);
    const { name, attributes } = tag;
    const element: Growing = { name, space: space ?? '', attributes, open: tag, close: undefined, parent, children: [], spaces }; // prettier-ignore
    parent?.children.push(element);
    root ??= element;
    if (tag.kind === 'open') parent = element;
  }
  if (root === undefined) throw new Error('xmlTree: no root');
  return root;
};

const spacesIn = ({ attributes }: XmlTag, outside: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  let inside: Map<string, string> | undefined;
  for (const [name, value] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    inside ??= new Map(outside);
    inside.set(name.slice(6), value);
  }
  return inside ?? outside;
};

/** Two prefixes of one namespace could give an attribute twice. */
const checkAttributes = ({ attributes }: XmlTag, spaces: ReadonlyMap<string, string>): void => {
  const seen = new Set<string>();
  for (const name of attributes.keys()) {
    const cut = name.indexOf(':');
    if (cut < 0 || name.startsWith('xmlns:')) continue;
    const space = spaces.get(name.slice(0, cut));
    const full = `${space ?? ''} ${name.slice(cut + 1)}`;
    if (space === undefined || seen.has(full)) throw new FileFault('file-damaged', `XML: ${name}`);
    seen.add(full);
  }
};

/** The value of an attribute of a namespace, whatever its prefix is. */
export const attributeIn = ({ attributes, spaces }: XmlElement, space: string, name: string): string | undefined => {
  for (const [written, value] of attributes) {
    const cut = written.indexOf(':');
    if (cut > 0 && written.slice(cut + 1) === name && spaces.get(written.slice(0, cut)) === space) return value;
  }
  return undefined;
};

/** The first child of that name in the parent's own namespace. */
export const childOf = (parent: XmlElement, name: string): XmlElement | undefined =>
  parent.children.find((child) => child.name === name && child.space === parent.space);

/** The children of that name in the parent's own namespace. */
export const childrenOf = (parent: XmlElement | undefined, name: string): readonly XmlElement[] =>
  parent?.children.filter((child) => child.name === name && child.space === parent.space) ?? [];

export const endOf = ({ open, close }: XmlElement): number => (close ?? open).end;

/** What stands directly in an element, CDATA blocks opened and comments left out. */
export const textIn = (xml: string, { open, close, children }: XmlElement): string => {
  if (close === undefined) return '';
  let text = '';
  let place = open.end;
  for (const child of children) {
    text += xml.slice(place, child.open.start);
    place = endOf(child);
  }
  const written = text + xml.slice(place, close.start);
  if (!written.includes('<')) return plainText(written);
  return written
    .split(/(<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>)/)
    .map((piece) =>
      piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : piece.startsWith('<') ? '' : plainText(piece),
    )
    .join('');
};

/** A change of a text: what lies from `start` to `end` becomes `text`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all changes made; those at one place in the order given. Changes may touch, not overlap. */
export const spliced = (xml: string, splices: readonly Splice[]): string => {
  const ordered = splices
    .map((splice, order) => ({ ...splice, order }))
    .sort((one, other) => one.start - other.start || one.end - other.end || one.order - other.order);
  let out = '';
  let place = 0;
  for (const { start, end, text } of ordered) {
    if (start < place) throw new Error(`spliced: changes overlap at ${start}`);
    out += xml.slice(place, start) + text;
    place = end;
  }
  return out + xml.slice(place);
};

export const without = (element: XmlElement): Splice => ({ start: element.open.start, end: endOf(element), text: '' });

/** Sets an attribute, or takes it away. */
export const withAttribute = (xml: string, { open }: XmlElement, name: string, value: string | undefined): Splice => {
  const place = attributePlace(xml, open, name);
  const written = value === undefined ? '' : `${name}="${xmlText(value)}"`;
  if (place !== undefined) return { ...place, text: written };
  const start = open.start + 1 + open.prefix.length + open.name.length;
  return { start, end: start, text: value === undefined ? '' : ` ${written}` };
};

/** Puts text behind everything an element holds. */
export const appended = (element: XmlElement, text: string): Splice => {
  const { open, close } = element;
  if (close !== undefined) return { start: close.start, end: close.start, text };
  return { start: open.end - 2, end: open.end, text: `>${text}</${open.prefix}${open.name}>` };
};

/**
 * Puts new children where the order of the schema has them. All of one parent are given at once, in that order; children
 * of no known name stand where they stood.
 */
export const inserted = (
  parent: XmlElement,
  order: readonly string[],
  added: readonly { readonly name: string; readonly text: string }[],
): readonly Splice[] => {
  const rank = ({ name, space }: XmlElement): number => (space === parent.space ? order.indexOf(name) : -1);
  const next = (name: string) => parent.children.find((child) => rank(child) > order.indexOf(name));
  const last = added.filter(({ name }) => next(name) === undefined).map(({ text }) => text);
  return [
    ...added.flatMap(({ name, text }) => {
      const start = next(name)?.open.start;
      return start === undefined ? [] : [{ start, end: start, text }];
    }),
    ...(last.length === 0 ? [] : [appended(parent, last.join(''))]),
  ];
};

/** An element of ours, written without prefixes, with one: as the part writes it. */
export const prefixed = (xml: string, prefix: string): string =>
  prefix === ''
    ? xml
    : spliced(
        xml,
        xmlTags(xml).map(({ kind, start }) => {
          const place = start + (kind === 'close' ? 2 : 1);
          return { start: place, end: place, text: prefix };
        }),
      );
