import { FileFault } from './fault';
import { namedEntities } from './xmlText';

/** Most texts of cells and attributes are short and ASCII; a decoder costs more than reading them. */
const shortText = 48;

/**
 * The text between two places of a part: line ends as LF, entities decoded unless it is `plain` (a CDATA block). Throws
 * {@link FileFault} for entities that XML does not know by itself and for control characters.
 */
export const decodedText = (bytes: Uint8Array, start: number, end: number, part: string, plain = false): string => {
  const text =
    shortAscii(bytes, start, end) ?? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end));
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text))
    throw new FileFault('file-damaged', `${part}: XML`);
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (plain || !lines.includes('&')) return lines;
  return lines.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));|&/g,
    (_, hex?: string, digits?: string, name?: string) => {
      const known = name === undefined ? undefined : namedEntities.get(name);
      if (known !== undefined) return known;
      const code = hex === undefined ? Number(digits ?? NaN) : parseInt(hex, 16);
      if (!isCharacter(code)) throw new FileFault('file-damaged', `${part}: XML`);
      return String.fromCodePoint(code);
    },
  );
};

const isCharacter = (code: number): boolean =>
  (code >= 0x20 || code === 9 || code === 10 || code === 13) && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);

const shortAscii = (bytes: Uint8Array, start: number, end: number): string | undefined => {
  if (end - start > shortText) return undefined;
  let text = '';
  for (let place = start; place < end; place += 1) {
    const byte = bytes[place] ?? 0;
    if (byte > 0x7f) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
};
