import { FileFault } from './fault';

const [quote, apostrophe, greater] = [0x22, 0x27, 0x3e];

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
const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 500, bytes.length)));
