import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate, municipalitiesOf } from '../../../src/evaluation';
import type { WorkbookContent } from '../../../src/workbook';
import { readWorkbookFile } from '../../../src/workbook/file';
import { batchesOf, breathe } from './batches';
import { differentCells } from './compareCells';
import { linted, type Pair } from './inPlaceHalf';
import { convertedByLibreOffice } from './libreOffice';
import { mutantOf } from './mutantBases';
import { seenByOpenpyxl, type SeenCell } from './openpyxl';
import { seenByHucre } from './seenByHucre';
import type { Tally } from './tally';
import { wordOf, writtenInPlace, type Book } from './writtenInPlace';

/** Reads and scores `count` mutants. A total other than the base's needs a word, or other readers that see the same cells. */
export const readMutants = async (
  bases: readonly Book[],
  tools: string,
  count: number,
  tally: Tally,
): Promise<void> => {
  const whole = await Promise.all(bases.map(scored));
  const silent: Silent[] = [];
  for (let number = 0; number < count; number += 1) {
    const [base, was] = [bases[number % bases.length], whole[number % bases.length]];
    if (base === undefined || was === undefined || 'refused' in was) throw new Error('readMutants: a base is refused');
    const mutant = mutantOf(base, number);
    const label = `${number} ${base.name}`;
    const start = performance.now();
    try {
      const found = await scored(mutant);
      if ('refused' in found) tally.add(`refused ${found.refused}`, label);
      else if (found.said.some((word) => !was.said.includes(word)))
        tally.add(found.total === was.total ? 'same total, with a word' : 'other total, with a word', label);
      else if (found.total === was.total) tally.add('same', label);
      else silent.push({ label, book: mutant, content: found.content });
    } catch (cause) {
      tally.add('crashed', label, String(cause));
    }
    tally.time(label, performance.now() - start, mutant.bytes.length);
    tally.done();
    await breathe();
  }
  await judge(silent, tools, tally);
};

/** What a total other than the base's is called when nothing was said of it. */
export const neverSilent = 'other total without a word';

/** Puts all reports into `count` mutants of the .xlsx among the bases, twice. */
export const writeIntoMutants = async (
  bases: readonly Book[],
  { tools, schemas }: { readonly tools: string; readonly schemas: string | undefined },
  count: number,
  tally: Tally,
): Promise<void> => {
  const books = bases.filter(({ name }) => !name.endsWith('.ods'));
  const whole = await Promise.all(books.map(scored));
  // Not those that were read.
  const numbers = Array.from({ length: count }, (_, at) => 1_000_000 + at);
  for (const batch of batchesOf(numbers)) {
    const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
    try {
      const pairs: Pair[] = [];
      for (const number of batch) {
        const [base, was] = [books[number % books.length], whole[number % books.length]];
        if (base === undefined || was === undefined || 'refused' in was)
          throw new Error('writeIntoMutants: a base is refused');
        const mutant = mutantOf(base, number);
        const before = join(folder, `${number}-${base.name}`);
        const start = performance.now();
        const written = await writtenInPlace(mutant, before, tally).catch((cause: unknown) => {
          tally.add('crashed', before, String(cause));
          return undefined;
        });
        tally.time(before, performance.now() - start, mutant.bytes.length);
        if (written !== undefined) {
          const after = join(folder, `${number}-after.xlsx`);
          writeFileSync(before, mutant.bytes);
          writeFileSync(after, written.bytes);
          pairs.push({ before, after, added: written.reports });
          if (written.total === was.total) tally.count('written, same total', 1);
          else if (written.said.some((word) => !was.said.includes(word))) tally.add('written, other total', before);
          else tally.add(neverSilent, before, `${was.total} became ${written.total}`);
        }
        tally.done();
        await breathe();
      }
      await linted(tools, pairs, schemas, tally);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
};

/** What a workbook comes to, and what is said of it; or the code it is refused with. */
const scored = async ({
  name,
  bytes,
}: Book): Promise<
  | { readonly total: number; readonly said: readonly string[]; readonly content: WorkbookContent }
  | { readonly refused: string }
> => {
  const read = await readWorkbookFile(bytes, name);
  const results = read.ok ? evaluate(read.value) : read;
  if (!read.ok || !results.ok) return { refused: results.ok ? '' : (results.problems[0]?.code ?? '') };
  const total = municipalitiesOf(results.value)[0]?.total;
  if (total === undefined) throw new Error('scored: no municipality');
  return { total, said: results.value.problems.map(wordOf), content: read.value };
};

/** A mutant whose total is another one, and of which nothing was said. */
interface Silent {
  readonly label: string;
  readonly book: Book;
  readonly content: WorkbookContent;
}

/** Where a second reader sees every cell as we do, the mutant says something else; else we misread it. */
const judge = async (silent: readonly Silent[], tools: string, tally: Tally): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  try {
    const paths = silent.map(({ book }, at) => {
      const path = join(folder, `${at}-${book.name}`);
      writeFileSync(path, book.bytes);
      return path;
    });
    const seen = await seenByOpenpyxl(tools, paths);
    for (const [at, { label, content }] of silent.entries()) {
      const theirs = seen[at] ?? (await seenByLibreOffice(paths[at] ?? ''));
      const different = content.sheets.flatMap((sheet) => differentCells(sheet, theirs?.[sheet.name] ?? []));
      if (theirs !== undefined && different.length === 0)
        tally.add('other answers, read alike by another reader', label);
      else tally.add(neverSilent, label, different.slice(0, 3).join(' | '));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const seenByLibreOffice = async (path: string): Promise<Readonly<Record<string, readonly SeenCell[]>> | undefined> => {
  const [bytes] = await convertedByLibreOffice([path], 'xlsx');
  return bytes && seenByHucre(bytes);
};
