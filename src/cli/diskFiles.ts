import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ok, problem, refuse, type Result } from '../kernel';

/** The bytes of a file of at most `mostBytes`; what cannot be read is refused with the system's word for it. */
export const readBytes = async (path: string, mostBytes: number): Promise<Result<Uint8Array>> => {
  try {
    const { size } = await stat(path);
    if (size > mostBytes)
      return refuse(problem('file-too-large', { found: path }, { size: megabytes(size), limit: megabytes(mostBytes) }));
    return ok(new Uint8Array(await readFile(path)));
  } catch (cause) {
    const code = systemCode(cause);
    if (code === 'ENOENT') return refuse(problem('file-missing', { found: path }));
    if (code !== undefined) return refuse(problem('cannot-read', { found: path }, { message: code }));
    throw cause;
  }
};

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

/** Writes a file whole or not at all: into a temporary file beside it, then renamed over it. */
export const writeBytes = async (path: string, bytes: Uint8Array | string): Promise<Result<string>> => {
  const folder = dirname(path);
  const temporary = join(folder, `.incentive-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(temporary, bytes);
    await rename(temporary, path);
    return ok(path);
  } catch (cause) {
    await rm(temporary, { force: true });
    const code = systemCode(cause);
    if (code === undefined) throw cause;
    return refuse(problem('cannot-write', { found: path }, { message: code }));
  }
};

/** The error code of the operating system (ENOENT, EACCES …); undefined when it is another kind of error. */
const systemCode = (cause: unknown): string | undefined =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
