import { lstat, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { ok, fileProblem, refuse, type Problem, type Result } from '../problems';
import { limits, readFileMark } from '../workbook/file';
import { readBytes, standingOf, truePath, type Standing } from './diskFiles';
import { readJsonMark } from './jsonMark';
import { lockOn, type Lock } from './lockFile';

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

/** Where a file may be written, and what stood there when that was decided. */
export interface Place {
  readonly path: string;
  readonly standing: Standing;
}

/** What a person named with `option`: that very path, or the problem; `whenRead` is told of a file this run reads. */
export const namedPlace = async (
  path: string,
  option: string,
  read: FilesRead,
  whenRead: Problem,
): Promise<Result<Place>> => {
  const { kind, standing, lock } = await occupantOf(path, read);
  if (kind === 'read') return refuse(whenRead);
  if (kind === 'dead-link') return refuse(fileProblem('output-dead-link', { found: path }, { option }));
  if (kind === 'edited') return refuse(fileProblem('output-edited', { found: path }, { option }));
  if (kind === 'foreign') return refuse(fileProblem('output-not-ours', { found: path }, { option }));
  return lock === undefined ? ok({ path, standing }) : refuse(openElsewhere(path, lock));
};

/** Says who has the file of a place open, and what to do where that is no longer so. */
export const openElsewhere = (path: string, lock: Lock): Problem =>
  fileProblem('file-open', { found: path }, { who: whoHas(lock), lock: lock.file });

const whoHas = ({ program, user }: Lock): string => (user === '' ? program : `${program}：${user}`);

/** The parts of a file's name: `回答（山田）-採点結果.xlsx` of the stem 回答 and the tail -採点結果. */
interface NameParts {
  readonly stem: string;
  readonly tail: string;
  /** Set beside the stem where a result of another origin bears the name: the folder of the input, say; may be empty. */
  readonly aside: string;
}

/** A place that we chose. */
interface FreePlace extends Place {
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
  if (isFree(first)) return { path: wanted, standing: first.standing, told: [] };
  const word = first.ofOthers ? fileNamePart(aside) : '';
  const base = word === '' ? `${stem}${tail}` : `${stem}（${word}）${tail}`;
  for (let count = word === '' ? 2 : 1; ; count += 1) {
    const path = join(folder, `${base}${count === 1 ? '' : `-${count}`}.xlsx`);
    const occupant = await occupantOf(path, read, origin);
    if (!isFree(occupant)) continue;
    return { path, standing: occupant.standing, told: [whyNotThere(first, basename(path), basename(wanted))] };
  }
};

/** Places that we chose for files that belong together. */
interface FreePlaces {
  readonly places: readonly Place[];
  /** Says under which other name the first of them is, and why; empty when the wanted names were free. */
  readonly told: readonly Problem[];
}

/**
 * The first set of names (`names(1)`, `names(2)` …) that is free for files that are written together: nobody stands there, or
 * files of ours as we left them, which `areOurs` tells by their texts (undefined where there is no file).
 */
export const freeTogether = async (
  names: (count: number) => readonly string[],
  areOurs: (texts: readonly (string | undefined)[]) => boolean,
  read: FilesRead,
): Promise<FreePlaces> => {
  let told: ((name: string) => Problem) | undefined;
  for (let count = 1; ; count += 1) {
    const paths = names(count);
    const stands = await Promise.all(paths.map((path) => textIn(path, read)));
    const texts = stands.map(({ text }) => text);
    const isReadable = stands.every(({ kind }) => kind !== 'other');
    const locks = await Promise.all(paths.map((path) => lockOn(path)));
    const lock = locks.find((one) => one !== undefined);
    const isVacant = stands.every(({ kind }) => kind === 'nobody');
    const isOurs = !isVacant && isReadable && areOurs(texts);
    const places = paths.map((path, at) => ({ path, standing: stands[at]?.standing ?? 'nobody' }));
    const [first = ''] = paths;
    if (lock === undefined && (isVacant || isOurs))
      return { places, told: told === undefined ? [] : [told(basename(first))] };
    told ??= (found) =>
      isOurs && lock !== undefined
        ? fileProblem('open-result-kept', { found }, { name: basename(first), who: whoHas(lock) })
        : fileProblem('other-file-kept', { found }, { name: basename(first) });
  }
};

/** The text of the file that stands in a place; `other` for what is no file, is read by this run, or cannot be read. */
const textIn = async (
  path: string,
  read: FilesRead,
): Promise<{ readonly kind: 'nobody' | 'text' | 'other'; readonly text?: string; readonly standing: Standing }> => {
  const identity = await identityOf(path);
  if (identity === undefined) return { kind: (await isLink(path)) ? 'other' : 'nobody', standing: 'nobody' };
  if (read.has(identity) || !(await stat(path)).isFile()) return { kind: 'other', standing: 'nobody' };
  const bytes = await readBytes(path, limits.totalBytes);
  if (!bytes.ok) return { kind: 'other', standing: 'nobody' };
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.value);
  return { kind: 'text', text, standing: standingOf(bytes.value) };
};

const whyNotThere = ({ kind, ofOthers, lock }: Occupant, found: string, name: string): Problem => {
  if (kind === 'ours' && !ofOthers && lock !== undefined)
    return fileProblem('open-result-kept', { found }, { name, who: whoHas(lock) });
  return fileProblem(kind === 'edited' && !ofOthers ? 'edited-result-kept' : 'other-file-kept', { found }, { name });
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
  readonly standing: Standing;
  /** Of a program that has it open. */
  readonly lock: Lock | undefined;
}

const isFree = ({ kind, ofOthers, lock }: Occupant): boolean =>
  kind === 'nobody' || (kind === 'ours' && !ofOthers && lock === undefined);

/** Where nothing can be looked at, such as a name that is too long, nobody stands: the writing says what is wrong. */
const occupantOf = async (path: string, read: FilesRead, origin?: string): Promise<Occupant> => {
  const identity = await identityOf(path);
  const empty = { ofOthers: false, standing: 'nobody', lock: undefined } as const;
  if (identity === undefined) return { ...empty, kind: (await isLink(path)) ? 'dead-link' : 'nobody' };
  if (read.has(identity)) return { ...empty, kind: 'read' };
  // A folder that a person named is no place for a file, and the writing says so.
  if (!(await stat(path)).isFile()) return { ...empty, kind: origin === undefined ? 'nobody' : 'foreign' };
  const bytes = await readBytes(path, limits.totalBytes);
  const mark = bytes.ok ? markIn(bytes.value, path) : undefined;
  if (!bytes.ok || mark === undefined) return { ...empty, kind: 'foreign' };
  return {
    kind: mark.untouched ? 'ours' : 'edited',
    ofOthers: origin !== undefined && mark.origin !== origin,
    standing: standingOf(bytes.value),
    lock: await lockOn(path),
  };
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

const markIn = (
  bytes: Uint8Array,
  path: string,
): { readonly origin?: string; readonly untouched: boolean } | undefined =>
  extname(path).toLowerCase() === '.xlsx' ? readFileMark(bytes) : readJsonMark(bytes);
