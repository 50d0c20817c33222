import type { Steps } from '../../../kernel';
import { decodedValue, readText } from './content';
import { nextTag, openXml, type XmlCursor } from './cursor';
import { xmlNames, type XmlName } from './names';

/** What a reader of a large part is told, element by element. Names bear the prefixes the reader gave, not the part's. */
export interface XmlReader {
  /**
   * At a start tag. `attribute` gives a value, entities decoded, and may be asked until this returns. False leaves the
   * element out with all it holds: no more calls up to its end.
   */
  readonly open: (name: string, attribute: (name: string) => string | undefined) => boolean;
  readonly close: (name: string) => void;
  /** What stands between two tags, CDATA opened and comments left out; never empty. */
  readonly text: (text: string) => void;
}

/** Of a part, read in a few milliseconds. */
const bytesOfStep = 1 << 16;

/**
 * Reads a part of any size in one pass over its bytes, without a tree, for a vocabulary of many namespaces: what the cursor
 * refuses is refused, and so are unknown prefixes and entities, in what is left out, too. `prefixes` names the namespaces
 * the reader knows. Throws `FileFault`.
 */
export function* readingXml(
  bytes: Uint8Array,
  part: string,
  prefixes: ReadonlyMap<string, string>,
  reader: XmlReader,
): Steps<void> {
  const cursor = openXml(bytes, part);
  const names = xmlNames(cursor, prefixes);
  const open: XmlName[] = [];
  let [leftOutFrom, tag, nextStep] = [-1, 0, bytesOfStep];
  const attribute = (name: string): string | undefined => {
    const known = names.known(name);
    return known?.tag === tag ? decodedValue(cursor, known.start, known.end) : undefined;
  };
  const close = (depth: number): void => {
    if (leftOutFrom < 0) reader.close(open[depth]?.text ?? '');
    else if (leftOutFrom === depth) leftOutFrom = -1;
    names.leave(depth);
  };
  for (;;) {
    if (cursor.place >= nextStep) {
      nextStep = cursor.place + bytesOfStep;
      yield;
    }
    if (cursor.opened > 0) {
      const text = readText(cursor);
      if (leftOutFrom < 0 && text !== '') reader.text(text);
    }
    if (!nextTag(cursor)) return;
    const { depth } = cursor;
    if (cursor.kind === 'close') {
      close(depth);
      continue;
    }
    checkValues(cursor);
    tag += 1;
    names.enter(tag);
    const name = names.element();
    open[depth] = name;
    if (leftOutFrom < 0 && !reader.open(name.text, attribute)) leftOutFrom = depth;
    if (cursor.kind === 'empty') close(depth);
  }
}

const ampersand = 0x26;

/** Looks at values nobody may ask for: most are plain, and need not be decoded to be sound. */
const checkValues = (cursor: XmlCursor): void => {
  const { attributes, bytes } = cursor;
  for (let at = 0; at < 4 * cursor.attributeCount; at += 4) {
    const [start, end] = [attributes[at + 2] ?? 0, attributes[at + 3] ?? 0];
    for (let place = start; place < end; place += 1) {
      const byte = bytes[place] ?? 0;
      if (byte !== ampersand && byte >= 0x20) continue;
      decodedValue(cursor, start, end);
      break;
    }
  }
};
