import { inflateSync } from 'fflate';
import { FileFault, limits } from './fault';

/** One file inside a zip, as the directory at its end describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly dataStart: number;
}

const localHeader = 0x04034b50;
const directoryHeader = 0x02014b50;
const directoryEnd = 0x06054b50;
const zip64Locator = 0x07064b50;

/**
 * Lists a zip and checks every cap of rules/bad-inputs.md#caps before a byte is unpacked. Throws {@link FileFault} for
 * bombs, duplicate or escaping names, ZIP64, encryption, overlapping or missing data and data behind the end.
 */
export const zipDirectory = (bytes: Uint8Array): ReadonlyMap<string, ZipEntry> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const size = view.getUint32(end + 12, true);
  if (count === 0xffff || start === 0xffffffff || (end >= 20 && view.getUint32(end - 20, true) === zip64Locator)) {
    throw new FileFault('file-suspicious', 'ZIP64');
  }
  if (count > limits.entries) throw new FileFault('file-unpacks-too-large', `${count} parts`);
  if (start + size !== end) throw new FileFault('file-damaged', 'zip directory');
  const entries = new Map<string, ZipEntry>();
  const names = new Set<string>();
  let place = start;
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(view, bytes, place, end);
    const folded = entry.name.toLowerCase();
    if (names.has(folded)) throw new FileFault('file-suspicious', 'duplicate part names');
    names.add(folded);
    total += entry.bytes;
    if (total > limits.totalBytes)
      throw new FileFault('file-unpacks-too-large', `> ${megabytes(limits.totalBytes)} MB`);
    entries.set(entry.name, entry);
    place = next;
  }
  if (place !== end) throw new FileFault('file-damaged', 'zip directory');
  checkOverlaps([...entries.values()], start);
  return entries;
};

const endOfDirectory = (view: DataView): number => {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let place = view.byteLength - 22; place >= lowest; place -= 1) {
    if (view.getUint32(place, true) !== directoryEnd) continue;
    if (place + 22 + view.getUint16(place + 20, true) === view.byteLength) return place;
    throw new FileFault('file-damaged', 'data after the end of the zip');
  }
  throw new FileFault('file-damaged', 'the zip is cut off');
};

const readEntry = (view: DataView, bytes: Uint8Array, place: number, end: number) => {
  if (place + 46 > end || view.getUint32(place, true) !== directoryHeader) {
    throw new FileFault('file-damaged', 'zip directory');
  }
  const flags = view.getUint16(place + 8, true);
  const method = view.getUint16(place + 10, true);
  const packedBytes = view.getUint32(place + 20, true);
  const unpacked = view.getUint32(place + 24, true);
  const nameEnd = place + 46 + view.getUint16(place + 28, true);
  const header = view.getUint32(place + 42, true);
  const name = new TextDecoder().decode(bytes.subarray(place + 46, nameEnd));
  checkName(name);
  if ((flags & 0x41) !== 0) throw new FileFault('file-suspicious', 'encrypted parts');
  if (method !== 0 && method !== 8) throw new FileFault('file-suspicious', `compression method ${method}`);
  if ([packedBytes, unpacked, header].includes(0xffffffff)) throw new FileFault('file-suspicious', 'ZIP64');
  if (unpacked > limits.partBytes) throw new FileFault('file-unpacks-too-large', `${name}: ${megabytes(unpacked)} MB`);
  if (unpacked > limits.ratioFromBytes && unpacked > packedBytes * limits.ratio) {
    throw new FileFault('file-unpacks-too-large', `${name}: 1:${Math.round(unpacked / Math.max(1, packedBytes))}`);
  }
  if (header + 30 > end || view.getUint32(header, true) !== localHeader) throw new FileFault('file-damaged', name);
  const dataStart = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (dataStart + packedBytes > end) throw new FileFault('file-damaged', name);
  if (method === 0 && packedBytes !== unpacked) throw new FileFault('file-damaged', name);
  const crc = view.getUint32(place + 16, true);
  const entry: ZipEntry = { name, method, crc, packedBytes, bytes: unpacked, dataStart };
  return { entry, next: nameEnd + view.getUint16(place + 30, true) + view.getUint16(place + 32, true) };
};

const checkName = (name: string): void => {
  const escapes = name.startsWith('/') || /^[A-Za-z]:/.test(name) || /[\u0000\\]/.test(name);
  if (escapes || name.split('/').includes('..')) throw new FileFault('file-suspicious', 'paths that leave the file');
};

/** Two parts on the same bytes make a bomb that no single ratio shows. */
const checkOverlaps = (entries: readonly ZipEntry[], directoryStart: number): void => {
  let last = 0;
  for (const entry of [...entries].sort((one, other) => one.dataStart - other.dataStart)) {
    if (entry.dataStart < last || entry.dataStart + entry.packedBytes > directoryStart) {
      throw new FileFault('file-suspicious', 'overlapping parts');
    }
    last = entry.dataStart + entry.packedBytes;
  }
};

const megabytes = (count: number): number => Math.round(count / 1024 / 1024);

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

const tables = ((): readonly Uint32Array[] => {
  const made = Array.from({ length: 8 }, () => new Uint32Array(256));
  const [first] = made;
  if (first === undefined) throw new Error('crc32: no table');
  for (let byte = 0; byte < 256; byte += 1) {
    let sum = byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    first[byte] = sum;
  }
  for (let slice = 1; slice < 8; slice += 1) {
    const [before, table] = [made[slice - 1], made[slice]];
    if (before === undefined || table === undefined) throw new Error('crc32: no table');
    for (let byte = 0; byte < 256; byte += 1) {
      const sum = before[byte] ?? 0;
      table[byte] = (sum >>> 8) ^ (first[sum & 0xff] ?? 0);
    }
  }
  return made;
})();

/** The check sum of zip files (ISO 3309), eight bytes at a time: a sheet of 140 MB would take a second otherwise. */
export const crc32 = (bytes: Uint8Array): number => {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables;
  if (!t0 || !t1 || !t2 || !t3 || !t4 || !t5 || !t6 || !t7) throw new Error('crc32: no table');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0xffffffff;
  let place = 0;
  for (const whole = bytes.length - 8; place <= whole; place += 8) {
    const low = view.getUint32(place, true) ^ sum;
    const high = view.getUint32(place + 4, true);
    // Indices below are bytes, and the tables have 256 entries: `?? 0` never applies, it only satisfies the compiler.
    sum =
      (t7[low & 0xff] ?? 0) ^
      (t6[(low >>> 8) & 0xff] ?? 0) ^
      (t5[(low >>> 16) & 0xff] ?? 0) ^
      (t4[low >>> 24] ?? 0) ^
      (t3[high & 0xff] ?? 0) ^
      (t2[(high >>> 8) & 0xff] ?? 0) ^
      (t1[(high >>> 16) & 0xff] ?? 0) ^
      (t0[high >>> 24] ?? 0);
  }
  for (; place < bytes.length; place += 1) sum = (t0[(sum ^ (bytes[place] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
};

/**
 * A zip whose parts are not compressed, for a reader in the same process: check sums are 0, which hucre takes as absent,
 * because the parts have been checked already and a sheet of 140 MB should not be summed twice.
 */
export const storedZip = (parts: ReadonlyMap<string, Uint8Array>): Uint8Array => {
  const encoder = new TextEncoder();
  const files = [...parts].map(([name, bytes]) => ({ name: encoder.encode(name), bytes }));
  const headers = files.reduce((sum, { name }) => sum + 30 + 46 + 2 * name.length, 22);
  const out = new Uint8Array(files.reduce((sum, { bytes }) => sum + bytes.length, headers));
  const view = new DataView(out.buffer);
  let place = 0;
  const starts = files.map(({ name, bytes }) => {
    const start = place;
    view.setUint32(start, 0x04034b50, true);
    writeCommon(view, start + 4, name.length, bytes.length);
    out.set(name, start + 30);
    out.set(bytes, start + 30 + name.length);
    place = start + 30 + name.length + bytes.length;
    return start;
  });
  const directory = place;
  files.forEach(({ name, bytes }, index) => {
    view.setUint32(place, 0x02014b50, true);
    view.setUint16(place + 4, 20, true);
    writeCommon(view, place + 6, name.length, bytes.length);
    view.setUint32(place + 42, starts[index] ?? 0, true);
    out.set(name, place + 46);
    place += 46 + name.length;
  });
  view.setUint32(place, 0x06054b50, true);
  view.setUint16(place + 8, files.length, true);
  view.setUint16(place + 10, files.length, true);
  view.setUint32(place + 12, place - directory, true);
  view.setUint32(place + 16, directory, true);
  return out;
};

/** The fields both headers share, from "version needed" to "name length"; method 0, no flags, no check sum. */
const writeCommon = (view: DataView, place: number, nameLength: number, bytes: number): void => {
  view.setUint16(place, 20, true);
  view.setUint16(place + 2, 0x0800, true);
  view.setUint32(place + 14, bytes, true);
  view.setUint32(place + 18, bytes, true);
  view.setUint16(place + 22, nameLength, true);
};
