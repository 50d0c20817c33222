import { Inflate } from 'fflate';
import type { Steps } from '../../../kernel';
import { details } from '../details';
import { FileFault, limits } from '../fault';
import { byteWork } from './native';

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
const zip64End = 0x06064b50;

/**
 * Lists a zip and checks every cap of rules/bad-inputs.md#caps before a byte is unpacked. Throws {@link FileFault} for
 * bombs, duplicate or escaping names, encryption, overlapping or missing data and data behind the end.
 */
export const zipDirectory = (bytes: Uint8Array): ReadonlyMap<string, ZipEntry> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start, size, end } = directoryPlace(view);
  if (count > limits.entries) throw new FileFault('file-unpacks-too-large', details.manyParts(count));
  if (start + size !== end) throw new FileFault('file-damaged', 'zip directory');
  const entries = new Map<string, ZipEntry>();
  const names = new Set<string>();
  let place = start;
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(view, bytes, place, end);
    const folded = entry.name.toLowerCase();
    if (names.has(folded)) throw new FileFault('file-suspicious', details.duplicateParts);
    names.add(folded);
    total += entry.bytes;
    if (total > limits.totalBytes)
      throw new FileFault('file-unpacks-too-large', details.largeTotal(megabytes(limits.totalBytes)));
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

/** Where the directory lies, as the record behind it says; that of ZIP64 stands before it, for programs that stream. */
const directoryPlace = (view: DataView) => {
  const record = endOfDirectory(view);
  const locator = record - 20;
  if (locator < 0 || view.getUint32(locator, true) !== zip64Locator) {
    const count = view.getUint16(record + 10, true);
    const start = view.getUint32(record + 16, true);
    if (count === 0xffff || start === 0xffffffff) throw new FileFault('file-suspicious', details.zip64);
    return { count, start, size: view.getUint32(record + 12, true), end: record };
  }
  const end = largeNumber(view, locator + 8);
  if (
    end + 56 > locator ||
    view.getUint32(end, true) !== zip64End ||
    largeNumber(view, end + 4) !== locator - end - 12
  ) {
    throw new FileFault('file-damaged', 'zip directory');
  }
  return {
    count: largeNumber(view, end + 32),
    start: largeNumber(view, end + 48),
    size: largeNumber(view, end + 40),
    end,
  };
};

/** A number of eight bytes; whatever lies beyond any file of ours is as large as can be. */
const largeNumber = (view: DataView, place: number): number => Number(view.getBigUint64(place, true));

const readEntry = (view: DataView, bytes: Uint8Array, place: number, end: number) => {
  if (place + 46 > end || view.getUint32(place, true) !== directoryHeader) {
    throw new FileFault('file-damaged', 'zip directory');
  }
  const flags = view.getUint16(place + 8, true);
  const method = view.getUint16(place + 10, true);
  const nameEnd = place + 46 + view.getUint16(place + 28, true);
  const extraEnd = nameEnd + view.getUint16(place + 30, true);
  if (extraEnd > end) throw new FileFault('file-damaged', 'zip directory');
  const [unpacked = 0, packedBytes = 0, header = 0] = withLargeNumbers(view, nameEnd, extraEnd, [
    view.getUint32(place + 24, true),
    view.getUint32(place + 20, true),
    view.getUint32(place + 42, true),
  ]);
  // Some programs of Windows part folders by their own sign.
  const name = new TextDecoder().decode(bytes.subarray(place + 46, nameEnd)).replaceAll('\\', '/');
  checkName(name);
  if ((flags & 0x41) !== 0) throw new FileFault('file-suspicious', details.encryptedParts);
  if (method !== 0 && method !== 8) throw new FileFault('file-suspicious', details.compression(method));
  if (unpacked > limits.partBytes)
    throw new FileFault('file-unpacks-too-large', details.largePart(name, megabytes(unpacked)));
  if (unpacked > limits.ratioFromBytes && unpacked > packedBytes * limits.ratio) {
    throw new FileFault('file-unpacks-too-large', details.ratio(name, Math.round(unpacked / Math.max(1, packedBytes))));
  }
  if (header + 30 > end || view.getUint32(header, true) !== localHeader) throw new FileFault('file-damaged', name);
  const dataStart = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (dataStart + packedBytes > end) throw new FileFault('file-damaged', name);
  if (method === 0 && packedBytes !== unpacked) throw new FileFault('file-damaged', name);
  const crc = view.getUint32(place + 16, true);
  const entry: ZipEntry = { name, method, crc, packedBytes, bytes: unpacked, dataStart };
  return { entry, next: extraEnd + view.getUint16(place + 32, true) };
};

/** Numbers of four bytes that are all ones stand as eight bytes in the extra field of ZIP64, in the same order. */
const withLargeNumbers = (view: DataView, from: number, to: number, numbers: readonly number[]): readonly number[] => {
  if (!numbers.includes(0xffffffff)) return numbers;
  for (let field = from; field + 4 <= to; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let place = field + 4;
    return numbers.map((number) => {
      if (number !== 0xffffffff) return number;
      place += 8;
      if (place > Math.min(to, field + 4 + view.getUint16(field + 2, true)))
        throw new FileFault('file-suspicious', details.zip64);
      return largeNumber(view, place - 8);
    });
  }
  throw new FileFault('file-suspicious', details.zip64);
};

const checkName = (name: string): void => {
  const escapes = name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.includes('\0');
  if (escapes || name.split('/').includes('..')) throw new FileFault('file-suspicious', details.leavingPaths);
};

/** Two parts on the same bytes make a bomb that no single ratio shows. */
const checkOverlaps = (entries: readonly ZipEntry[], directoryStart: number): void => {
  let last = 0;
  for (const entry of [...entries].sort((one, other) => one.dataStart - other.dataStart)) {
    if (entry.dataStart < last || entry.dataStart + entry.packedBytes > directoryStart) {
      throw new FileFault('file-suspicious', details.overlappingParts);
    }
    last = entry.dataStart + entry.packedBytes;
  }
};

const megabytes = (count: number): number => Math.round(count / 1024 / 1024);

/** One part of a zip, unpacked. Throws {@link FileFault} when its length or check sum is not what the directory says. */
export const unpack = (bytes: Uint8Array, entry: ZipEntry): Uint8Array => {
  const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.packedBytes);
  const plain = entry.method === 0 ? packed : inflate(packed, entry);
  if (plain.length !== entry.bytes || byteWork.crc32(plain) !== entry.crc)
    throw new FileFault('file-damaged', entry.name);
  return plain;
};

const inflate = (packed: Uint8Array, entry: ZipEntry): Uint8Array => {
  try {
    return byteWork.inflate(packed, entry.bytes);
  } catch {
    throw new FileFault('file-damaged', entry.name);
  }
};

/** Of packed bytes, unpacked in a few milliseconds. */
const packedStep = 1 << 15;
/** Of unpacked bytes, summed up in a few milliseconds. */
const plainStep = 1 << 22;

/** {@link unpack} in steps, by script: for a page that may have no thread of its own. */
export function* unpacking(
  bytes: Uint8Array,
  entry: ZipEntry,
  unpacked: (bytes: number) => void = () => undefined,
): Steps<Uint8Array> {
  if (entry.method === 0) return unpack(bytes, entry);
  const damaged = new FileFault('file-damaged', entry.name);
  const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.packedBytes);
  const plain = new Uint8Array(entry.bytes);
  let filled = 0;
  const inflater = new Inflate((piece) => {
    if (filled + piece.length > plain.length) throw damaged;
    plain.set(piece, filled);
    filled += piece.length;
  });
  for (let from = 0; from < packed.length; from += packedStep) {
    try {
      inflater.push(packed.subarray(from, from + packedStep), from + packedStep >= packed.length);
    } catch {
      throw damaged;
    }
    unpacked(filled);
    yield;
  }
  let sum = 0;
  for (let from = 0; from < plain.length; from += plainStep) {
    sum = byteWork.crc32(plain.subarray(from, from + plainStep), sum);
    yield;
  }
  if (filled !== entry.bytes || sum !== entry.crc) throw damaged;
  return plain;
}
