import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const readable = /\.(?:xlsx|xlsm|ods|csv|tsv|txt)$/i;

/** The files meant by the paths given: a folder stands for every workbook in it, in order of name; Excel's lock files do not count. */
export const inputFiles = async (paths: readonly string[]): Promise<readonly string[]> => {
  const lists = await Promise.all(paths.map(filesAt));
  return lists.flat();
};

const filesAt = async (path: string): Promise<readonly string[]> => {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    // A path that is not there is told by the reader, with its name.
    () => false,
  );
  if (!isFolder) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => readable.test(name) && !name.startsWith('~$') && !name.startsWith('.'))
    .sort()
    .map((name) => join(path, name));
};
