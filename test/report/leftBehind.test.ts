import { evaluate } from '../../src/evaluation';
import type { Results } from '../../src/evaluation';
import { sheetsToWrite, type ReportKind } from '../../src/report';
import type { CellValue } from '../../src/workbook';
import { memoryWorkbook } from '../adapters/memoryWorkbook';
import { answerForm, workbook } from '../builders/answerSheets';

const lastYear = [
  ['項目', '値', '単位'],
  ['前年度', 'R6'],
  ['前年度の得点（推進）', 200],
  ['前年度の得点（支援）', 210],
];

const scored = (year: string, settings: readonly (readonly CellValue[])[] = []): Results => {
  const grid = answerForm({ year, municipality: '八王子市', prefecture: '東京都', mark: () => '○' });
  const result = evaluate(workbook({ name: '回答', grid }, { name: '設定', grid: settings }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

/** What 要確認 says of sheets left behind, after `first` was written and `second` is to be. */
const said = async (first: Results, second: Results, ...reports: readonly ReportKind[]) => {
  const book = memoryWorkbook();
  await book.write(sheetsToWrite(first, new Set(reports), []).sheets);
  const content = await book.read();
  if (!content.ok) throw new Error('not read');
  const { sheets: models, problems: told } = sheetsToWrite(second, new Set(reports), content.value.names);
  const written = await book.write(models);
  if (!written.ok) throw new Error('not written');
  const problems = models.find(({ marker }) => marker === 'problems')!;
  const onSheet = problems.rows.filter((row) => row[2]?.value === 'E-717').map((row) => row[5]?.value);
  expect(told.filter(({ code }) => code === 'E-717').map(({ found }) => found)).toEqual(onSheet);
  return onSheet;
};

test('charts of another shape leave the old sheet behind, and 要確認 names it', async () => {
  expect(await said(scored('R7'), scored('R7', lastYear), 'charts')).toEqual(['グラフ']);
});

test('a refresh of the same shape leaves nothing behind', async () => {
  expect(await said(scored('R7', lastYear), scored('R7', lastYear), 'charts', 'a', 'b')).toEqual([]);
});

test('a paper of last year is a document of last year, not left behind', async () => {
  expect(await said(scored('R7'), scored('R8'), 'a', 'b')).toEqual([]);
});

test('a paper of the same year in another shape is', async () => {
  const frame = [
    ...lastYear,
    ['前年度の金額（成果指向型配分枠）', 5000, '千円'],
    ['内示額（成果指向型配分枠）', 6000, '千円'],
  ];
  const notices = [
    ['内示額（推進）', 3000, '千円'],
    ['内示額（支援）', 4000, '千円'],
  ];
  expect(await said(scored('R7', [...lastYear, ...notices]), scored('R7', [...frame, ...notices]), 'a')).toEqual([
    '資料A',
  ]);
});
