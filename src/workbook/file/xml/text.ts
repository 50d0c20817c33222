import { finished, type Steps } from '../../../kernel';
import { FileFault } from '../fault';
import { byteWork } from '../package/native';

/** What a part of ours begins with. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Text as XML wants it, in elements and attributes. */
export const xmlText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;');

const chunk = 1 << 20;

/** A part as UTF-8: a UTF-16 part is turned into it, bytes that are neither are a {@link FileFault}. */
export const xmlBytes = (bytes: Uint8Array, part: string): Uint8Array => finished(checkingXml(bytes, part));

/** {@link xmlBytes} in steps. */
export function* checkingXml(bytes: Uint8Array, part: string): Steps<Uint8Array> {
  const [first, second] = bytes;
  const encoding =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? 'utf-16be'
        : undefined;
  if (encoding !== undefined) {
    const text = new TextDecoder(encoding).decode(bytes);
    return new TextEncoder().encode(text.replace(/^<\?xml[^>]*\?>/, ''));
  }
  yield* checkingUtf8(bytes, part);
  checkEncoding(bytes, part);
  return bytes;
}

const declaredEncoding = /^(?:\uFEFF)?<\?xml[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["']([^"'>]{0,60})["']/;

/** No program opens a part in an encoding that nobody knows; one it can know matters only where more than ASCII is written. */
const checkEncoding = (bytes: Uint8Array, part: string): void => {
  const [, encoding] = declaredEncoding.exec(new TextDecoder().decode(bytes.subarray(0, 300))) ?? [];
  if (encoding === undefined) return;
  try {
    new TextDecoder(encoding);
  } catch {
    throw new FileFault('file-damaged', `${part}: ${encoding}`);
  }
};

/** In pieces, so that a large sheet is never held twice. */
function* checkingUtf8(bytes: Uint8Array, part: string): Steps<void> {
  if (byteWork.isUtf8?.(bytes) === true) return;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let place = 0; place < bytes.length; place += chunk) {
      decoder.decode(bytes.subarray(place, place + chunk), { stream: true });
      yield;
    }
    decoder.decode();
  } catch {
    throw new FileFault('file-damaged', `${part}: UTF-8`);
  }
}

/**
 * `<t>` around escaped text. Excel drops spaces at the ends unless told to keep them; the mark is left out elsewhere,
 * as the schema knows it on no element and Excel itself writes it only where it is needed.
 */
export const textElement = (escaped: string): string =>
  /^\s|\s$|[\n\t]|&#(9|10);/.test(escaped) ? `<t xml:space="preserve">${escaped}</t>` : `<t>${escaped}</t>`;
