import { FileFault } from './fileFault';
import { limits } from './limits';

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
