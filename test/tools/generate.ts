import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { yearsIn, type Years } from '../../src/schemes';
import { generatedDocuments } from './generatedDocuments';
import { addinIcons } from './icons/addinIcons';
import { encodePng, showsPixels } from './icons/encodePng';
import { dataFaults } from './provenData';
import { sampleWorkbooks } from './sampleWorkbooks';
import { yearFolders } from './yearFolders';

export interface GenerateOptions {
  /** Folder of the project, the one that holds `src`. */
  readonly root: string;
  /** True: write nothing, only compare. */
  readonly check: boolean;
}

/**
 * Writes every generated file that is not up to date, or, with `check`, names the stale ones.
 * Resolves to the exit code: 0 all up to date or written, 1 stale files found by `check`, 2 a year's data is broken.
 */
export const generateDocuments = async ({ root, check }: GenerateOptions): Promise<number> => {
  const folders = await yearFolders(join(root, 'src/schemes'));
  const faults = dataFaults(folders);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) return 2;
  const years = yearsIn(folders);
  const documents = generatedDocuments(folders, years);
  const before = await Promise.all(documents.map(({ path }) => textOrNothing(join(root, path))));
  const stale: readonly StaleFile[] = [
    ...documents.filter(({ text }, at) => before[at] !== text).map(({ path, text }) => ({ path, content: text })),
    ...(await staleSamples(root, years)),
    ...(await staleIcons(root)),
  ];
  if (check) {
    for (const { path } of stale) console.error(`古い生成ファイル：${path}（npm run generate で作り直してください）`);
    return stale.length > 0 ? 1 : 0;
  }
  for (const { path, content } of stale) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  for (const { path } of stale) console.log(`作りました：${path}`);
  return 0;
};

interface StaleFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Samples are compared part for part: each version of zlib packs in its own way. */
const staleSamples = async (root: string, years: Years): Promise<readonly StaleFile[]> => {
  const samples = await sampleWorkbooks(years);
  const before = await Promise.all(samples.map(({ path }) => bytesOrNothing(join(root, path))));
  return samples
    .filter(({ bytes }, at) => before[at] === undefined || !sameParts(bytes, before[at]))
    .map(({ path, bytes }) => ({ path, content: bytes }));
};

const sameParts = (one: Uint8Array, other: Uint8Array): boolean => {
  const [parts, others] = [unzipSync(one), unzipSync(other)];
  return (
    Object.keys(parts).length === Object.keys(others).length &&
    Object.entries(parts).every(
      ([name, bytes]) => others[name] !== undefined && Buffer.from(bytes).equals(others[name]),
    )
  );
};

const staleIcons = async (root: string): Promise<readonly StaleFile[]> => {
  const icons = addinIcons();
  const before = await Promise.all(icons.map(({ path }) => bytesOrNothing(join(root, path))));
  return icons.flatMap(({ path, pixels }, at) => {
    const file = before[at];
    return file !== undefined && showsPixels(file, pixels) ? [] : [{ path, content: encodePng(pixels) }];
  });
};

/** A file that is not there is stale; anything else that goes wrong is not swallowed. */
const textOrNothing = async (path: string): Promise<string | undefined> =>
  // Git on Windows may check text out with CR LF; that alone does not make a file stale.
  (await bytesOrNothing(path))?.toString('utf8').replace(/\r\n/g, '\n');

const bytesOrNothing = async (path: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(path);
  } catch (cause) {
    if (typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new Error(`generateDocuments: ${path} cannot be read`, { cause });
  }
};
