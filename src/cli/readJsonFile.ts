import { basename, resolve } from 'node:path';
import { ok, type Result } from '../kernel';
import { mostJsonBytes, readJsonText } from '../schemes';
import { readBytes } from './diskFiles';

/** Reads the JSON file an option names, from `folder`; undefined where the option was not given. */
export const readJsonFile = async <T>(
  path: string | undefined,
  folder: string,
  read: (data: unknown) => Result<T>,
): Promise<Result<T | undefined>> => {
  if (path === undefined) return ok(undefined);
  const bytes = await readBytes(resolve(folder, path), mostJsonBytes);
  return bytes.ok ? readJsonText(new TextDecoder().decode(bytes.value), basename(path), read) : bytes;
};
