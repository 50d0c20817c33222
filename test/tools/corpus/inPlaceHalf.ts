import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { evaluate, municipalitiesOf } from '../../../src/evaluation';
import type { SheetModel } from '../../../src/workbook';
import { readWorkbookFile, refreshWorkbookFile } from '../../../src/workbook/file';
import { batchesOf, breathe } from './batches';
import { convertedByLibreOffice, sheetsInLibreOffice } from './libreOffice';
import { lint } from './openpyxl';
import type { Tally } from './tally';
import { answerModels, toldOf, writtenInPlace, type Written } from './writtenInPlace';

/** Puts an answer sheet and all our reports into every workbook, and looks at what came out with other programs. */
export const inPlaceHalf = async (
  files: readonly string[],
  { sample, tools, schemas }: { readonly sample: string; readonly tools: string; readonly schemas: string | undefined },
  tally: Tally,
): Promise<void> => {
  const { models, total } = await answersOf(sample);
  for (const batch of batchesOf(files)) {
    const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
    try {
      const pairs: Pair[] = [];
      for (const before of batch) {
        const written = await writtenWith(models, total, before, tally);
        const after = join(folder, `${pairs.length}${extensionOf(before)}`);
        if (written !== undefined) {
          writeFileSync(after, written.bytes);
          pairs.push({ before, after, added: models.length + written.reports });
        }
        tally.done();
        await breathe();
      }
      await Promise.all([linted(tools, pairs, schemas, tally), opened(pairs, tally)]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
};

/** A workbook as it was, and as it was written. */
export interface Pair {
  readonly before: string;
  readonly after: string;
  /** How many sheets were put in. */
  readonly added: number;
}

/** A template becomes a workbook: LibreOffice would make a new one of it. */
const extensionOf = (path: string): string => (/m$/i.test(path) ? '.xlsm' : '.xlsx');

/** The workbook with the answers and the reports in it; undefined when it was refused. */
const writtenWith = async (
  models: readonly SheetModel[],
  total: number,
  path: string,
  tally: Tally,
): Promise<Written | undefined> => {
  const bytes = new Uint8Array(readFileSync(path));
  const name = basename(path);
  const start = performance.now();
  try {
    const read = await readWorkbookFile(bytes, name);
    if (!read.ok) {
      tally.add(`not read ${read.problems[0]?.code ?? ''}`, path);
      return undefined;
    }
    const filled = await refreshWorkbookFile(bytes, name, models);
    if (!filled.ok) {
      const [told] = filled.problems;
      tally.add(`refused ${told?.code ?? ''}`, path, told && toldOf(told));
      return undefined;
    }
    const written = await writtenInPlace({ name, bytes: filled.value.bytes }, path, tally);
    if (written !== undefined && written.total !== total)
      tally.add('total other than the sample’s', path, String(written.total));
    return written;
  } catch (cause) {
    tally.add('crashed', path, String(cause));
    return undefined;
  } finally {
    tally.time(path, performance.now() - start, bytes.length);
  }
};

/** Holds what was written against what was there before, with Python's own parser, openpyxl and the schemas. */
export const linted = async (
  tools: string,
  pairs: readonly Pair[],
  schemas: string | undefined,
  tally: Tally,
): Promise<void> => {
  const found = await lint(tools, pairs, schemas);
  pairs.forEach(({ before }, at) => {
    const one = found[at];
    if (one === undefined || typeof one === 'string') {
      tally.add('not linted', before, one ?? 'no answer');
      return;
    }
    tally.add('linted', before);
    tally.count('parts held against the schemas', one.checked);
    const faults = [...one.faults, ...one.schema];
    if (faults.length > 0) tally.add('invalid', before, faults.slice(0, 3).join(' | '));
    tally.add(`foreign values compared by ${one.by}`, before);
    if (one.lost !== null) tally.add('openpyxl reads it no longer', before, one.lost);
    if (one.values.length > 0) tally.add('foreign values differ', before, one.values.join());
  });
};

/** LibreOffice opens it with all sheets that it opened before, and with those that were put in. */
const opened = async (pairs: readonly Pair[], tally: Tally): Promise<void> => {
  const now = await sheetsInLibreOffice(pairs.map(({ after }) => after)); // prettier-ignore
  const was = await sheetsInLibreOffice(pairs.map(({ before }) => before)); // prettier-ignore
  for (const [at, { before, after, added }] of pairs.entries()) {
    const isWhole = (sheets: number, standing: number): boolean => standing > 0 && sheets === standing + added;
    let [sheets = 0, standing = 0] = [now[at], was[at]];
    // A sheet with a value in its last row makes a CSV without end.
    if (!isWhole(sheets, standing)) [sheets, standing] = [await sheetsInOds(after), await sheetsInOds(before)];
    if (standing === 0) tally.add('LibreOffice did not open it before', before, `${sheets} sheets after`);
    else if (isWhole(sheets, standing)) tally.add('LibreOffice opens', before);
    else tally.add('LibreOffice does not open', before, `${sheets} sheets, not ${standing} + ${added}`);
  }
};

const sheetsInOds = async (path: string): Promise<number> => {
  const [bytes] = await convertedByLibreOffice([path], 'ods');
  return bytes === undefined
    ? 0
    : strFromU8(unzipSync(bytes)['content.xml'] ?? bytes).split('<table:table ').length - 1;
};

/** The sheets of the sample, and the points they come to. */
const answersOf = async (
  sample: string,
): Promise<{ readonly models: readonly SheetModel[]; readonly total: number }> => {
  const read = await readWorkbookFile(new Uint8Array(readFileSync(sample)), basename(sample));
  const results = read.ok ? evaluate(read.value) : read;
  if (!read.ok || !results.ok) throw new Error(`answersOf: ${sample} is refused`);
  return { models: answerModels(read.value), total: municipalitiesOf(results.value)[0]?.total ?? Number.NaN };
};
