import { FileFault, limits } from './fault';

const [slash, colon, quote, apostrophe, greater] = [0x2f, 0x3a, 0x22, 0x27, 0x3e];

const isNameEnd = (byte: number): boolean => byte <= 0x20 || byte === slash || byte === greater;

/** Behind `x:` if the name has a prefix. */
export const afterPrefix = (bytes: Uint8Array, start: number): number => {
  for (let place = start; place < bytes.length; place += 1) {
    const byte = bytes[place] ?? 0;
    if (byte === colon) return place + 1;
    if (isNameEnd(byte)) return start;
  }
  return start;
};

/** Of the first byte that is no part of the name. */
export const endOfName = (bytes: Uint8Array, start: number): number => {
  let place = start;
  while (place < bytes.length && !isNameEnd(bytes[place] ?? 0)) place += 1;
  return place;
};

/** Of the closing `>`, quotes respected; −1 when the tag never ends. */
export const endOfTag = (bytes: Uint8Array, start: number): number => {
  let within = 0;
  for (let place = start; place < bytes.length; place += 1) {
    const byte = bytes[place] ?? 0;
    if (within !== 0) {
      if (byte === within) within = 0;
    } else if (byte === greater) return place;
    else if (byte === quote || byte === apostrophe) within = byte;
  }
  return -1;
};

/** Behind a comment, CDATA block or processing instruction; a DTD is a {@link FileFault}. */
export const afterSpecial = (bytes: Uint8Array, start: number): number => {
  const head = ascii(bytes, start, start + 9);
  const closing = head.startsWith('<!--') ? '-->' : head === '<![CDATA[' ? ']]>' : head.startsWith('<?') ? '?>' : '';
  if (closing === '') throw new FileFault('file-suspicious', 'DTD');
  const last = closing.charCodeAt(closing.length - 1);
  for (let place = bytes.indexOf(last, start + 2); place >= 0; place = bytes.indexOf(last, place + 1)) {
    if (ascii(bytes, place + 1 - closing.length, place + 1) === closing) return place + 1;
  }
  throw new FileFault('file-damaged', 'XML');
};

/** At most 500 bytes as text. */
export const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 500, bytes.length)));

/**
 * How often an element stands at a depth of a large part, without making an object of any. Throws {@link FileFault} for a
 * DTD, more than 64 levels, broken tags, and more elements than a reader that builds a tree could hold.
 */
export const countElements = (bytes: Uint8Array, wanted: string, wantedDepth: number): number => {
  let [count, elements, depth] = [0, 0, 0];
  for (let place = bytes.indexOf(0x3c); place >= 0;) {
    const next = bytes[place + 1];
    if (next === 0x21 || next === 0x3f) {
      place = bytes.indexOf(0x3c, afterSpecial(bytes, place));
      continue;
    }
    const closing = next === 0x2f;
    const nameStart = afterPrefix(bytes, place + (closing ? 2 : 1));
    const nameEnd = endOfName(bytes, nameStart);
    const end = endOfTag(bytes, nameEnd);
    if (end < 0) throw new FileFault('file-damaged', 'XML tag');
    if (end - place > limits.tagLength) throw new FileFault('file-suspicious', 'XML tag');
    if (!closing) {
      elements += 1;
      if (depth === wantedDepth && ascii(bytes, nameStart, nameEnd) === wanted) count += 1;
    }
    if (closing) depth -= 1;
    else if (bytes[end - 1] !== 0x2f) depth += 1;
    if (depth > limits.xmlDepth) throw new FileFault('file-suspicious', 'XML depth');
    if (elements > limits.treeElements)
      throw new FileFault('file-unpacks-too-large', `> ${limits.treeElements} elements`);
    place = bytes.indexOf(0x3c, end);
  }
  if (depth !== 0) throw new FileFault('file-damaged', 'XML');
  return count;
};
