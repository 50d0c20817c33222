import { deflateSync, inflateSync } from 'node:zlib';

/** A picture of square pixels: `size × size` times red, green, blue, opacity (0–255). */
export interface Pixels {
  readonly size: number;
  readonly rgba: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The picture as a PNG file: 8 bits per channel, with opacity, every row unfiltered. */
export const encodePng = (pixels: Pixels): Uint8Array => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels.size, 0);
  header.writeUInt32BE(pixels.size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rowsOf(pixels), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** True when a file of ours holds these pixels; Node versions pack the same rows into different bytes. */
export const showsPixels = (file: Uint8Array, pixels: Pixels): boolean => {
  const bytes = Buffer.from(file);
  const data = bytes.indexOf('IDAT');
  if (!bytes.subarray(0, 8).equals(signature) || data < 4 || bytes.readUInt32BE(16) !== pixels.size) return false;
  const length = bytes.readUInt32BE(data - 4);
  return inflateSync(bytes.subarray(data + 4, data + 4 + length)).equals(rowsOf(pixels));
};

/** Each row begins with its filter: 0, none. */
const rowsOf = ({ size, rgba }: Pixels): Buffer =>
  Buffer.concat(
    Array.from({ length: size }, (_, row) => [
      Buffer.from([0]),
      rgba.subarray(row * size * 4, (row + 1) * size * 4),
    ]).flat(),
  );

const chunk = (type: string, data: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
};

/** As PNG asks for (node:zlib has its own only from 20.15 on). */
const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ ((crc & 1) * 0xedb88320);
  }
  return (crc ^ 0xffffffff) >>> 0;
};
