import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Says that a program has a file open, or had it open when it was killed. */
export interface Lock {
  readonly program: 'Excel' | 'LibreOffice';
  /** Who has it open; empty where the lock does not say. */
  readonly user: string;
  /** The name of the lock file itself. */
  readonly file: string;
}

/** The lock beside a file; links are followed, as the lock lies beside the file itself. Undefined without one. */
export const lockOn = async (path: string): Promise<Lock | undefined> => {
  const target = await realpath(path).catch(() => path);
  const [folder, name] = [dirname(target), basename(target)];
  const excel = `~$${name}`;
  const office = `.~lock.${name}#`;
  const [excelBytes, officeBytes] = [await small(join(folder, excel)), await small(join(folder, office))];
  if (excelBytes !== undefined) return { program: 'Excel', user: excelUser(excelBytes), file: excel };
  if (officeBytes !== undefined) return { program: 'LibreOffice', user: officeUser(officeBytes), file: office };
  return undefined;
};

/** Real locks have a few hundred bytes. On Windows one in use may not be read: then it says no name. */
const small = async (path: string): Promise<Uint8Array | undefined> => {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return undefined;
  return found.size > 4096 ? new Uint8Array() : readFile(path).catch(() => new Uint8Array());
};

/** Excel: 165 bytes; a length and the name in the code page of the machine, then from byte 55 on the same in UTF-16. */
const excelUser = (bytes: Uint8Array): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const place of [55, 54]) {
    const length = bytes.length >= place + 2 ? view.getUint16(place, true) : 0;
    if (length === 0 || length > 52 || bytes.length < place + 2 + 2 * length) continue;
    return new TextDecoder('utf-16le').decode(bytes.subarray(place + 2, place + 2 + 2 * length)).trim();
  }
  return '';
};

/** LibreOffice: fields parted by commas, a backslash before a comma that is none: the name in its options, then the login. */
const officeUser = (bytes: Uint8Array): string => {
  const [name = '', login = ''] = Array.from(
    new TextDecoder().decode(bytes).matchAll(/((?:\\.|[^,;\\])*)[,;]/g),
    ([, field = '']) => field.replace(/\\(.)/g, '$1').trim(),
  );
  return name === '' ? login : name;
};
