import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Problem } from '../problems';
import { sourcesCsv, type OpenDataTexts, type SourceLine } from '../report';
import { freeTogether, type FilesRead, type Place } from './destination';
import type { FileToWrite } from './writeFiles';

/*
 * The files for publication beside the workbook: 公開用.csv, 公開用-枝番.csv, and 公開用-出典.csv, which tells where they come
 * from. The last one is also their mark: it holds the SHA-256 of the others and, in its last line, of itself, so that a file
 * somebody has edited is known, and stays.
 */

/** Where the files for publication go. */
export interface PublicPlaces {
  readonly towns: Place;
  readonly criteria: Place;
  readonly sources: Place;
  /** Of what they are made, as in the mark of the workbook. */
  readonly origin: string;
  /** Says under which other names, and why; empty when the wanted names were free. */
  readonly told: readonly Problem[];
}

/** The first names that are free for all three: `回答-公開用.csv` and its companions, then `回答-公開用-2.csv` … */
export const publicPlaces = async (
  folder: string,
  stem: string,
  origin: string,
  read: FilesRead,
): Promise<PublicPlaces> => {
  const names = (count: number): readonly string[] => {
    const base = `${stem}-公開用${count === 1 ? '' : `-${count}`}`;
    return [`${base}.csv`, `${base}-枝番.csv`, `${base}-出典.csv`].map((name) => join(folder, name));
  };
  const { places, told } = await freeTogether(names, (texts) => areUntouched(texts, origin), read);
  const [towns, criteria, sources] = places;
  if (towns === undefined || criteria === undefined || sources === undefined) throw new Error('publicPlaces: no place');
  return { towns, criteria, sources, origin, told };
};

/** The files as they shall be; the one with the sources names the others and proves that they are ours. */
export const publicFiles = (
  { towns, criteria, sources, origin }: PublicPlaces,
  texts: OpenDataTexts,
): readonly FileToWrite[] => {
  const tables = [
    { ...towns, bytes: texts.towns },
    ...(texts.criteria === undefined ? [] : [{ ...criteria, bytes: texts.criteria }]),
  ];
  const files = tables.flatMap(({ path, bytes }): readonly SourceLine[] => [
    ['ファイル', basename(path)],
    [hashLabel, sha256(bytes)],
  ]);
  const lines = [...texts.sources, ...files, [originLabel, origin] as const];
  const text = sourcesCsv([...lines, [markLabel, blank]]);
  return [...tables, { ...sources, bytes: text.replace(marked, `$<before>${sha256(text)}$<after>`) }];
};

const hashLabel = 'ファイルのSHA-256';
const originLabel = '作成元の識別';
const markLabel = 'この出典の識別';
const blank = '0'.repeat(64);
const marked = /(?<before>この出典の識別,)(?<sum>[0-9a-f]{64})(?<after>\r\n)$/;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Whether these files, each undefined where there is none, are as we left them and of this origin. */
const areUntouched = (texts: readonly (string | undefined)[], origin: string): boolean => {
  const [towns, criteria, sources] = texts;
  const sum = marked.exec(sources ?? '')?.groups?.['sum'];
  if (sources === undefined || sum === undefined) return false;
  if (sum !== sha256(sources.replace(marked, `$<before>${blank}$<after>`))) return false;
  const known = new Set([...sources.matchAll(/^ファイルのSHA-256,([0-9a-f]{64})\r$/gm)].map(([, hash]) => hash));
  const isKnown = (text: string | undefined): boolean => text === undefined || known.has(sha256(text));
  return isKnown(towns) && isKnown(criteria) && sources.includes(`\r\n${originLabel},${origin}\r\n`);
};
