import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';

/** What an element may hold. */
interface ElementType {
  /** Types that `xsi:type` chooses from, where the element is one of several kinds; empty otherwise. */
  kinds: readonly string[];
  /** Matches the names of the children, each with a semicolon behind it. */
  children: RegExp;
  /** Type of each child that is described; a child that stands in `children` alone is allowed by the format, but not described. */
  readonly typeOf: Map<string, string>;
  text: RegExp | undefined;
  readonly attributes: Map<string, { readonly values: string; readonly required: boolean }>;
}

/** A description of a format, read from a file of `test/fixtures/formats` (its README.md explains the notation). */
export interface Grammar {
  /** Prefix (`c:`, or none) by namespace. */
  readonly prefixOf: ReadonlyMap<string, string>;
  /** Type by name of the root element. */
  readonly roots: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, ElementType>;
}

const simple: Readonly<Record<string, string>> = {
  text: '[^]*',
  bool: 'true|false|0|1',
  int: '-?\\d+',
  uint: '\\d+',
  number: '[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?',
  hex: '(?:[0-9A-Fa-f]{2})+',
};

/** The values that `uint`, `text{1,125}` or `(left|right)` stand for. */
const valuesOf = (values: string): RegExp => {
  const [, name = '', length] = /^(\w+)(\{\d+,\d*\})?$/.exec(values) ?? [];
  if (length !== undefined) return new RegExp(`^[^]${length}$`);
  const pattern = values.startsWith('(') ? values : simple[name];
  if (pattern === undefined) throw new Error(`grammar: no values ${values}`);
  return new RegExp(`^(?:${pattern})$`);
};

const readChildren = (line: string, type: ElementType): void => {
  const named = /([a-z]+:)?[A-Za-z]\w*(?:>([\w.]+))?|\s+/g;
  const pattern = line.replace(named, (found, _, of: string | undefined) => {
    const [name = ''] = found.trim().split('>');
    if (of !== undefined) type.typeOf.set(name, of);
    return name === '' ? '' : `(?:${name};)`;
  });
  type.children = new RegExp(`^${pattern}$`);
};

const readAttributes = (line: string, type: ElementType): void => {
  for (const one of line.split(' ')) {
    const [, name = '', values = '', required] = /^([^=]+)=(.*?)(!?)$/.exec(one) ?? [];
    type.attributes.set(name, { values, required: required === '!' });
  }
};

/** Reads a description; throws where a line is not in the notation. */
export const grammarOf = (file: string): Grammar => {
  const prefixOf = new Map<string, string>();
  const roots = new Map<string, string>();
  const types = new Map<string, ElementType>();
  for (const line of readFileSync(join(__dirname, '../fixtures/formats', file), 'utf8').split('\n')) {
    const [word = '', first = '', second = ''] = line.split(' ');
    const last = [...types.values()].at(-1);
    if (line === '' || word === '#') continue;
    if (word === 'namespace') prefixOf.set(second, first === '-' ? '' : `${first}:`);
    else if (word === 'root') roots.set(first, second);
    else if (word !== '')
      types.set(word, { kinds: [], children: /^$/, typeOf: new Map(), text: undefined, attributes: new Map() });
    else if (last === undefined) throw new Error(`grammar: what does this belong to: ${line}`);
    else if (line.startsWith('  xsi:type ')) last.kinds = line.trim().split(' ').slice(1);
    else if (line.startsWith('  = ')) last.text = valuesOf(line.slice('  = '.length));
    else if (line.startsWith('  @ ')) readAttributes(line.slice('  @ '.length), last);
    else readChildren(line.trim(), last);
  }
  return { prefixOf, roots, types };
};

/** What is wrong with a document: not well-formed, children out of place, unknown or missing attributes, values out of range. */
export const grammarFaults = ({ prefixOf, roots, types }: Grammar, xml: string): readonly string[] => {
  const faults: string[] = [];
  const nameOf = ({ namespaceURI, localName }: Element | Attr): string =>
    `${namespaceURI === null ? '' : (prefixOf.get(namespaceURI) ?? `{${namespaceURI}}`)}${localName}`;

  const checkAttributes = (element: Element, type: ElementType, place: string): void => {
    const own = [...element.attributes].filter(
      ({ namespaceURI }) => namespaceURI?.startsWith('http://www.w3.org/') !== true,
    );
    for (const attribute of own) {
      const name = nameOf(attribute);
      const known = type.attributes.get(name);
      if (known === undefined) faults.push(`${place}: no attribute ${name} here`);
      else if (!(types.get(known.values)?.text ?? valuesOf(known.values)).test(attribute.value))
        faults.push(`${place}: ${name}="${attribute.value}" is not ${known.values}`);
    }
    const names = new Set(own.map(nameOf));
    for (const [name, { required }] of type.attributes)
      if (required && !names.has(name)) faults.push(`${place}: ${name} is missing`);
  };

  const check = (element: Element, typeName: string, place: string): void => {
    const declared = types.get(typeName);
    const kind = element.getAttributeNS('http://www.w3.org/2001/XMLSchema-instance', 'type');
    const chosen = declared !== undefined && declared.kinds.length > 0 ? declared.kinds : [typeName];
    const name = kind === null ? typeName : chosen.find((one) => one.replace(/^.*\./, '') === kind);
    const type = types.get(name ?? '');
    const said = element.children.length === 0 ? element.textContent : '';
    if (name !== undefined && type === undefined && name in simple) {
      if (!valuesOf(name).test(said)) faults.push(`${place}: "${said}" is not ${name}`);
      return;
    }
    if (type === undefined || type.kinds.length > 0) {
      faults.push(`${place}: ${typeName} has no kind ${kind ?? 'without xsi:type'}`);
      return;
    }
    checkAttributes(element, type, place);
    const children = [...element.children];
    const order = children.map((child) => `${nameOf(child)};`).join('');
    if (!type.children.test(order)) faults.push(`${place}: holds ${order.slice(0, 200)}`);
    if (children.length === 0 && !(type.text ?? /^\s*$/).test(said))
      faults.push(`${place}: text "${said.slice(0, 50)}"`);
    children.forEach((child, at) => {
      const childName = nameOf(child);
      const of = type.typeOf.get(childName);
      if (of === undefined) faults.push(`${place}: ${childName} is not described`);
      else if (of !== 'any') check(child, of, `${place}/${childName}[${at}]`);
    });
  };

  let root: Element;
  try {
    root = new JSDOM(xml, { contentType: 'application/xml' }).window.document.documentElement;
  } catch (error) {
    return [`not well-formed: ${String(error)}`];
  }
  const rootName = nameOf(root);
  const of = roots.get(rootName);
  if (of === undefined) return [`no document begins with ${rootName}`];
  check(root, of, rootName);
  return faults;
};
