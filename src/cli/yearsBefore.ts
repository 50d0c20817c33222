import { basename, resolve } from 'node:path';
import { scoreBook, type Results } from '../evaluation';
import { ok, type Result } from '../problems';
import { readInput, type ScoringOptions } from './files';
import type { ScoreOptions } from './options';
import type { Terminal } from './terminal';
import { textIn } from './texts';

/**
 * What the workbooks of `--before` come to, each by the rules of its own year; a file that cannot be read is refused. Marks and
 * names hold for all years; sheet, column, year and national table are of the year that is scored.
 */
export const yearsBefore = async (
  { before }: ScoreOptions,
  { markMeanings, municipality, prefecture }: ScoringOptions,
  folder: string,
  terminal: Terminal,
): Promise<Result<readonly (readonly [file: string, Results])[]>> => {
  const years: (readonly [string, Results])[] = [];
  for (const file of before) {
    const path = resolve(folder, file);
    terminal.progress(textIn(terminal.language, 'reading', { file: basename(path) }));
    const read = await readInput(path, {
      headers: [],
      settingsProblems: [],
      ...(markMeanings === undefined ? {} : { markMeanings }),
      ...(municipality === undefined ? {} : { municipality }),
      ...(prefecture === undefined ? {} : { prefecture }),
    });
    // Which of the files is meant: the answers of this year may be well.
    if (!read.ok)
      return { ok: false, problems: read.problems.map((one) => ({ ...one, file: `--before ${basename(path)}` })) };
    years.push([basename(path), scoreBook(read.value.book)]);
  }
  return ok(years);
};
