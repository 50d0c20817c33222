import { basename } from 'node:path';
import type { Choice } from '../answers';
import { ok, sha256Hex, type Result } from '../kernel';
import { evaluate, type EvaluationOptions, type WorkbookResults } from '../evaluation';
import type { DefinedName } from '../workbook';
import { limits, readWorkbookFile } from '../workbook/file';
import { readBytes } from './diskFiles';
import type { Terminal } from './terminal';

/** A file that was scored, with the bytes it was read from. */
export interface ScoredFile {
  readonly bytes: Uint8Array;
  /** The defined names of the file: which reports of ours stand in it. */
  readonly names: readonly DefinedName[];
  readonly results: WorkbookResults;
}

export type ScoringOptions = Choice &
  Pick<EvaluationOptions, 'scheme' | 'national' | 'peers' | 'plan' | 'settings'> & {
    /** How the written workbook refers to the file; undefined when the results go into the file itself. */
    readonly link?: string;
  };

/** Reads and scores one file. */
export const scoreFile = async (
  path: string,
  { link, ...options }: ScoringOptions,
  terminal: Terminal,
): Promise<Result<ScoredFile>> => {
  const fileName = basename(path);
  terminal.progress(`${fileName} を読んでいます…`);
  const bytes = await readBytes(path, limits.fileBytes);
  if (!bytes.ok) return bytes;
  const content = await readWorkbookFile(bytes.value, fileName);
  if (!content.ok) return content;
  terminal.progress(`${fileName} を採点しています…`);
  // Written into the input itself, its hash would change with every run and a second run would not be the same.
  const source = link === undefined ? {} : { source: { name: fileName, sha256: sha256Hex(bytes.value), link } };
  const results = evaluate(content.value, { ...options, fileName, ...source });
  return results.ok ? ok({ bytes: bytes.value, names: content.value.names, results: results.value }) : results;
};
