import { deflateSync, inflateSync } from 'fflate';
import { builtin } from '../../../kernel';
import { crc32 } from './crc32';

/** The heavy work on bytes, done by the machine's own code where there is some: ten times faster than script. */
interface ByteWork {
  /** Unpacks a deflated part, at most `most` bytes of it; throws when it is broken or longer. */
  readonly inflate: (packed: Uint8Array, most: number) => Uint8Array;
  /** Packs a part of a zip. */
  readonly deflate: (bytes: Uint8Array) => Uint8Array<ArrayBuffer>;
  /** The check sum of zip files (ISO 3309). */
  readonly crc32: (bytes: Uint8Array, before?: number) => number;
  /** Undefined where it cannot be told at once. */
  readonly isUtf8: ((bytes: Uint8Array) => boolean) | undefined;
}

/** How hard a part is packed, 0–9; both sides take the usual middle. */
const packing = 6;

const inScript: ByteWork = {
  // One byte more than declared shows a part that is longer than it says; fflate stops writing there.
  inflate: (packed, most) => inflateSync(packed, { out: new Uint8Array(most + 1) }),
  deflate: (bytes) => deflateSync(bytes, { level: packing }),
  crc32,
  isUtf8: undefined,
};

interface Zlib {
  readonly inflateRawSync?: (
    bytes: Uint8Array,
    options: { readonly chunkSize: number; readonly maxOutputLength: number },
  ) => Uint8Array;
  readonly deflateRawSync?: (bytes: Uint8Array, options: { readonly level: number }) => Uint8Array<ArrayBuffer>;
  readonly crc32?: (bytes: Uint8Array, before?: number) => number;
}

/** zlib takes no smaller buffer. */
const leastRoom = 64;

/** Chosen when the program starts; nothing else of a host is asked for. */
export const byteWork: ByteWork = ((): ByteWork => {
  const { inflateRawSync, deflateRawSync, crc32: sumOf } = (builtin('node:zlib') ?? {}) as Zlib;
  const { isUtf8 } = (builtin('node:buffer') ?? {}) as Pick<ByteWork, 'isUtf8'>;
  return {
    inflate:
      inflateRawSync === undefined
        ? inScript.inflate
        : (packed, most) => {
            const room = Math.max(leastRoom, most + 1);
            return inflateRawSync(packed, { chunkSize: room, maxOutputLength: room });
          },
    deflate: deflateRawSync === undefined ? inScript.deflate : (bytes) => deflateRawSync(bytes, { level: packing }),
    crc32: sumOf ?? inScript.crc32,
    isUtf8,
  };
})();
