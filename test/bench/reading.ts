import { readXlsx } from 'hucre/xlsx';
import { evaluate, municipalitiesOf } from '../../src/evaluation';
import { answerForm } from '../../src/report';
import { readWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { schemeFor } from '../builders/answerSheets';
import { compare, printTimings } from './compare';

/** Our reading and scoring of answer workbooks against the bare read of the same files by the library (target ≤ 1.3). */
export const benchReading = async (): Promise<void> => {
  for (const [title, municipalities] of [
    ['one municipality (266 rows)', 1],
    ['a prefecture in one sheet (60 municipalities)', 60],
    ['600 municipalities in one sheet', 600],
  ] as const) {
    const bytes = await answersOf(municipalities);
    const timings = await compare(
      [
        { name: 'ours: read, check, find, read answers, score', work: () => readAndScore(bytes) },
        { name: 'ours: read only', work: () => readWorkbookFile(bytes, 'bench.xlsx') },
        { name: 'hucre readXlsx (bare)', work: () => readXlsx(bytes) },
      ],
      municipalities === 1 ? 31 : 11,
    );
    printTimings(`Reading and scoring: ${title}, ${(bytes.length / 1024).toFixed(0)} KB`, timings);
  }
  global.gc?.();
  const before = process.memoryUsage();
  const bytes = await answersOf(600);
  await readAndScore(bytes);
  const after = process.memoryUsage();
  console.log(
    `  memory: RSS +${((after.rss - before.rss) / 1e6).toFixed(0)} MB while reading and scoring 600 municipalities`,
  );
};

const readAndScore = async (bytes: Uint8Array): Promise<number> => {
  const content = await readWorkbookFile(bytes, 'bench.xlsx');
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  const results = evaluate(content.value, { fileName: 'bench.xlsx' });
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  return municipalitiesOf(results.value).reduce((sum, { total }) => sum + total, 0);
};

/** The answer form with as many columns as municipalities; an indicator is met as a whole, so that no tier has a gap. */
const answersOf = async (count: number): Promise<Uint8Array> => {
  const form = answerForm(schemeFor('R8'), {
    municipality: '架空一市',
    answers: (id) => (id.charCodeAt(3) % 2 ? '○' : '×'),
  });
  const header = form.print.titleRows?.last ?? 0;
  const rows = form.rows.map((row, at) => [
    ...row.slice(0, -1),
    ...Array.from({ length: count }, (_, column) => ({
      value:
        at === header
          ? `架空${column + 1}市`
          : at < header
            ? null
            : (String(row[4]?.value).length * 7 + column * 3) % 5 < 3
              ? '○'
              : '×',
      look: 'center' as const,
    })),
  ]);
  const model = { ...form, rows, merges: [], choices: [], columnWidths: rows[0]?.map(() => 10) ?? [] };
  return writeWorkbookFile([model]);
};
