import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { evaluate } from '../../../src/evaluation';
import { partsOf } from '../../../src/problems';
import { reportSheets, resultSheets } from '../../../src/report';
import type { SheetModel, WorkbookContent } from '../../../src/workbook';
import { readWorkbookFile, refreshWorkbookFile } from '../../../src/workbook/file';
import { convertedByLibreOffice, lint } from './programs';
import type { Tally } from './tally';

/** Puts an answer sheet and all our reports into every workbook, and looks at what came out with other programs. */
export const inPlaceHalf = async (
  files: readonly string[],
  { sample, tools, schemas }: { readonly sample: string; readonly tools: string; readonly schemas: string | undefined },
  tally: Tally,
): Promise<void> => {
  const answers = await contentOf(new Uint8Array(readFileSync(sample)), sample);
  const models = reportsOf(answers);
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  try {
    const written = new Map<string, string>();
    for (const path of files) {
      const after = await written1(path, join(folder, String(written.size)), answers, models, tally);
      if (after !== undefined) written.set(after, path);
    }
    const pairs = [...written].map(([after, before]) => ({ before, after }));
    lint(tools, pairs, schemas).forEach((found, at) => {
      const path = pairs[at]?.before ?? '';
      if ('error' in found) tally.add('not checked', path, found.error);
      else {
        if (found.faults.length > 0) tally.add('invalid', path, found.faults.slice(0, 3).join(' | '));
        else tally.add('valid', path);
        if (found.values.length > 0) tally.add('foreign values differ', path, found.values.join());
      }
    });
    convertedByLibreOffice([...written.keys()], 'ods', (after, converted) => {
      const path = written.get(after) ?? after;
      if (converted === undefined) tally.add('LibreOffice does not open', path, after);
      else tally.add('LibreOffice opens', path);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Writes twice into a copy; the path of the copy when it was written. */
const written1 = async (
  path: string,
  folder: string,
  answers: WorkbookContent,
  models: readonly SheetModel[],
  tally: Tally,
): Promise<string | undefined> => {
  const name = basename(path);
  const bytes = new Uint8Array(readFileSync(path));
  try {
    const read = await readWorkbookFile(bytes, name);
    if (!read.ok) {
      tally.add(`not read ${read.problems[0]?.code ?? ''}`, path);
      return undefined;
    }
    const start = performance.now();
    const filled = await refreshWorkbookFile(bytes, name, answers.sheets.map(answerModel));
    const first = filled.ok ? await refreshWorkbookFile(filled.value.bytes, name, models) : filled;
    tally.time(path, performance.now() - start, bytes.length);
    if (!first.ok) {
      const [told] = first.problems;
      tally.add(`refused ${told?.code ?? ''}`, path, told?.code === 'E-118' ? partsOf(told, 'en').what : undefined);
      return undefined;
    }
    tally.add('written', path);
    const second = await refreshWorkbookFile(first.value.bytes, name, models);
    if (!second.ok || second.value.bytes !== first.value.bytes) tally.add('second run differs', path, name);
    mkdirSync(folder);
    const after = join(folder, `${basename(folder)}-${name.replace(/[^\w.-]/g, '_')}`.replace(/\.xlt(.)$/i, '.xls$1'));
    writeFileSync(after, first.value.bytes);
    return extname(after) === '' ? undefined : after;
  } catch (cause) {
    tally.add('crashed', path, String(cause));
    return undefined;
  }
};

const contentOf = async (bytes: Uint8Array, name: string): Promise<WorkbookContent> => {
  const read = await readWorkbookFile(bytes, name);
  if (!read.ok) throw new Error(`contentOf: ${name}: ${JSON.stringify(read.problems)}`);
  return read.value;
};

const reportsOf = (answers: WorkbookContent): readonly SheetModel[] => {
  const results = evaluate(answers, {});
  if (!results.ok) throw new Error(`reportsOf: ${JSON.stringify(results.problems)}`);
  return [...reportSheets(results.value, 'all'), ...resultSheets(results.value)];
};

/** A sheet of the sample as a sheet to be put in. */
const answerModel = ({ name, grid }: WorkbookContent['sheets'][number], at: number): SheetModel => ({
  name,
  marker: `corpus${at}`,
  columnWidths: [12, 30, 30],
  print: { orientation: 'portrait' },
  rows: rectangular(grid).map((row) => row.map((value) => ({ value, look: 'body' as const }))),
});

const rectangular = (grid: WorkbookContent['sheets'][number]['grid']) => {
  const width = Math.max(1, ...grid.map(({ length }) => length));
  return grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
};
