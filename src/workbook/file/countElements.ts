import { FileFault } from './fileFault';
import { limits } from './limits';
import { afterPrefix, afterSpecial, ascii, endOfName, endOfTag } from './tagBytes';

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
