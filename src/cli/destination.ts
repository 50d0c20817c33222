import { lstat, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { ok, problem, refuse, type Problem, type Result } from '../problems';
import { limits, readFileMark } from '../workbook/file';
import { readBytes, truePath } from './diskFiles';
import { readJsonMark } from './jsonMark';

/*
 * The one rule of what may be written. A file of ours that nobody has touched since may be replaced: it can be made again.
 * Whatever else stands in a place stays as it is: a file that somebody else made, one that somebody has edited or saved
 * anew, one that this run reads, a link that leads nowhere. A place that a person named is refused then, with the cure; a
 * place that we chose is left alone and the result gets another name, which is said. Only --in-place, which is not asked
 * here, makes the input an output.
 */

/** The files a run reads, by device and number: the same through links, hard links and other spellings of the path. */
export type FilesRead = ReadonlySet<string>;

/** Knows the files of a run; those that are not there are told by their readers. */
export const filesRead = async (paths: readonly string[]): Promise<FilesRead> => {
  const identities = await Promise.all(paths.map(identityOf));
  return new Set(identities.flatMap((one) => one ?? []));
};

/** What a person named with `option`: that very path, or the problem; `whenRead` is told of a file this run reads. */
export const namedPlace = async (
  path: string,
  option: string,
  read: FilesRead,
  whenRead: Problem,
): Promise<Result<string>> => {
  const { kind } = await occupantOf(path, read);
  if (kind === 'read') return refuse(whenRead);
  if (kind === 'dead-link') return refuse(problem('output-dead-link', { found: path }, { option }));
  if (kind === 'edited') return refuse(problem('output-edited', { found: path }, { option }));
  if (kind === 'foreign') return refuse(problem('output-not-ours', { found: path }, { option }));
  return ok(path);
};

/** The parts of a file's name: `回答（山田）-採点結果.xlsx` of the stem 回答 and the tail -採点結果. */
interface NameParts {
  readonly stem: string;
  readonly tail: string;
  /** Set beside the stem where a result of another origin bears the name: the folder of the input, say; may be empty. */
  readonly aside: string;
}

/** A place that we chose. */
interface FreePlace {
  readonly path: string;
  /** Says under which other name, and why; empty when the wanted name was free. */
  readonly told: readonly Problem[];
}

/**
 * The first of these names that is free for a result of this `origin` (64 hexadecimal digits, as in the mark of the file):
 * `回答-採点結果.xlsx`; where the result of another origin stands there, `回答（山田）-採点結果.xlsx`; then -2, -3 …
 */
export const freePlace = async (
  folder: string,
  { stem, tail, aside }: NameParts,
  origin: string,
  read: FilesRead,
): Promise<FreePlace> => {
  const wanted = join(folder, `${stem}${tail}.xlsx`);
  const first = await occupantOf(wanted, read, origin);
  if (isFree(first)) return { path: wanted, told: [] };
  const word = first.ofOthers ? fileNamePart(aside) : '';
  const base = word === '' ? `${stem}${tail}` : `${stem}（${word}）${tail}`;
  for (let count = word === '' ? 2 : 1; ; count += 1) {
    const path = join(folder, `${base}${count === 1 ? '' : `-${count}`}.xlsx`);
    if (!isFree(await occupantOf(path, read, origin))) continue;
    const why = first.kind === 'edited' && !first.ofOthers ? 'edited-result-kept' : 'other-file-kept';
    return { path, told: [problem(why, { found: basename(path) }, { name: basename(wanted) })] };
  }
};

/** Without the signs that no name of a file may hold. */
const fileNamePart = (word: string): string => word.replace(/[\u0000-\u001f<>:"/\\|?*]/g, '').trim();

/** Whether two files that may still be made are one: without links, case and Unicode form, as some file systems do. */
export const isSamePlace = async (one: string, other: string): Promise<boolean> => {
  const [first, second] = await Promise.all([truePath(one), truePath(other)]);
  return folded(first) === folded(second);
};

const folded = (path: string): string => path.normalize('NFC').toLowerCase();

/** Who stands in a place. */
interface Occupant {
  readonly kind: 'nobody' | 'ours' | 'edited' | 'foreign' | 'read' | 'dead-link';
  /** Ours once, but of another origin than is asked for. */
  readonly ofOthers: boolean;
}

const isFree = ({ kind, ofOthers }: Occupant): boolean => kind === 'nobody' || (kind === 'ours' && !ofOthers);

/** Where nothing can be looked at, such as a name that is too long, nobody stands: the writing says what is wrong. */
const occupantOf = async (path: string, read: FilesRead, origin?: string): Promise<Occupant> => {
  const identity = await identityOf(path);
  if (identity === undefined) return { kind: (await isLink(path)) ? 'dead-link' : 'nobody', ofOthers: false };
  if (read.has(identity)) return { kind: 'read', ofOthers: false };
  // A folder that a person named is no place for a file, and the writing says so.
  if (!(await stat(path)).isFile()) return { kind: origin === undefined ? 'nobody' : 'foreign', ofOthers: false };
  const mark = await markAt(path);
  if (mark === undefined) return { kind: 'foreign', ofOthers: false };
  return { kind: mark.untouched ? 'ours' : 'edited', ofOthers: origin !== undefined && mark.origin !== origin };
};

const identityOf = (path: string): Promise<string | undefined> =>
  stat(path, { bigint: true }).then(
    ({ dev, ino }) => `${dev}:${ino}`,
    () => undefined,
  );

const isLink = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );

const markAt = async (path: string): Promise<{ readonly origin?: string; readonly untouched: boolean } | undefined> => {
  const bytes = await readBytes(path, limits.totalBytes);
  if (!bytes.ok) return undefined;
  return extname(path).toLowerCase() === '.xlsx'
    ? readFileMark(bytes.value)
    : readJsonMark(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.value));
};
