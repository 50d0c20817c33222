import { readFileSync } from 'node:fs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { evaluate } from '../../src/evaluation';
import { resultSheets } from '../../src/report';
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
};

const sample = 'assets/samples/北塩原村-令和6年度-回答.xlsx';

const sheetsOfSample = async (): Promise<readonly SheetModel[]> => {
  const content = await readWorkbookFile(readFileSync(sample), sample);
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  const results = evaluate(content.value, { fileName: sample });
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  return resultSheets(results.value);
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
