import { createHash } from 'node:crypto';
import { constants, openSync, type Stats } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { ok, fileProblem, refuse, type Result } from '../problems';

/** The bytes of a file of at most `mostBytes`; what cannot be read is refused with the system's word for it. */
export const readBytes = async (path: string, mostBytes: number): Promise<Result<Uint8Array>> => {
  const found = await reading(path, () => stat(path));
  if (!found.ok) return found;
  const { value } = found;
  if (value.isDirectory()) return refuse(fileProblem('folder-not-file', { found: path }));
  if (value.isCharacterDevice()) return refuse(fileProblem('cannot-read', { found: path }, { message: 'EINVAL' }));
  const bytes = value.size > mostBytes ? ok(undefined) : await reading(path, () => contentOf(path, value, mostBytes));
  if (!bytes.ok) return bytes;
  if (bytes.value !== undefined) return ok(bytes.value);
  const size = Math.max(value.size, mostBytes + 1);
  return refuse(fileProblem('file-too-large', { found: path }, { size: megabytes(size), limit: megabytes(mostBytes) }));
};

const contentOf = async (path: string, found: Stats, mostBytes: number): Promise<Uint8Array | undefined> =>
  found.isFIFO() ? readPipe(path, mostBytes) : new Uint8Array(await readFile(path));

/**
 * All that comes out of a pipe, undefined beyond `mostBytes`. It is opened without waiting for whoever writes into it: a thread
 * that waits in `open` can be ended by nobody, not even with its process.
 */
const readPipe = async (path: string, mostBytes: number): Promise<Uint8Array | undefined> => {
  const pipe = new Socket({ fd: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK), writable: false });
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of pipe) {
    if (!(chunk instanceof Buffer)) continue;
    length += chunk.length;
    if (length > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
};

/** What `read` finds at `path`, or the problem behind what the system says; anything else it throws is a bug. */
export const reading = async <T>(path: string, read: () => Promise<T>): Promise<Result<T>> => {
  try {
    return ok(await read());
  } catch (cause) {
    const code = systemCode(cause);
    if (code === 'ENOENT') return refuse(fileProblem('file-missing', { found: path }));
    if (code !== undefined) return refuse(fileProblem('cannot-read', { found: path }, { message: code }));
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

/** What stood in a place when it was chosen: the SHA-256 of a file, or `nobody`. */
export type Standing = string;

/** Node's own: a workbook may have 30 MB, the JSON of a nation 40, over which the kernel's, made for every host, takes long. */
export const standingOf = (bytes: Uint8Array): Standing => createHash('sha256').update(bytes).digest('hex');

/** Throws what the system says of a place that can neither be read nor is free. */
export const standingAt = (path: string): Promise<Standing> =>
  readFile(path).then(standingOf, (cause: unknown) => {
    if (systemCode(cause) === 'ENOENT') return 'nobody';
    throw cause;
  });

/** The error code of the operating system (ENOENT, EACCES …); undefined when it is another kind of error. */
export const systemCode = (cause: unknown): string | undefined =>
  typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : undefined;
