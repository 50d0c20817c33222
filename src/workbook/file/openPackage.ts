import { FileFault } from './fileFault';
import { unpack } from './unpack';
import { xmlBytes } from './xmlBytes';
import { xmlTags, type XmlTag } from './xmlTags';
import { zipDirectory, type ZipEntry } from './zipDirectory';

/** A checked zip whose parts are unpacked when asked for. */
export interface Package {
  readonly bytes: Uint8Array;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** The unpacked bytes of a part, UTF-8 if it is XML; undefined when there is no such part. */
  part(name: string): Uint8Array | undefined;
  text(name: string): string | undefined;
}

/** Throws {@link FileFault} for everything `zipDirectory` refuses. */
export const openPackage = (bytes: Uint8Array): Package => {
  const entries = zipDirectory(bytes);
  const part = (name: string): Uint8Array | undefined => {
    const entry = entries.get(name);
    if (entry === undefined) return undefined;
    const plain = unpack(bytes, entry);
    return /\.(xml|rels|vml)$/i.test(name) ? xmlBytes(plain, name) : plain;
  };
  const text = (name: string): string | undefined => {
    const plain = part(name);
    return plain === undefined ? undefined : new TextDecoder().decode(plain);
  };
  return { bytes, entries, part, text };
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
