import type { ZipEntry } from './zip';

/** Of packed bytes: some milliseconds of unpacking. */
const packedStep = 1 << 15;
/** So long the browser's code works before the page has its turn. */
const sliceMilliseconds = 12;

interface Waiting {
  /** Gives the page its turn; it may end the reading by throwing. */
  readonly pause?: (() => Promise<void>) | undefined;
  readonly unpacked: (bytes: number) => void;
}

/**
 * A packed part, unpacked and summed up by the browser's own code: it takes a quarter of the time a script does. Undefined
 * where there is no such code or it does not come to exactly the bytes the directory tells of, and not one more is held;
 * what is wrong with them, the script then says (decisions/unpacked-by-the-browser.md).
 */
export const unpackedAhead = async (
  bytes: Uint8Array,
  entry: ZipEntry,
  { pause, unpacked }: Waiting,
): Promise<Uint8Array | undefined> => {
  if (typeof DecompressionStream === 'undefined' || entry.method === 0) return undefined;
  const pieces = asGzip(bytes, entry).pipeThrough(new DecompressionStream('gzip')).getReader();
  const plain = new Uint8Array(entry.bytes);
  let filled = 0;
  let begun = performance.now();
  for (;;) {
    const piece = await pieces.read().catch(() => undefined);
    if (piece?.done === true) return filled === plain.length ? plain : undefined;
    if (piece === undefined || filled + piece.value.length > plain.length) {
      await pieces.cancel().catch(() => undefined);
      return undefined;
    }
    plain.set(piece.value, filled);
    filled += piece.value.length;
    unpacked(filled);
    if (pause === undefined || performance.now() < begun + sliceMilliseconds) continue;
    await pause();
    begun = performance.now();
  }
};

/** The same data as a file of gzip, which ends with check sum and length as well: browsers compare them. */
const asGzip = (
  bytes: Uint8Array,
  { dataStart, packedBytes, crc, bytes: length }: ZipEntry,
): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const end = new Uint8Array(8);
  const view = new DataView(end.buffer);
  view.setUint32(0, crc, true);
  view.setUint32(4, length, true);
  let from = 0;
  return new ReadableStream({
    start: (to) => {
      to.enqueue(Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff));
    },
    pull: (to) => {
      const step = Math.min(packedStep, packedBytes - from);
      if (step > 0) to.enqueue(bytes.slice(dataStart + from, dataStart + from + step));
      else {
        to.enqueue(end);
        to.close();
      }
      from += step;
    },
  });
};
