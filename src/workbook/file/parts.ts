import { unzipSync, zipSync } from 'fflate';
import { FileFault } from './fault';
import { relationsName } from './package';
import { xmlTags, xmlText } from './xml';

/** The earliest time a zip can hold: the same parts give the same bytes, whenever they are packed. */
const noTime = new Date(1980, 0, 1);

/** Packs parts into a zip, in their order. */
export const packParts = (parts: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(parts), { level: 6, mtime: noTime });

/** Unpacks a zip of our own making; files of users go through `openPackage`, which checks them. */
export const ownParts = (bytes: Uint8Array): Map<string, Uint8Array> => new Map(Object.entries(unzipSync(bytes)));

export const partText = (parts: ReadonlyMap<string, Uint8Array>, name: string): string => {
  const bytes = parts.get(name);
  if (bytes === undefined) throw new Error(`partText: no part ${name}`);
  return new TextDecoder().decode(bytes);
};

export const setText = (parts: Map<string, Uint8Array>, name: string, text: string): void => {
  parts.set(name, new TextEncoder().encode(text));
};

/** Puts XML into a part, before the last place where `mark` stands; a part without it cannot be mended. */
export const insertBefore = (parts: Map<string, Uint8Array>, part: string, mark: string, added: string): void => {
  const xml = partText(parts, part);
  const place = xml.lastIndexOf(mark);
  if (place < 0) throw new FileFault('file-cannot-refresh', part);
  setText(parts, part, xml.slice(0, place) + added + xml.slice(place));
};

const typesPart = '[Content_Types].xml';

/** What the package says its parts are, by part name; kinds of files, which have no entry of their own, are left out. */
export const contentTypes = (parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> =>
  new Map(
    xmlTags(partText(parts, typesPart)).flatMap(({ name, attributes }) => {
      const part = attributes.get('PartName')?.replace(/^\//, '');
      return name === 'Override' && part !== undefined ? [[part, attributes.get('ContentType') ?? ''] as const] : [];
    }),
  );

/** Says what a part is that was added. */
export const addContentType = (parts: Map<string, Uint8Array>, part: string, type: string): void => {
  const entry = `<Override PartName="/${xmlText(part)}" ContentType="${xmlText(type)}"/>`;
  insertBefore(parts, typesPart, '</Types>', entry);
};

/**
 * `xl/charts/chart1.xml` with the first number that is free in the package: no part, no relations and no content type —
 * some programs leave entries behind — bears the name, in any case.
 */
export const freePartName = (parts: ReadonlyMap<string, Uint8Array>, wanted: string): string => {
  const taken = new Set([...parts.keys(), ...contentTypes(parts).keys()].map((name) => name.toLowerCase()));
  const [, start = '', end = ''] = /^(.*?)\d*(\.[^./]*)$/.exec(wanted) ?? [];
  for (let number = 1; ; number += 1) {
    const name = `${start}${number}${end}`;
    if (!taken.has(name.toLowerCase()) && !taken.has(relationsName(name).toLowerCase())) return name;
  }
};
