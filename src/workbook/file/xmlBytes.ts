import { FileFault } from './fileFault';

const chunk = 1 << 20;

/** A part as UTF-8: a UTF-16 part is turned into it, bytes that are neither are a {@link FileFault}. */
export const xmlBytes = (bytes: Uint8Array, part: string): Uint8Array => {
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
  checkUtf8(bytes, part);
  return bytes;
};

/** In pieces, so that a large sheet is never held twice. */
const checkUtf8 = (bytes: Uint8Array, part: string): void => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let place = 0; place < bytes.length; place += chunk) {
      decoder.decode(bytes.subarray(place, place + chunk), { stream: true });
    }
    decoder.decode();
  } catch {
    throw new FileFault('file-damaged', `${part}: UTF-8`);
  }
};
