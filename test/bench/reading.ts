import { read as readSheetJs, type CellObject } from '@e965/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { evaluate, municipalitiesOf } from '../../src/evaluation';
import { answerForm } from '../../src/report';
import { readWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { schemeFor } from '../builders/answerSheets';
import { filledCells } from './bareReaders.mjs';
import { compare, printTimings } from './compare';
import { judge } from './goals';
import { cellsOfSheetKit, nativeReaderIsThere } from './nativeReader.mjs';

/**
 * Our reading and scoring of answer workbooks against the bare read of the same files by the library, SheetJS and a reader in
 * machine code beside it; all have to find as many cells. Before rows were aligned by all they say, the three took 1.24, 2.2 and 2.0 times its time; they may take 1.3 times as much as then.
 */
export const benchReading = async (): Promise<void> => {
  const isNativeThere = nativeReaderIsThere();
  if (!isNativeThere)
    console.log('  no native reader beside: SheetKit is for Linux on x64, and comes from the registry');
  for (const [title, municipalities, most] of [
    ['one municipality (266 rows)', 1, 1.6],
    ['a prefecture in one sheet (60 municipalities)', 60, 2.9],
    ['600 municipalities in one sheet', 600, 2.6],
  ] as const) {
    const bytes = await answersOf(municipalities);
    const timings = await compare(
      [
        { name: 'ours: read, check, find, read answers, score', work: () => readAndScore(bytes) },
        { name: 'ours: read only', work: () => cellsWeRead(bytes) },
        ...(isNativeThere ? [{ name: 'SheetKit getRows (bare, Rust)', work: () => cellsOfSheetKit(bytes) }] : []),
        { name: 'SheetJS read (bare)', work: () => cellsOfSheetJs(bytes) },
        { name: 'hucre readXlsx (bare)', work: () => cellsOfHucre(bytes) },
      ],
      municipalities === 1 ? 61 : 11,
    );
    printTimings(`Reading and scoring: ${title}, ${(bytes.length / 1024).toFixed(0)} KB`, timings);
    const ratio = (timings[0]?.medianMs ?? NaN) / (timings.at(-1)?.medianMs ?? NaN);
    judge(`at most ${most} × the bare read`, `×${ratio.toFixed(2)}`, ratio <= most);
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

const cellsWeRead = async (bytes: Uint8Array): Promise<number> => {
  const content = await readWorkbookFile(bytes, 'bench.xlsx');
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  return content.value.sheets.reduce((sum, { grid }) => sum + filledCells(grid), 0);
};

const cellsOfHucre = async (bytes: Uint8Array): Promise<number> =>
  (await readXlsx(bytes)).sheets.reduce((sum, { rows }) => sum + filledCells(rows), 0);

/** SheetJS 0.20.3, as one of its users publishes it on the registry, where its makers stopped at 0.18.5. */
const cellsOfSheetJs = (bytes: Uint8Array): number =>
  Object.values(readSheetJs(bytes, { type: 'array', dense: true }).Sheets).reduce((sum, sheet) => {
    // Rows and cells that hold nothing are holes.
    const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
    return sum + filledCells(Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell?.v)));
  }, 0);

/** Nothing to compare: the others only read. */
const readAndScore = async (bytes: Uint8Array): Promise<undefined> => {
  const content = await readWorkbookFile(bytes, 'bench.xlsx');
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  const results = evaluate(content.value, { fileName: 'bench.xlsx' });
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  if (municipalitiesOf(results.value).length === 0) throw new Error('benchReading: nobody was scored');
  return undefined;
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
