import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Terminal } from '../../../src/cli/terminal';
import { inPlaceHalf } from './inPlaceHalf';
import { readingHalf } from './readingHalf';
import { newTally } from './tally';

/**
 * `corpus FOLDER [--read|--in-place] [--schemas FOLDER] [--every N]`: all workbooks below a folder, read by us and by other
 * readers, and written into. Needs soffice and a Python with
 * openpyxl (`PYTHON=/usr/bin/python3`); with `--schemas` (of ECMA-376) also xmllint. Resolves to
 * 1 when one was misread, came out invalid or otherwise than it should.
 */
export const corpusCommand = async (root: string, args: readonly string[], terminal: Terminal): Promise<number> => {
  const valueOf = (option: string): string | undefined =>
    args.includes(option) ? args[args.indexOf(option) + 1] : undefined;
  const [folder] = args;
  if (folder === undefined || folder.startsWith('-')) {
    terminal.warn('corpus FOLDER [--read|--in-place] [--schemas FOLDER] [--every N]');
    return 2;
  }
  const tools = join(root, 'test/tools/corpus');
  const files = workbooksBelow(folder).filter((_, at) => at % Number(valueOf('--every') ?? 1) === 0);
  const tallies = [];
  if (!args.includes('--in-place')) {
    const tally = newTally(`read ${files.length}`);
    await readingHalf(files, tools, tally);
    tallies.push(tally);
  }
  if (!args.includes('--read')) {
    const books = files.filter((path) => !path.endsWith('.ods'));
    const tally = newTally(`in place ${books.length}`);
    const sample = join(root, 'assets/samples/北塩原村-令和6年度-回答.xlsx');
    await inPlaceHalf(books, { sample, tools, schemas: valueOf('--schemas') }, tally);
    tallies.push(tally);
  }
  const lines = tallies.flatMap((tally) => tally.lines());
  lines.forEach((line) => {
    terminal.print(line);
  });
  return lines.some((line) => line.startsWith('- ')) ? 1 : 0;
};

const workbooksBelow = (folder: string): readonly string[] =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return workbooksBelow(path);
      return /\.(xlsx|xlsm|xltx|xltm|ods)$/i.test(name) ? [path] : [];
    });
