import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate, municipalitiesOf } from '../../src/evaluation';
import { readWorkbookFile } from '../../src/workbook/file';
import type { CellValue } from '../../src/workbook';
import { answerForm, flatList } from '../builders/answerSheets';
import { hasSharedData, publishedAnswers } from '../builders/sharedData';
import { shiftJis } from '../builders/shiftJis';

/** Files as people have them: text in three encodings, and workbooks saved by LibreOffice, not by our own writer. */
const folder = mkdtempSync(join(tmpdir(), 'incentive-formats-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

if (!hasSharedData) console.warn('skipped: no ../shared/data, published answers are not read from files');

const cases = publishedAnswers().flatMap(([name, answers], at) => {
  const met = ({ id }: { id: string }) => (answers.scored[id] ?? 0) > 0;
  const base = { year: answers.fiscalYear, municipality: answers.municipality, prefecture: answers.prefecture };
  return [
    {
      id: `case${at}-form`,
      layout: 'answer form',
      name,
      answers,
      grid: answerForm({ ...base, mark: (one) => (met(one) ? '○' : '×') }),
    },
    {
      id: `case${at}-flat`,
      layout: 'flat list',
      name,
      answers,
      grid: flatList({
        ...base,
        municipality: answers.prefecture + answers.municipality,
        mark: ({ id }) => answers.scored[id] ?? 0,
        sums: answers.published,
      }),
    },
  ];
});

const csv = (grid: readonly (readonly CellValue[])[]): string =>
  grid
    .map((row) =>
      row
        .map((cell) =>
          cell === null ? '' : /[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell),
        )
        .join(','),
    )
    .join('\r\n');

beforeAll(() => {
  for (const { id, grid } of cases) writeFileSync(join(folder, `${id}.csv`), `\ufeff${csv(grid)}`);
  if (cases.length === 0) return;
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  for (const format of ['xlsx', 'ods']) {
    execFileSync(
      'soffice',
      [
        '--headless',
        profile,
        '--infilter=CSV:44,34,76',
        '--convert-to',
        format,
        '--outdir',
        folder,
        ...cases.map(({ id }) => join(folder, `${id}.csv`)),
      ],
      { stdio: 'ignore' },
    );
  }
}, 120_000);

describe.each(cases)('$name as $layout', ({ id, answers, grid }) => {
  const bytesOf: Record<string, () => Uint8Array> = {
    'CSV in UTF-8 with BOM': () => new Uint8Array(readFileSync(join(folder, `${id}.csv`))),
    'CSV in UTF-8 without BOM': () => new TextEncoder().encode(csv(grid)),
    'CSV in Shift_JIS': () => shiftJis(csv(grid)),
    '.xlsx by LibreOffice': () => new Uint8Array(readFileSync(join(folder, `${id}.xlsx`))),
    '.ods by LibreOffice': () => new Uint8Array(readFileSync(join(folder, `${id}.ods`))),
  };
  it.each(Object.entries(bytesOf))('scores the published total from %s', async (format, bytes) => {
    const extension = format.startsWith('CSV') ? 'csv' : format.includes('xlsx') ? 'xlsx' : 'ods';
    const content = await readWorkbookFile(bytes(), `回答.${extension}`);
    if (!content.ok) throw new Error(JSON.stringify(content.problems));
    const results = evaluate(content.value, { fileName: `回答.${extension}` });
    if (!results.ok) throw new Error(JSON.stringify(results.problems));
    const [municipality] = municipalitiesOf(results.value);
    expect(municipality?.total).toBe(answers.published.total);
    const scored = (municipality?.awards() ?? []).filter(({ points }) => points > 0);
    expect(Object.fromEntries(scored.map(({ criterion, points }) => [criterion.id, points]))).toEqual(answers.scored);
    expect(results.value.problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});
