import { unzipSync, zipSync } from 'fflate';
import type { ReleaseList } from './releaseFiles';

/** The first day a zip file can name: a real one would make two runs differ. */
const always = new Date(1980, 0, 1);

/** Packs files; the same files in the same order give the same bytes, on every machine. */
export const packed = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(files), { level: 9, mtime: always, os: 0 });

/** The files of an archive, and its list. Throws when it is none of ours. */
export const opened = (
  archive: Uint8Array,
): { readonly files: ReadonlyMap<string, Uint8Array>; readonly list: ReleaseList } => {
  const files = new Map(Object.entries(unzipSync(archive)));
  const text = files.get('release.json');
  if (text === undefined) throw new Error('opened: no release.json in this archive');
  const list: ReleaseList = JSON.parse(Buffer.from(text).toString('utf8'));
  return { files, list };
};
