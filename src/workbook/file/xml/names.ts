import { details } from '../details';
import { FileFault } from '../fault';
import { isName } from './characters';
import { damaged, type XmlCursor } from './cursor';

/**
 * A name as the reader knows it. `tag` is the last tag it was an attribute of, `start` and `end` where its value stood
 * there: changed in place, against the habit of this house, so that a tag makes no objects.
 */
export interface XmlName {
  readonly text: string;
  tag: number;
  start: number;
  end: number;
}

/** More different names than any format has. */
const mostNames = 4_000;

/** What the names of a part mean, in the namespaces that hold where they stand. */
export interface XmlNames {
  /** Takes note of the attributes of the tag at hand, its number `tag`: namespaces first, then each of them, none twice. */
  readonly enter: (tag: number) => void;
  /** The name of the element that was entered last. */
  readonly element: () => XmlName;
  /** At the end of an element, whose namespaces hold no longer. */
  readonly leave: (depth: number) => void;
  readonly known: (text: string) => XmlName | undefined;
}

/** The namespaces an element declares, and the names that were met while they held, by a sum over their bytes. */
interface Scope {
  readonly depth: number;
  readonly spaces: Map<string, string>;
  readonly names: Map<number, Met[]>;
}

interface Met {
  readonly bytes: Uint8Array;
  readonly element: boolean;
  readonly name: XmlName;
}

const none: readonly Met[] = [];

const [colon, letterX] = [0x3a, 0x78];

export const xmlNames = (cursor: XmlCursor, prefixes: ReadonlyMap<string, string>): XmlNames => {
  const { attributes, bytes, part } = cursor;
  const all = new Map<string, XmlName>();
  const newScope = (depth: number): Scope => ({ depth, spaces: new Map(), names: new Map() });
  const scopes: Scope[] = [newScope(-1)];
  scopes[0]?.spaces.set('xml', 'xml');

  const spaceOf = (prefix: string): string => {
    for (let at = scopes.length - 1; at >= 0; at -= 1) {
      const space = scopes[at]?.spaces.get(prefix);
      if (space !== undefined) return space;
    }
    if (prefix === '') return '';
    throw damaged(cursor);
  };

  const meaning = (raw: Uint8Array, element: boolean): XmlName => {
    const written = new TextDecoder().decode(raw);
    if (!isName(written)) throw damaged(cursor);
    const cut = written.indexOf(':');
    const space = cut < 0 && !element ? '' : spaceOf(written.slice(0, Math.max(0, cut)));
    const local = written.slice(cut + 1);
    const text = space === '' ? local : `${prefixes.get(space) ?? `{${space}}`}:${local}`;
    const known = all.get(text);
    if (known !== undefined) return known;
    if (all.size === mostNames) throw new FileFault('file-suspicious', details.xmlNames(part));
    const made = { text, tag: -1, start: 0, end: 0 };
    all.set(text, made);
    return made;
  };

  const nameAt = (start: number, end: number, element: boolean): XmlName => {
    let sum = element ? 1 : 0;
    for (let place = start; place < end; place += 1) sum = (Math.imul(sum, 31) + (bytes[place] ?? 0)) | 0;
    const { names } = scopes.at(-1) ?? newScope(0);
    const alike = names.get(sum);
    // Every tag and attribute comes here: no closure for each of them.
    for (const one of alike ?? none) {
      if (one.element === element && sameBytes(bytes, start, end, one.bytes)) return one.name;
    }
    const raw = bytes.slice(start, end);
    const name = meaning(raw, element);
    if (alike !== undefined && alike.length >= 8) throw new FileFault('file-suspicious', details.xmlNames(part));
    if (alike === undefined) names.set(sum, [{ bytes: raw, element, name }]);
    else alike.push({ bytes: raw, element, name });
    return name;
  };

  const declare = (): void => {
    let scope: Scope | undefined;
    for (let at = 0; at < 4 * cursor.attributeCount; at += 4) {
      const [start, end] = [attributes[at] ?? 0, attributes[at + 1] ?? 0];
      if (bytes[start] !== letterX) continue;
      const prefix = /^xmlns(?::(.+))?$/.exec(textAt(bytes, start, Math.min(end, start + 200)));
      if (prefix === null) continue;
      if (scope === undefined) scopes.push((scope = newScope(cursor.depth)));
      const name = prefix[1] ?? '';
      if (scope.spaces.has(name)) throw damaged(cursor);
      if (scope.spaces.size === mostNames) throw new FileFault('file-suspicious', details.xmlNames(part));
      scope.spaces.set(name, textAt(bytes, attributes[at + 2] ?? 0, attributes[at + 3] ?? 0));
    }
  };

  return {
    enter: (tag) => {
      declare();
      for (let at = 0; at < 4 * cursor.attributeCount; at += 4) {
        const [start, end] = [attributes[at] ?? 0, attributes[at + 1] ?? 0];
        if (isDeclaration(bytes, start, end)) continue;
        const name = nameAt(start, end, false);
        if (name.tag === tag) throw damaged(cursor);
        name.tag = tag;
        name.start = attributes[at + 2] ?? 0;
        name.end = attributes[at + 3] ?? 0;
      }
    },
    element: () => nameAt(cursor.nameStart, cursor.nameEnd, true),
    leave: (depth) => {
      if (scopes.at(-1)?.depth === depth) scopes.pop();
    },
    known: (text) => all.get(text),
  };
};

const textAt = (bytes: Uint8Array, start: number, end: number): string =>
  new TextDecoder().decode(bytes.subarray(start, end));

const isDeclaration = (bytes: Uint8Array, start: number, end: number): boolean =>
  bytes[start] === letterX &&
  end - start >= 5 &&
  textAt(bytes, start, start + 5) === 'xmlns' &&
  (end - start === 5 || bytes[start + 5] === colon);

const sameBytes = (bytes: Uint8Array, start: number, end: number, others: Uint8Array): boolean => {
  if (end - start !== others.length) return false;
  for (let at = 0; at < others.length; at += 1) if (bytes[start + at] !== others[at]) return false;
  return true;
};
