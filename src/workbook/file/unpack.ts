import { inflateSync } from 'fflate';
import { crc32 } from './crc32';
import { FileFault } from './fileFault';
import type { ZipEntry } from './zipDirectory';

/** One part of a zip, unpacked. Throws {@link FileFault} when its length or check sum is not what the directory says. */
export const unpack = (bytes: Uint8Array, entry: ZipEntry): Uint8Array => {
  const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.packedBytes);
  const plain = entry.method === 0 ? packed : inflate(packed, entry);
  if (plain.length !== entry.bytes || crc32(plain) !== entry.crc) throw new FileFault('file-damaged', entry.name);
  return plain;
};

/** One byte more than declared shows a part that is longer than it says; fflate stops writing there. */
const inflate = (packed: Uint8Array, entry: ZipEntry): Uint8Array => {
  try {
    return inflateSync(packed, { out: new Uint8Array(entry.bytes + 1) });
  } catch {
    throw new FileFault('file-damaged', entry.name);
  }
};
