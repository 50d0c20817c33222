import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ok, fileProblem, refuse, type Problem, type Result } from '../problems';
import { mostLevels, passedOver, whyPassedOver, type FileAside } from '../workbook/file';
import { reading } from './diskFiles';

/** A file to be scored. */
export interface InputFile {
  readonly path: string;
  /** How it is called to a person: its name, with the folders below the one that was given. */
  readonly name: string;
  /** The folders below the one that was given, innermost first: they may bear the name of a municipality. */
  readonly folders: readonly string[];
}

/** What is read of the files and folders that were named, and what is not. */
export interface InputFiles {
  /** Each once, however often it was named. */
  readonly files: readonly InputFile[];
  /** Says of every other file of a folder why it is not read, and what to do; one sentence a cause. */
  readonly passedOver: readonly Problem[];
}

/** Who has more workbooks than Japan has municipalities (1,741) has given the wrong folder. */
const mostFiles = 2000;
const mostEntries = 20_000;

/**
 * The files meant by the paths given: a folder stands for every workbook in it and in its subfolders, in order of name. Links
 * are not followed, and nothing is passed over in silence. Refused when a folder cannot be read or holds too much.
 */
export const inputFiles = async (paths: readonly string[]): Promise<Result<InputFiles>> => {
  const found: Found = { files: [], aside: [], faults: [], entries: 0 };
  for (const path of paths) {
    // A path that is not there is told by the reader, with its name.
    const isFolder = await stat(path).then(
      (one) => one.isDirectory(),
      () => false,
    );
    if (!isFolder) found.files.push({ path, name: basename(path), folders: [] });
    else {
      const fault = await walk({ path, name: '', level: 1 }, found);
      if (fault !== undefined) return refuse(fault);
    }
  }
  const files = [...new Map(found.files.toReversed().map((file) => [file.path, file])).values()].reverse();
  if (files.length > mostFiles) return refuse(tooMuch(files.length));
  return ok({ files, passedOver: [...found.faults, ...passedOver(found.aside)] });
};

interface Found {
  readonly files: InputFile[];
  readonly aside: FileAside[];
  readonly faults: Problem[];
  entries: number;
}

interface Folder {
  readonly path: string;
  /** Below the folder that was given; empty for that one itself. */
  readonly name: string;
  readonly level: number;
}

/** Reads a folder and those in it; what is wrong with the one that was given stops everything, others are told. */
const walk = async (folder: Folder, found: Found): Promise<Problem | undefined> => {
  const read = await reading(folder.path, () => readdir(folder.path, { withFileTypes: true }));
  if (!read.ok) {
    if (folder.level === 1) return read.problems[0];
    found.faults.push(...read.problems);
    return undefined;
  }
  found.entries += read.value.length;
  if (found.entries > mostEntries) return tooMuch(found.entries);
  for (const entry of read.value.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const name = folder.name === '' ? entry.name : `${folder.name}/${entry.name}`;
    const path = join(folder.path, entry.name);
    if (entry.isDirectory()) {
      if (folder.level >= mostLevels) found.aside.push({ name, why: 'folder-too-deep' });
      else {
        const fault = await walk({ path, name, level: folder.level + 1 }, found);
        if (fault !== undefined) return fault;
      }
      continue;
    }
    const why = entry.isSymbolicLink()
      ? 'link-not-followed'
      : entry.isFile()
        ? whyPassedOver(entry.name)
        : 'file-ignored';
    if (why === undefined) found.files.push({ path, name, folders: name.split('/').slice(0, -1).reverse() });
    else found.aside.push({ name, why });
  }
  return undefined;
};

const tooMuch = (count: number): Problem =>
  fileProblem('folder-too-large', { found: String(count), expected: String(mostFiles) });
