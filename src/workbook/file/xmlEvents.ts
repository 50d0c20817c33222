import { FileFault, limits } from './fault';
import { afterSpecial, endOfTag } from './tagBytes';
import { xmlNames, type AttributePlaces, type XmlName } from './xmlNames';
import { decodedText } from './decodedText';

/** What a reader of a large part is told, element by element. Names bear the prefixes the reader gave, not the part's. */
export interface XmlReader {
  /**
   * At a start tag. `attribute` gives a value, entities decoded, and may be asked until this returns. False leaves the
   * element out with all it holds: no more calls up to its end.
   */
  readonly open: (name: string, attribute: (name: string) => string | undefined) => boolean;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

const [lower, greater, slash, equals, quote, apostrophe] = [0x3c, 0x3e, 0x2f, 0x3d, 0x22, 0x27];
const [bang, question, ampersand, dash, bracket] = [0x21, 0x3f, 0x26, 0x2d, 0x5d];

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/**
 * Reads a part of any size in one pass over its bytes, without a tree. `prefixes` names the namespaces the reader knows.
 * Throws {@link FileFault} for what is not well-formed (closing names, doubled attributes, unknown prefixes and entities),
 * for a DTD, more than 64 levels and tags beyond the cap.
 */
export const readXml = (
  bytes: Uint8Array,
  part: string,
  prefixes: ReadonlyMap<string, string>,
  reader: XmlReader,
): void => {
  const damaged = (): FileFault => new FileFault('file-damaged', `${part}: XML`);
  const names = xmlNames(bytes, part, prefixes);
  const nameStarts: number[] = [];
  const open: XmlName[] = [];
  const found: AttributePlaces = { names: [], values: [], plain: true };
  let [depth, leftOutFrom, roots, tag] = [0, -1, 0, 0];
  const attribute = (name: string): string | undefined => {
    const known = names.known(name);
    return known?.tag === tag ? decodedText(bytes, known.start, known.end, part) : undefined;
  };
  const tellText = (start: number, end: number, plain: boolean): void => {
    if (start === end) return;
    if (depth > 0) {
      const text = decodedText(bytes, start, end, part, plain);
      if (!plain && text.includes(']]>') && endsBlock(bytes, start, end)) throw damaged();
      if (leftOutFrom < 0) reader.text(text);
    } else if (!bytes.subarray(start, end).every(isSpace)) throw damaged();
  };
  const close = (): void => {
    depth -= 1;
    if (leftOutFrom < 0) reader.close(open[depth]?.text ?? '');
    else if (leftOutFrom === depth) leftOutFrom = -1;
    names.leave(depth);
  };

  let place = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (;;) {
    const start = bytes.indexOf(lower, place);
    tellText(place, start < 0 ? bytes.length : start, false);
    if (start < 0) break;
    const next = bytes[start + 1];
    if (next === bang || next === question) {
      place = afterSpecial(bytes, start);
      if (bytes[start + 2] === dash && isBroken(bytes, start + 4, place - 3)) throw damaged();
      if (bytes[start + 2] === 0x5b) tellText(start + 9, place - 3, true);
      continue;
    }
    const end = endOfTag(bytes, start + 1);
    if (end < 0) throw damaged();
    if (end - start > limits.tagLength) throw new FileFault('file-suspicious', 'XML tag');
    place = end + 1;
    if (next === slash) {
      if (depth === 0 || !isClosing(bytes, nameStarts[depth - 1] ?? 0, start + 2, end)) throw damaged();
      close();
      continue;
    }
    if (depth === 0 && (roots += 1) > 1) throw damaged();
    if (depth === limits.xmlDepth) throw new FileFault('file-suspicious', 'XML depth');
    const empty = bytes[end - 1] === slash;
    const nameEnd = endOfXmlName(bytes, start + 1, end);
    if (!findAttributes(bytes, nameEnd, empty ? end - 1 : end, found)) throw damaged();
    for (let at = 0; !found.plain && at < found.values.length; at += 2) {
      decodedText(bytes, found.values[at] ?? 0, found.values[at + 1] ?? 0, part);
    }
    tag += 1;
    names.enter(depth, tag, found);
    const name = names.element(start + 1, nameEnd);
    nameStarts[depth] = start + 1;
    open[depth] = name;
    if (leftOutFrom < 0 && !reader.open(name.text, attribute)) leftOutFrom = depth;
    depth += 1;
    if (empty) close();
  }
  if (depth !== 0 || roots === 0) throw damaged();
};

const endOfXmlName = (bytes: Uint8Array, start: number, end: number): number => {
  let place = start;
  for (; place < end; place += 1) {
    const byte = bytes[place];
    if (isSpace(byte) || byte === slash || byte === equals) break;
  }
  return place;
};

/** False when what stands between the name of a tag and its end is no list of attributes. */
const findAttributes = (bytes: Uint8Array, from: number, to: number, found: AttributePlaces): boolean => {
  found.names.length = 0;
  found.values.length = 0;
  found.plain = true;
  const afterSpaces = (start: number): number => {
    let place = start;
    while (place < to && isSpace(bytes[place])) place += 1;
    return place;
  };
  for (let place = from; ;) {
    const start = afterSpaces(place);
    if (start >= to) return true;
    const nameEnd = endOfXmlName(bytes, start, to);
    const sign = afterSpaces(nameEnd);
    const open = afterSpaces(sign + 1);
    const mark = bytes[open];
    if (start === place || nameEnd === start || bytes[sign] !== equals || (mark !== quote && mark !== apostrophe)) {
      return false;
    }
    let end = open + 1;
    for (; end < to && bytes[end] !== mark && bytes[end] !== lower; end += 1) {
      if (bytes[end] === ampersand || (bytes[end] ?? 0) < 0x20) found.plain = false;
    }
    if (end >= to || bytes[end] !== mark) return false;
    found.names.push(start, nameEnd);
    found.values.push(open + 1, end);
    place = end + 1;
  }
};

/** Whether a closing tag, from its name to its `>`, bears the name that begins at `opened`. */
const isClosing = (bytes: Uint8Array, opened: number, start: number, end: number): boolean => {
  let place = start;
  for (let at = opened; place < end && bytes[place] === bytes[at]; at += 1) place += 1;
  const length = place - start;
  const whole = isSpace(bytes[opened + length]) || bytes[opened + length] === greater;
  while (place < end && isSpace(bytes[place])) place += 1;
  return whole && length > 0 && place === end;
};

/** Whether two dashes stand inside a comment, or one at its end. */
const isBroken = (bytes: Uint8Array, start: number, end: number): boolean => {
  for (let place = bytes.indexOf(dash, start); place >= 0 && place < end; place = bytes.indexOf(dash, place + 1)) {
    if (bytes[place + 1] === dash) return true;
  }
  return start > end;
};

/** Whether the end of a CDATA block stands in a text as it is, not as an entity. */
const endsBlock = (bytes: Uint8Array, start: number, end: number): boolean => {
  for (
    let place = bytes.indexOf(bracket, start);
    place >= 0 && place < end;
    place = bytes.indexOf(bracket, place + 1)
  ) {
    if (bytes[place + 1] === bracket && bytes[place + 2] === greater) return true;
  }
  return false;
};
