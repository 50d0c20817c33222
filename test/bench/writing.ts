import { readFileSync } from 'node:fs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { evaluate, type Results } from '../../src/evaluation';
import { reportSheets, resultSheets, sheetsToWrite } from '../../src/report';
import { coveredCells, coveredKey, type SheetModel } from '../../src/workbook';
import { readWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { compare, printTimings } from './compare';
import { judge } from './goals';

const goalMs = 20;

/** The result workbook of one municipality, against the library writing the values alone, without a look or a link. */
export const benchWriting = async (): Promise<void> => {
  const sheets = await sheetsOfSample();
  const values = sheets.map(({ name, rows, merges }) => {
    const covered = coveredCells(merges ?? []);
    return {
      name,
      rows: rows.map((row, at) => row.map(({ value }, column) => (covered.has(coveredKey(at, column)) ? null : value))),
    };
  });
  const bare = () => writeXlsx({ sheets: values });
  await isSameAs(await bare(), await writeWorkbookFile(sheets));
  const timings = await compare(
    [
      {
        name: 'ours: one result workbook',
        work: async () => {
          await writeWorkbookFile(sheets);
          return undefined;
        },
      },
      {
        name: 'hucre writeXlsx (values alone)',
        work: async () => {
          await bare();
          return undefined;
        },
      },
    ],
    41,
    { work: 'short' },
  );
  printTimings(`Writing: ${sheets.length} result sheets of one municipality`, timings);
  const ms = timings[0]?.medianMs ?? NaN;
  judge(`a result workbook written in ${goalMs} ms, warm`, `${ms.toFixed(1)} ms`, ms <= goalMs);
  await benchReports();
};

const reportsGoalMs = 150;

/** Every report and result sheet of one municipality, made from its results and written to a file; each is made once. */
const benchReports = async (): Promise<void> => {
  const results = await resultsOfSample();
  const all = new Set(['all'] as const);
  if (reportSheets(results, 'all').some((sheet, at) => sheet !== reportSheets(results, 'all')[at]))
    throw new Error('benchReports: a report was made twice');
  const timings = await compare(
    [
      {
        name: 'ours: all reports of one municipality',
        work: async () => {
          // Sheets are kept for their results: others, that say the same, are made anew.
          await writeWorkbookFile(sheetsToWrite({ ...results }, all, []).sheets);
          return undefined;
        },
      },
    ],
    21,
    { work: 'short' },
  );
  printTimings('Writing: all reports of one municipality, made and written', timings);
  const ms = timings[0]?.medianMs ?? NaN;
  judge(
    `all reports of one municipality in a file in ${reportsGoalMs} ms, warm`,
    `${ms.toFixed(1)} ms`,
    ms <= reportsGoalMs,
  );
};

const sample = 'assets/samples/北塩原村-令和6年度-回答.xlsx';

const sheetsOfSample = async (): Promise<readonly SheetModel[]> => resultSheets(await resultsOfSample());

const resultsOfSample = async (): Promise<Results> => {
  const content = await readWorkbookFile(readFileSync(sample), sample);
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  const results = evaluate(content.value, { fileName: sample });
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  return results.value;
};

/** Throws unless each cell of `written` stands in `plain` too, which may hold empty texts besides. */
const isSameAs = async (plain: Uint8Array, written: Uint8Array): Promise<void> => {
  const [{ sheets: wanted }, { sheets }] = [await readXlsx(plain), await readXlsx(written)];
  for (const [at, { name, rows }] of sheets.entries())
    for (const [row, cells] of rows.entries())
      for (const [column, value] of cells.entries())
        if (value !== null && value !== wanted[at]?.rows[row]?.[column])
          throw new Error(`benchWriting: ${name} has ${String(value)} in row ${row + 1}, column ${column + 1}`);
};
