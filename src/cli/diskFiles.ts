import { randomBytes } from 'node:crypto';
import { chmod, copyFile, mkdir, open, readFile, realpath, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ok, problem, refuse, type Problem, type Result } from '../problems';

/** The bytes of a file of at most `mostBytes`; what cannot be read is refused with the system's word for it. */
export const readBytes = async (path: string, mostBytes: number): Promise<Result<Uint8Array>> => {
  const size = await reading(path, async () => (await stat(path)).size);
  if (!size.ok) return size;
  if (size.value > mostBytes)
    return refuse(
      problem('file-too-large', { found: path }, { size: megabytes(size.value), limit: megabytes(mostBytes) }),
    );
  return reading(path, async () => new Uint8Array(await readFile(path)));
};

/** What `read` finds at `path`, or the problem behind what the system says; anything else it throws is a bug. */
export const reading = async <T>(path: string, read: () => Promise<T>): Promise<Result<T>> => {
  try {
    return ok(await read());
  } catch (cause) {
    const code = systemCode(cause);
    if (code === 'ENOENT') return refuse(problem('file-missing', { found: path }));
    if (code !== undefined) return refuse(problem('cannot-read', { found: path }, { message: code }));
    throw cause;
  }
};

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

/** The absolute path without links, so that two ways to the same file compare equal, be it one that is still to be made. */
export const truePath = async (path: string): Promise<string> => {
  try {
    return await realpath(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(await truePath(folder), basename(path));
  }
};

export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

/** Thrown when something goes wrong after files were written: whoever tells of it must name them. */
export class AfterWriting extends Error {
  constructor(
    readonly paths: readonly string[],
    cause: unknown,
  ) {
    super(messageOf(cause), { cause });
  }
}

/** The words of whatever was thrown. */
export const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/**
 * Writes all of the files or none, and makes the folders they need. Each goes whole into a temporary file beside its place;
 * only when all stand there they are renamed, in the order given, and if that fails the places get back what they held.
 * What cannot be written is refused; throws {@link AfterWriting} when a place could not get back what it held.
 */
export const writeFiles = async (files: readonly FileToWrite[]): Promise<Result<readonly string[]>> => {
  const undo: Undo[] = [];
  let place = '';
  try {
    const staged: Staged[] = [];
    for (const file of files) {
      place = file.path;
      staged.push(await stage(file, undo));
    }
    for (const one of staged) {
      place = one.path;
      await putInPlace(one, undo);
    }
    await Promise.allSettled(staged.map(({ old }) => rm(old, { force: true })));
    return ok(files.map(({ path }) => path));
  } catch (cause) {
    await takeBack(undo);
    const code = systemCode(cause);
    if (code === undefined) throw cause;
    return refuse(whyNotWritten(place, code));
  }
};

/** A file that waits beside its place. */
interface Staged {
  readonly path: string;
  /** The path without links. */
  readonly target: string;
  readonly temporary: string;
  /** Where the old file of that place is kept until all are written. */
  readonly old: string;
  readonly replaces: boolean;
}

/** A step back; one that gives a place its old file back names the place. */
interface Undo {
  readonly act: () => Promise<unknown>;
  readonly restores?: string;
}

const stage = async ({ path, bytes }: FileToWrite, undo: Undo[]): Promise<Staged> => {
  const mode = await modeOf(path);
  // Renamed over a link, the file would take the link's place and leave what it points to as it was.
  const target = mode === undefined ? path : await realpath(path);
  await makeFolder(dirname(target), undo);
  const name = join(dirname(target), `.incentive-${randomBytes(6).toString('hex')}`);
  const staged: Staged = { path, target, temporary: `${name}.tmp`, old: `${name}.old`, replaces: mode !== undefined };
  undo.push({ act: () => rm(staged.temporary, { force: true }) });
  await writeFile(staged.temporary, bytes, { flag: 'wx', flush: true });
  if (mode !== undefined) await chmod(staged.temporary, mode);
  return staged;
};

/** The permissions of the file at `path`, undefined when none is there; throws when it may not be written or is no file. */
const modeOf = async (path: string): Promise<number | undefined> => {
  const handle = await open(path, 'r+').catch((cause: unknown) => {
    if (systemCode(cause) === 'ENOENT') return undefined;
    throw cause;
  });
  if (handle === undefined) return undefined;
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw Object.assign(new Error('neither a file nor absent'), { code: 'EINVAL' });
    return found.mode;
  } finally {
    await handle.close();
  }
};

/** As mkdir with `recursive`, but knows which folders are new when it fails half-way. */
const makeFolder = async (folder: string, undo: Undo[]): Promise<void> => {
  const missing = await stat(folder).then(
    () => false,
    (cause: unknown) => {
      if (systemCode(cause) === 'ENOENT') return true;
      throw cause;
    },
  );
  if (!missing) return;
  await makeFolder(dirname(folder), undo);
  await mkdir(folder);
  undo.push({ act: () => rmdir(folder) });
};

const putInPlace = async ({ target, temporary, old, replaces }: Staged, undo: Undo[]): Promise<void> => {
  if (replaces) {
    undo.push({ act: () => rm(old, { force: true }) });
    await copyFile(target, old);
  }
  await rename(temporary, target);
  undo.push({ act: () => (replaces ? rename(old, target) : rm(target)), restores: target });
};

const takeBack = async (undo: readonly Undo[]): Promise<void> => {
  const stuck: string[] = [];
  let last: unknown;
  for (const { act, restores } of undo.toReversed()) {
    try {
      await act();
    } catch (cause) {
      // A temporary file or an empty folder left behind harms nobody; a file of somebody's does.
      if (restores === undefined) continue;
      stuck.push(restores);
      last = cause;
    }
  }
  if (stuck.length > 0) throw new AfterWriting(stuck, last);
};

const noRoom = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const noPlace = new Set(['EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL', 'ENOENT', 'EEXIST', 'ENOTEMPTY']);

const whyNotWritten = (path: string, code: string): Problem =>
  problem(
    noRoom.has(code) ? 'disk-full' : noPlace.has(code) ? 'no-place-for-file' : 'cannot-write',
    { found: path },
    { message: code },
  );

/** The error code of the operating system (ENOENT, EACCES …); undefined when it is another kind of error. */
const systemCode = (cause: unknown): string | undefined =>
  typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : undefined;
