import { named } from '../details';
import { unzipSync, Zip, type ZipInputFile } from 'fflate';
import { FileFault } from '../fault';
import { byteWork } from './native';
import type { Package } from './package';
import { xmlBytes } from '../xml/text';
import { unpack, type ZipEntry } from './zip';

/** The earliest time a zip can hold: the same parts give the same bytes, whenever they are packed. */
const noTime = new Date(1980, 0, 1);

/** Packs parts into a zip, in their order. */
export const packParts = (parts: ReadonlyMap<string, Uint8Array>): Uint8Array => packed(parts, () => undefined);

/** Unpacks a zip of our own making; files of users go through `openPackage`, which checks them. */
export const ownParts = (bytes: Uint8Array): Map<string, Uint8Array> => new Map(Object.entries(unzipSync(bytes)));

/** Parts that are looked at one by one: a map of them, or a file that unpacks what it is asked for. */
export type PartSource = Pick<ReadonlyMap<string, Uint8Array>, 'get' | 'has' | 'keys'>;

/** The parts of a file, unpacked when asked for. */
export const partSource = (book: Package): PartSource => {
  const names = [...book.entries.keys()].filter((name) => !name.endsWith('/'));
  const known = new Set(names);
  return {
    get: (name) => (known.has(name) ? book.part(name) : undefined),
    has: (name) => known.has(name),
    keys: () => known.keys(),
  };
};

/** All parts of a file as they are stored, to be changed; folders are no parts. */
export const partsOf = (book: Package): Map<string, Uint8Array> =>
  new Map(
    [...book.entries.values()]
      .filter(({ name }) => !name.endsWith('/'))
      .map((entry) => [entry.name, unpack(book.bytes, entry)]),
  );

/** Packs changed parts of a file; a part that is still the one `before` has keeps its packed bytes. */
export const repackParts = (
  book: Package,
  before: ReadonlyMap<string, Uint8Array>,
  parts: ReadonlyMap<string, Uint8Array>,
): Uint8Array =>
  packed(parts, (name, bytes) => {
    const entry = before.get(name) === bytes ? book.entries.get(name) : undefined;
    return entry && { ...entry, data: book.bytes.slice(entry.dataStart, entry.dataStart + entry.packedBytes) };
  });

/** A part that is packed already. */
type PackedPart = Pick<ZipEntry, 'crc' | 'method'> & { readonly data: Uint8Array<ArrayBuffer> };

const packed = (
  parts: ReadonlyMap<string, Uint8Array>,
  known: (name: string, bytes: Uint8Array) => PackedPart | undefined,
): Uint8Array => {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  for (const [filename, bytes] of parts) {
    const { crc, method, data } = known(filename, bytes) ?? {
      crc: byteWork.crc32(bytes),
      method: 8,
      data: byteWork.deflate(bytes),
    };
    const file: ZipInputFile = { filename, size: bytes.length, crc, compression: method, mtime: noTime };
    zip.add(file);
    file.ondata?.(null, data, true);
  }
  zip.end();
  return joined(pieces);
};

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.length;
  }
  return whole;
};

/**
 * The text of a part that has to be there, to be changed and stored in UTF-8: one that says it is in another code is taken
 * only if it holds nothing but ASCII.
 */
export const partText = (parts: PartSource, name: string): string => {
  const bytes = parts.get(name);
  if (bytes === undefined) throw new FileFault('file-cannot-refresh', named(name));
  const text = new TextDecoder().decode(xmlBytes(bytes, name));
  const [head, coding] = /^<\?xml[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["']([\w.-]{1,40})["']/.exec(text) ?? [];
  if (head === undefined || coding === undefined || /^utf-?8$/i.test(coding)) return text;
  if (bytes.some((byte) => byte >= 0x80)) throw new FileFault('file-cannot-refresh', named(`${name}: ${coding}`));
  return head.replace(coding, 'UTF-8') + text.slice(head.length);
};

export const setText = (parts: Map<string, Uint8Array>, name: string, text: string): void => {
  parts.set(name, new TextEncoder().encode(text));
};
