import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result } from '../kernel';
import { reading } from './diskFiles';

const readable = /\.(?:xlsx|xlsm|ods|csv|tsv|txt)$/i;

/**
 * The files meant by the paths given: a folder stands for every workbook in it, in order of name; Excel's lock files do not
 * count. Refused when a folder cannot be read.
 */
export const inputFiles = async (paths: readonly string[]): Promise<Result<readonly string[]>> => {
  const lists = await Promise.all(paths.map(filesAt));
  const refused = lists.find((list) => !list.ok);
  return refused ?? ok(lists.flatMap((list) => (list.ok ? list.value : [])));
};

const filesAt = async (path: string): Promise<Result<readonly string[]>> => {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    // A path that is not there is told by the reader, with its name.
    () => false,
  );
  if (!isFolder) return ok([path]);
  const names = await reading(path, () => readdir(path));
  if (!names.ok) return names;
  return ok(
    names.value
      .filter((name) => readable.test(name) && !name.startsWith('~$') && !name.startsWith('.'))
      .sort()
      .map((name) => join(path, name)),
  );
};
