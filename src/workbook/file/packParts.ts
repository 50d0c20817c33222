import { unzipSync, zipSync } from 'fflate';

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
