import { evaluate, municipalitiesOf } from '../../src/evaluation';
import { readWorkbookFile } from '../../src/workbook/file';
import type { CellValue } from '../../src/workbook';
import { answerForm, flatList } from '../builders/answerSheets';
import { shiftJis } from '../builders/shiftJis';
import { describeWith } from '../builders/withProgram';
import { goldenCases, type GoldenCase } from '../golden/cases';
import { convertAll } from '../workbook/file/office';

/** Each published result as an answer form and as a flat list. */
const cases = goldenCases.flatMap(([name, answers]) => {
  const met = ({ id }: { id: string }) => (answers.scored[id] ?? 0) > 0;
  const base = { year: answers.fiscalYear, municipality: answers.municipality, prefecture: answers.prefecture };
  return [
    {
      layout: 'answer form',
      name,
      answers,
      grid: answerForm({ ...base, mark: (one) => (met(one) ? '○' : '×') }),
    },
    {
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

const scoresThePublishedTotal = async (bytes: Uint8Array, name: string, answers: GoldenCase): Promise<void> => {
  const content = await readWorkbookFile(bytes, name);
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  const results = evaluate(content.value, { fileName: name });
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  const [municipality] = municipalitiesOf(results.value);
  expect(municipality?.total).toBe(answers.published.total);
  const scored = (municipality?.awards() ?? []).filter(({ points }) => points > 0);
  expect(Object.fromEntries(scored.map(({ criterion, points }) => [criterion.id, points]))).toEqual(answers.scored);
  expect(results.value.problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
};

describe.each(cases)('$name as $layout', ({ answers, grid }) => {
  test.each<[string, Uint8Array]>([
    ['UTF-8 with BOM', new TextEncoder().encode(`\ufeff${csv(grid)}`)],
    ['UTF-8 without BOM', new TextEncoder().encode(csv(grid))],
    ['Shift_JIS', shiftJis(csv(grid))],
  ])('scores the published total from CSV in %s', (_, bytes) => scoresThePublishedTotal(bytes, '回答.csv', answers));
});

/** Workbooks as people have them: saved by LibreOffice, not by our own writer. */
describeWith('soffice')('saved by LibreOffice', () => {
  describe.each(['xlsx', 'ods'])('as .%s', (format) => {
    let saved: readonly Uint8Array[] = [];
    beforeAll(() => {
      const texts = cases.map(({ grid }) => `\ufeff${csv(grid)}`);
      saved = convertAll(texts, 'csv', format, { readAs: 'CSV:44,34,76' });
    });
    test.each(cases.map((one, at) => ({ ...one, at })))('$name as $layout scores the published total', async (one) => {
      await scoresThePublishedTotal(saved[one.at] ?? new Uint8Array(), `回答.${format}`, one.answers);
    });
  });
});
