import { deflateSync, inflateSync } from 'node:zlib';
import { crc32 } from '../../../src/workbook/file/package/crc32';

/** A picture of greys: 0 is black, 255 white, row by row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly greys: Uint8Array;
}

/** Reads the binary PGM that pdftoppm writes with `-gray`. */
export const readPgm = (bytes: Uint8Array): GreyPicture => {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes.subarray(0, 40)).toString('latin1'));
  if (head === null) throw new Error('readPgm: no PGM of 255 greys');
  return { width: Number(head[1]), height: Number(head[2]), greys: bytes.subarray(head[0].length) };
};

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bit depth 4, grey, no interlacing: sixteen greys show a page well enough, and keep the file small. */
const kind = [4, 0, 0, 0, 0];
const step = 17;

/** As a PNG of sixteen greys, which every viewer opens. */
export const encodeGreyPng = ({ width, height, greys }: GreyPicture): Uint8Array => {
  const stride = Math.ceil(width / 2) + 1;
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const level = Math.round((greys[y * width + x] ?? 255) / step);
      const at = y * stride + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? level << 4 : level);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(kind, 8);
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
};

/** Reads what {@link encodeGreyPng} wrote; a picture saved again by another program is refused. */
export const decodeGreyPng = (file: Uint8Array): GreyPicture => {
  const bytes = Buffer.from(file);
  const data = bytes.indexOf('IDAT');
  if (!bytes.subarray(0, 8).equals(signature) || !bytes.subarray(24, 29).equals(Buffer.from(kind)) || data !== 37) {
    throw new Error('decodeGreyPng: not a picture of ours; make it again with GOLDEN=update');
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const rows = inflateSync(bytes.subarray(data + 4, data + 4 + bytes.readUInt32BE(data - 4)));
  const stride = Math.ceil(width / 2) + 1;
  const greys = Uint8Array.from({ length: width * height }, (_, at) => {
    const [y, x] = [Math.floor(at / width), at % width];
    const pair = rows[y * stride + 1 + (x >> 1)] ?? 0xff;
    return (x % 2 === 0 ? pair >> 4 : pair & 0x0f) * step;
  });
  return { width, height, greys };
};

const chunk = (type: string, data: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
};
