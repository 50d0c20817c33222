import { inTurns } from '../../../kernel';
import { FileFault, limits, type BriefProblemName } from '../fault';
import { isUnmarkedUtf16 } from '../text/textEncoding';
import { xmlTags, type XmlTag } from '../xml/tags';
import { checkingXml, xmlBytes } from '../xml/text';
import type { BytesPassed } from '../bytesPassed';
import { unpackedAhead } from './unpackedAhead';
import { unpack, unpacking, zipDirectory, type ZipEntry } from './zip';

/** A checked zip whose parts are unpacked when asked for. */
export interface Package {
  readonly bytes: Uint8Array;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** The unpacked bytes of a part, UTF-8 if it is XML; undefined when there is no such part. */
  part(name: string): Uint8Array | undefined;
  text(name: string): string | undefined;
}

/** Throws {@link FileFault} for everything `zipDirectory` refuses. */
export const openPackage = (bytes: Uint8Array): Package => packageOf(bytes, zipDirectory(bytes), new Map());

/** Parts that are unpacked in steps beforehand: those a person has in such a size, above so many bytes. */
const largeParts = /^xl\/(?:worksheets\/|sharedStrings)[^/]*\.xml$|^content\.xml$/i;
const largeBytes = 1 << 20;

/** Where somebody waits for a package. */
interface Waiting {
  /** Gives the page its turn, where it is the page that works. */
  readonly pause: (() => Promise<void>) | undefined;
  /** Told which parts are large; what it gives is called as they are unpacked. */
  readonly passing: (large: readonly ZipEntry[]) => BytesPassed | undefined;
}

/** {@link openPackage} where somebody waits: large parts are unpacked in small steps, and kept until they are asked for. */
export const openWaitedFor = async (bytes: Uint8Array, { pause, passing }: Waiting): Promise<Package> => {
  const entries = zipDirectory(bytes);
  const wanted = [...entries.values()].filter(({ name, bytes: size }) => size >= largeBytes && largeParts.test(name));
  const passed = passing(wanted);
  const large = new Map<string, Uint8Array>();
  for (const entry of wanted) {
    const { name } = entry;
    const unpacked = (count: number): void => passed?.('unpacked', name, count);
    try {
      const plain =
        (await unpackedAhead(bytes, entry, { pause, unpacked })) ??
        (await inTurns(unpacking(bytes, entry, unpacked), pause));
      large.set(name, await inTurns(checkingXml(plain, name), pause));
    } catch (fault) {
      // Told when the part is asked for: nobody may want it.
      if (!(fault instanceof FileFault)) throw fault;
    }
  }
  return packageOf(bytes, entries, large);
};

const packageOf = (
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  unpacked: Map<string, Uint8Array>,
): Package => {
  const part = (name: string): Uint8Array | undefined => {
    const entry = entries.get(name);
    if (entry === undefined) return undefined;
    const known = unpacked.get(name);
    // Held no longer than it is read.
    unpacked.delete(name);
    if (known !== undefined) return known;
    const plain = unpack(bytes, entry);
    return /\.(xml|rels|vml)$/i.test(name) ? xmlBytes(plain, name) : plain;
  };
  const text = (name: string): string | undefined => {
    const plain = part(name);
    return plain === undefined ? undefined : new TextDecoder().decode(plain);
  };
  return { bytes, entries, part, text };
};

/** The part every package of Open XML has, and no other zip. */
export const typesPart = '[Content_Types].xml';

/** The package of an .xlsx or .xlsm; undefined for files of other kinds. Throws as {@link openPackage} does. */
export const openXmlPackage = (bytes: Uint8Array): Package | undefined => {
  const book = fileKind(bytes).kind === 'zip' ? openPackage(bytes) : undefined;
  return book?.entries.has(typesPart) === true ? book : undefined;
};

/** A relation of one part to another. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `styles`, `drawing`… */
  readonly type: string;
  /** The full name of the part it leads to, or the outside address. */
  readonly target: string;
}

/** The name of the part that holds the relations of a part: `xl/_rels/workbook.xml.rels`. */
export const relationsName = (part: string): string => {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
};

export const relationsOf = (book: Package, part: string): readonly Relation[] => {
  const xml = book.text(relationsName(part));
  if (xml === undefined) return [];
  return xmlTags(xml).flatMap((tag) => (tag.name === 'Relationship' ? [relationOf(tag, part)] : []));
};

const relationOf = ({ attributes }: XmlTag, part: string): Relation => {
  const type = attributes.get('Type') ?? '';
  const target = attributes.get('Target') ?? '';
  const outside = attributes.get('TargetMode') === 'External';
  return {
    id: attributes.get('Id') ?? '',
    type: type.slice(type.lastIndexOf('/') + 1),
    target: outside ? target : targetPart(part, target),
  };
};

/** The part a relation of `part` leads to: `../charts/chart1.xml` or `/xl/charts/chart1.xml` → `xl/charts/chart1.xml`. */
export const targetPart = (part: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const path = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
};

/** The part a package starts with, e.g. `xl/workbook.xml`. */
export const workbookPart = (book: Package): string => {
  const name = relationsOf(book, '').find(({ type }) => type === 'officeDocument')?.target;
  if (name === undefined || !book.entries.has(name)) throw new FileFault('file-damaged', 'no workbook');
  return name;
};

/** What the bytes are, whatever the file is called. */
type FileKind =
  { readonly kind: 'zip' | 'text' | 'flat-ods' } | { readonly kind: 'refused'; readonly name: BriefProblemName };

/** Looks at the first bytes; the extension is not trusted (an .xlsx from a web system is often HTML or a CSV). */
export const fileKind = (bytes: Uint8Array): FileKind => {
  if (bytes.length === 0) return refused('file-empty');
  if (bytes.length > limits.fileBytes) return refused('file-too-large');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return { kind: 'zip' };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return refused(compoundKind(bytes));
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).replace(/^\u00EF\u00BB\u00BF/, '');
  if (head.startsWith('%PDF-')) return refused('file-pdf');
  if (startsWith(bytes, [0x09, 0x08]) || startsWith(bytes, [0x09, 0x04])) return refused('file-xls');
  if (/^\s*<(!doctype html|html|head|body|table|meta|!--|style|script|div)/i.test(head)) return refused('file-html');
  if (/^\s*(?:<\?xml[^>]*>\s*)?<office:document\s/.test(head)) return { kind: 'flat-ods' };
  if (/^\s*<(\?xml|[a-z])/i.test(head)) return refused(/<html[\s>]/i.test(head) ? 'file-html' : 'file-unknown');
  const isUtf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  return isUtf16 || !head.includes('\0') || isUnmarkedUtf16(bytes) ? { kind: 'text' } : refused('file-unknown');
};

const refused = (name: BriefProblemName): FileKind => ({ kind: 'refused', name });

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, place) => bytes[place] === byte);

/** A compound file is an old .xls, or a new file under a password; the names of its streams, in UTF-16, tell. */
const compoundKind = (bytes: Uint8Array): BriefProblemName => {
  if (containsUtf16(bytes, 'EncryptedPackage')) return 'file-password';
  return containsUtf16(bytes, 'Workbook') || containsUtf16(bytes, 'Book') ? 'file-xls' : 'file-unknown';
};

const containsUtf16 = (bytes: Uint8Array, name: string): boolean => {
  const wanted = Array.from(name).flatMap((letter) => [letter.charCodeAt(0), 0]);
  const first = wanted[0] ?? 0;
  for (let place = bytes.indexOf(first); place >= 0; place = bytes.indexOf(first, place + 1)) {
    if (wanted.every((byte, offset) => bytes[place + offset] === byte)) return true;
  }
  return false;
};
