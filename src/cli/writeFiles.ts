import { chmod, chown, copyFile, mkdir, open, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ok, fileProblem, refuse, type Problem, type Result } from '../problems';
import { standingAt, systemCode, type Standing } from './diskFiles';
import { asideName } from './leftovers';
import { report } from './watched';

export interface FileToWrite {
  readonly path: string;
  /** As a whole or in pieces. */
  readonly bytes: Uint8Array | string | readonly Uint8Array[];
  /** What stood there when the place was chosen; something else there now is somebody's and stays. */
  readonly standing: Standing;
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
 * The one way by which a file of ours reaches the disk: all of the files or none, with the folders they need. Each goes whole
 * into a temporary file beside its place and from the memory of the system to the disk; only when all stand there they are
 * renamed, in the order given, and if that fails the places get back what they held. Links are followed; mode and, where the
 * system lets us, owner stay. What cannot be written, and what another program saved meanwhile, is refused; throws
 * {@link AfterWriting} when a place could not get back what it held.
 */
export const writeFiles = async (files: readonly FileToWrite[]): Promise<Result<readonly string[]>> => {
  const undo: Undo[] = [];
  let place = '';
  report({ kind: 'writing', paths: files.map(({ path }) => path) });
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
    for (const folder of new Set(staged.map(({ target }) => dirname(target)))) await toDisk(folder);
    await Promise.allSettled(staged.map(({ old }) => rm(old, { force: true })));
    return ok(files.map(({ path }) => path));
  } catch (cause) {
    await takeBack(undo);
    report({ kind: 'writing', paths: [] });
    if (cause instanceof Unwritable) return refuse(cause.problem);
    const code = systemCode(cause);
    if (code === undefined) throw cause;
    return refuse(whyNotWritten(place, code));
  }
};

/** Carries a named problem out of the steps below. */
class Unwritable extends Error {
  constructor(readonly problem: Problem) {
    super(problem.name);
  }
}

/** A file that waits beside its place. */
interface Staged {
  readonly path: string;
  /** The path without links. */
  readonly target: string;
  readonly temporary: string;
  /** Where the old file of that place is kept until all are written. */
  readonly old: string;
  readonly replaces: boolean;
  readonly standing: Standing;
}

/** A step back; one that gives a place its old file back names the place. */
interface Undo {
  readonly act: () => Promise<unknown>;
  readonly restores?: string;
}

const stage = async ({ path, bytes, standing }: FileToWrite, undo: Undo[]): Promise<Staged> => {
  const before = await fileAt(path);
  // Renamed over a link, the file would take the link's place and leave what it points to as it was.
  const target = before === undefined ? path : await realpath(path);
  await makeFolder(dirname(target), undo);
  const temporary = asideName(target, 'tmp');
  undo.push({ act: () => rm(temporary, { force: true }) });
  // Nobody may read in the temporary file what they may not read in its place.
  const handle = await open(temporary, 'wx', before === undefined ? 0o666 : 0o600);
  try {
    const pieces = typeof bytes === 'string' || bytes instanceof Uint8Array ? [bytes] : bytes;
    for (const piece of pieces) await handle.writeFile(piece);
    if (before !== undefined) {
      if (before.uid !== process.getuid?.() || before.gid !== process.getgid?.())
        await chown(temporary, before.uid, before.gid).catch(() => undefined);
      await chmod(temporary, before.mode);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { path, target, temporary, old: asideName(target, 'old'), replaces: before !== undefined, standing };
};

interface Before {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** The file at `path`, undefined when none is there; throws when it may not be written or is no file. */
const fileAt = async (path: string): Promise<Before | undefined> => {
  const handle = await open(path, 'r+').catch(async (cause: unknown) => {
    const code = systemCode(cause);
    if (code === 'ENOENT') return undefined;
    const mode = await stat(path).then(
      (found) => (found.isFile() ? found.mode : undefined),
      () => undefined,
    );
    throw (code === 'EACCES' || code === 'EPERM') && mode !== undefined && (mode & 0o222) === 0
      ? readOnly(path)
      : cause;
  });
  if (handle === undefined) return undefined;
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw Object.assign(new Error('neither a file nor absent'), { code: 'EINVAL' });
    // An administrator could write it all the same; that it shall not be written is said by the mode.
    if ((found.mode & 0o222) === 0) throw readOnly(path);
    return found;
  } finally {
    await handle.close();
  }
};

const readOnly = (path: string): Unwritable => new Unwritable(fileProblem('file-read-only', { found: path }));

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

const putInPlace = async (
  { path, target, temporary, old, replaces, standing }: Staged,
  undo: Undo[],
): Promise<void> => {
  if (replaces) {
    undo.push({ act: () => rm(old, { force: true }) });
    await copyFile(target, old);
  }
  // The last look before the rename: nothing that waits stands between the two.
  if ((await standingAt(target)) !== standing) throw new Unwritable(fileProblem('changed-meanwhile', { found: path }));
  await rename(temporary, target);
  undo.push({ act: () => (replaces ? rename(old, target) : rm(target)), restores: target });
};

/** A renamed file is only safe from a power cut when its folder is on the disk too; not every system lets a folder be told so. */
const toDisk = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
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
  fileProblem(
    noRoom.has(code) ? 'disk-full' : noPlace.has(code) ? 'no-place-for-file' : 'cannot-write',
    { found: path },
    { message: code },
  );
