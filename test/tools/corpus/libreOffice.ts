import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { office } from './programs';
import { runWatched } from './watchedProgram';

/** Files as LibreOffice saves them in another format; undefined for one that does not come back. */
export const convertedByLibreOffice = async (
  paths: readonly string[],
  target: 'xlsx' | 'ods',
): Promise<readonly (Uint8Array | undefined)[]> =>
  (await throughLibreOffice(paths, target, (path) => new Uint8Array(readFileSync(path)), 60_000)).map(
    ([bytes]) => bytes,
  );

/**
 * How many sheets LibreOffice opens in each file; 0 where it does not open it. `patience` is what it may take for one file
 * before it counts as hanging, in milliseconds; its start is in it.
 */
export const sheetsInLibreOffice = async (paths: readonly string[], patience = 60_000): Promise<readonly number[]> =>
  (await throughLibreOffice(paths, everySheet, () => true, patience)).map(({ length }) => length);

/** As CSV, each sheet a file of its own: the last of the filter's options. */
const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

/**
 * What comes of each file, all in one start. One at which LibreOffice hangs or ends costs only itself: it is tried once more
 * alone, and those behind it go on without it.
 */
const throughLibreOffice = async <T>(
  paths: readonly string[],
  target: string,
  take: (path: string) => T,
  patience: number,
): Promise<readonly (readonly T[])[]> => {
  const found = new Map<string, readonly T[]>();
  const waiting = [paths];
  for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
    const { came, whole } = await throughOneStart(batch, target, take, patience);
    came.forEach((taken, path) => found.set(path, taken));
    if (batch.length <= 1) continue;
    const missing = batch.filter((path) => !came.has(path));
    // They come in order: where it ended is behind the last one that came.
    const reached = batch.findLastIndex((path) => came.has(path)) + 1;
    const behind = whole ? [] : batch.slice(reached + 1);
    waiting.push(behind, ...missing.filter((path) => !behind.includes(path)).map((path) => [path]));
  }
  return paths.map((path) => found.get(path) ?? []);
};

const throughOneStart = async <T>(
  paths: readonly string[],
  target: string,
  take: (path: string) => T,
  patience: number,
): Promise<{ readonly came: ReadonlyMap<string, readonly T[]>; readonly whole: boolean }> => {
  const came = new Map<string, readonly T[]>();
  if (paths.length === 0) return { came, whole: true };
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  try {
    const [before, after] = [join(folder, 'before'), join(folder, 'after')];
    mkdirSync(before);
    mkdirSync(after);
    // Numbered, as files of two folders may have one name.
    const links = paths.map((path, at) => join(before, `${at}${extname(path).toLowerCase()}`));
    links.forEach((link, at) => {
      symlinkSync(paths[at] ?? '', link);
    });
    const { whole } = await runWatched({
      program: office(),
      args: ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', target, '--outdir', after, ...links], // prettier-ignore
      patience,
      signs: () => readdirSync(after).length,
    });
    const files = readdirSync(after);
    paths.forEach((path, at) => {
      const own = files.filter((name) => name.startsWith(`${at}.`) || name.startsWith(`${at}-`));
      if (own.length > 0) came.set(path, own.map((name) => take(join(after, name)))); // prettier-ignore
    });
    return { came, whole };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
