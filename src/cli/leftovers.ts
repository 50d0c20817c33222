import { createHash, randomBytes } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { systemCode } from './diskFiles';

/*
 * Files that stand beside a place while it is written: `.incentive-<machine>-<process>-<random>.tmp`, the new content, and
 * `.old-<name>`, a copy of what stood there. A run that is killed leaves them behind; the next one that writes into the
 * folder clears them. The names say whose they are, so that nobody clears those of a run that still goes on.
 */

const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
/** The longest name that the usual file systems take, in bytes. */
const longestName = 255;
/** Of another machine, or of a process number that is in use again: no run takes so long. */
const surelyLeft = 24 * 60 * 60 * 1000;

/** A new name beside `target`; one for its old content bears the name of the file as far as there is room for it. */
export const asideName = (target: string, kind: 'tmp' | 'old'): string => {
  const start = `.incentive-${machine}-${process.pid}-${randomBytes(6).toString('hex')}.${kind}`;
  const named = `${start}-${basename(target)}`;
  return join(dirname(target), kind === 'old' && Buffer.byteLength(named) <= longestName ? named : start);
};

const pattern =
  /^\.incentive-(?:(?<host>[0-9a-f]{8})-(?<pid>\d{1,10})-)?[0-9a-f]{12}\.(?<kind>tmp|old)(?:-(?<name>.+))?$/s;

/**
 * Removes what killed runs left in these folders; old content whose place is empty goes back there instead. What cannot be
 * looked at or removed stays, and harms nobody.
 */
export const clearLeftovers = async (folders: readonly string[]): Promise<void> => {
  for (const folder of new Set(folders)) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names) await clear(folder, name).catch(() => undefined);
  }
};

const clear = async (folder: string, name: string): Promise<void> => {
  const found = pattern.exec(name)?.groups;
  if (found === undefined) return;
  const path = join(folder, name);
  const { mtimeMs, isFile } = await stat(path).then((one) => ({ mtimeMs: one.mtimeMs, isFile: one.isFile() }));
  const ours = found['host'] === machine && !isRunning(Number(found['pid']));
  if (!isFile || (!ours && Date.now() - mtimeMs < surelyLeft)) return;
  if (found['kind'] === 'tmp') return rm(path);
  // Without a name nobody can tell whose content it is, so it is nobody's to delete.
  if (found['name'] === undefined) return;
  const target = join(folder, found['name']);
  const stands = await stat(target).then(
    () => true,
    (cause: unknown) => systemCode(cause) !== 'ENOENT',
  );
  return stands ? rm(path) : rename(path, target);
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM: it runs for somebody else.
    return systemCode(cause) !== 'ESRCH';
  }
};
