import { evaluate, municipalitiesOf } from '../../../src/evaluation';
import { partsOf, type Problem } from '../../../src/problems';
import { reportSheets, resultSheets } from '../../../src/report';
import type { SheetModel, WorkbookContent } from '../../../src/workbook';
import { readWorkbookFile, refreshWorkbookFile } from '../../../src/workbook/file';
import type { Tally } from './tally';

/** A workbook as it lies on the disk. */
export interface Book {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A workbook with our reports in it: the points they tell, what is said of them, and how many sheets they are. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly total: number;
  readonly said: readonly string[];
  readonly reports: number;
}

/** All our reports of a workbook, written into it, twice, as `score --in-place` would; undefined when it was refused. */
export const writtenInPlace = async (
  { name, bytes }: Book,
  path: string,
  tally: Tally,
): Promise<Written | undefined> => {
  const first = await scoredInto({ name, bytes });
  if ('refused' in first) {
    tally.add(`refused ${first.refused.code}`, path, toldOf(first.refused));
    return undefined;
  }
  tally.add('written', path);
  const second = await scoredInto({ name, bytes: first.bytes });
  if ('refused' in second || Buffer.compare(second.bytes, first.bytes) !== 0)
    tally.add('second run changes bytes', path, 'refused' in second ? second.refused.code : name);
  return first;
};

/** Reads, scores, makes every report, and writes them into the very workbook. */
const scoredInto = async ({ name, bytes }: Book): Promise<Written | { readonly refused: Problem }> => {
  const read = await readWorkbookFile(bytes, name);
  const results = read.ok ? evaluate(read.value) : read;
  if (!results.ok) return { refused: firstOf(results.problems) };
  const models: readonly SheetModel[] = [...reportSheets(results.value, 'all'), ...resultSheets(results.value)];
  const refreshed = await refreshWorkbookFile(bytes, name, models);
  if (!refreshed.ok) return { refused: firstOf(refreshed.problems) };
  const total = municipalitiesOf(results.value)[0]?.total ?? Number.NaN;
  const said = results.value.problems.map(wordOf);
  return { bytes: refreshed.value.bytes, total, said, reports: models.length };
};

/** A problem as what it tells of which place, to be held against those of another run. */
export const wordOf = ({ code, sheet, cell, criterion, found }: Problem): string =>
  [code, sheet, cell, criterion, found].join('|');

const firstOf = ([first]: readonly Problem[]): Problem => {
  if (first === undefined) throw new Error('firstOf: refused without a problem');
  return first;
};

/** Why a workbook cannot be refreshed; the other refusals say it by their code. */
export const toldOf = (told: Problem): string | undefined =>
  told.code === 'E-118' ? partsOf(told, 'en').what : undefined;

/** Each sheet of answers as a sheet to be put in. */
export const answerModels = ({ sheets }: WorkbookContent): readonly SheetModel[] =>
  sheets.map(({ name, grid }, at) => {
    const width = Math.max(1, ...grid.map(({ length }) => length));
    return {
      name,
      // A form is read although we wrote it.
      marker: `form${at}`,
      columnWidths: [12, 30, 30],
      print: { orientation: 'portrait' },
      rows: grid.map((row) =>
        Array.from({ length: width }, (_, column) => ({ value: row[column] ?? null, look: 'body' as const })),
      ),
    };
  });
