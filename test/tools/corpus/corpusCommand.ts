import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Terminal } from '../../../src/cli/terminal';
import { inPlaceHalf } from './inPlaceHalf';
import { neverSilent, readMutants, writeIntoMutants } from './mutantRuns';
import { mutantBases } from './mutantBases';
import { missingPrograms } from './programs';
import { readingHalf } from './readingHalf';
import { newTally, type Tally } from './tally';

const usage =
  'corpus FOLDER [--read|--in-place] [--every N] [--schemas FOLDER] | corpus --mutants N [--schemas FOLDER]';

/**
 * `corpus FOLDER [--read|--in-place] [--every N] [--schemas FOLDER]`: all workbooks below a folder, or each Nth, read by us
 * and by other readers, and written into. `corpus --mutants N`: N workbooks damaged at random, read and scored, and 3 of 10
 * as many written into. Needs soffice and a Python with openpyxl (`PYTHON=/usr/bin/python3`); with `--schemas` (of ECMA-376)
 * also xmllint. Says every ten seconds how far it is. Resolves to 1 when something was misread, crashed, or came out
 * otherwise than it should.
 */
export const corpusCommand = async (root: string, args: readonly string[], terminal: Terminal): Promise<number> => {
  const asked = optionsOf(args);
  if (asked === undefined) {
    terminal.warn(usage);
    return 2;
  }
  const missing = await missingPrograms(asked.schemas !== undefined);
  if (missing.length > 0) {
    missing.forEach((program) => {
      terminal.warn(program);
    });
    return 2;
  }
  const tools = join(root, 'test/tools/corpus');
  const sample = join(root, 'assets/samples/北塩原村-令和6年度-回答.xlsx');
  const tallies: Tally[] = [];
  const run = async (tally: Tally, work: (tally: Tally) => Promise<void>): Promise<void> => {
    tallies.push(tally);
    await withProgress(tally, terminal, work);
  };
  if (asked.mutants !== undefined) {
    const bases = await mutantBases(sample, tools);
    await run(newTally('mutants read', asked.mutants, ['crashed', neverSilent]), (tally) =>
      readMutants(bases, tools, asked.mutants ?? 0, tally),
    );
    const written = Math.round(asked.mutants * 0.3);
    await run(newTally('mutants in place', written, [...neverInPlace, neverSilent]), (tally) =>
      writeIntoMutants(bases, { tools, schemas: asked.schemas }, written, tally),
    );
  }
  if (asked.folder !== undefined) {
    const files = workbooksBelow(asked.folder).filter((_, at) => at % asked.every === 0);
    if (asked.half !== '--in-place') {
      await run(newTally('read', files.length, neverRead), (tally) => readingHalf(files, tools, tally));
    }
    if (asked.half !== '--read') {
      const books = files.filter((path) => !/\.ods$/i.test(path));
      await run(newTally('in place', books.length, [...neverInPlace, 'LibreOffice does not open']), (tally) =>
        inPlaceHalf(books, { sample, tools, schemas: asked.schemas }, tally),
      );
    }
  }
  for (const line of tallies.flatMap((tally) => tally.lines())) terminal.print(line);
  return tallies.every(({ clean }) => clean) ? 0 : 1;
};

const neverRead = ['crashed', 'other than openpyxl', 'other than LibreOffice', 'other than hucre'];

const neverInPlace = [
  'crashed',
  'invalid',
  'not linted',
  'foreign values differ',
  'second run changes bytes',
  'total other than the sample’s',
];

interface CorpusOptions {
  readonly folder: string | undefined;
  readonly mutants: number | undefined;
  readonly half: '--read' | '--in-place' | undefined;
  readonly every: number;
  readonly schemas: string | undefined;
}

/** Undefined when they cannot be carried out: nothing to look at, no number, no such folder. */
const optionsOf = (args: readonly string[]): CorpusOptions | undefined => {
  const valueOf = (option: string): string | undefined =>
    args.includes(option) ? (args[args.indexOf(option) + 1] ?? '') : undefined;
  const countOf = (option: string): number | undefined => {
    const value = valueOf(option);
    return value === undefined ? undefined : /^[1-9]\d{0,6}$/.test(value) ? Number(value) : Number.NaN;
  };
  const folder = args[0]?.startsWith('-') === false ? args[0] : undefined;
  const [mutants, every, schemas] = [countOf('--mutants'), countOf('--every') ?? 1, valueOf('--schemas')];
  const folders = [folder, schemas].filter((one) => one !== undefined);
  if ((folder === undefined && mutants === undefined) || Number.isNaN(mutants) || Number.isNaN(every)) return undefined;
  if (!folders.every((one) => existsSync(one) && statSync(one).isDirectory())) return undefined;
  const half = (['--read', '--in-place'] as const).find((option) => args.includes(option));
  return { folder, mutants, half, every, schemas };
};

/** Tells every ten seconds how far the work is, on the error stream. */
const withProgress = async (tally: Tally, terminal: Terminal, work: (tally: Tally) => Promise<void>): Promise<void> => {
  const tell = (): void => {
    for (const line of tally.progress()) terminal.warn(line);
  };
  const timer = setInterval(tell, 10_000);
  try {
    await work(tally);
  } finally {
    clearInterval(timer);
    tell();
  }
};

const workbooksBelow = (folder: string): readonly string[] =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return workbooksBelow(path);
      return /\.(xlsx|xlsm|xltx|xltm|ods)$/i.test(name) ? [path] : [];
    });
