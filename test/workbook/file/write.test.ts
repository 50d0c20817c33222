import { unzipSync } from 'fflate';
import type { CellValue } from '../../../src/workbook';
import { readWorkbookFile, writeWorkbookFile } from '../../../src/workbook/file';
import { fullModel, listModel, modelOf } from '../models';
import { testWith } from '../../builders/withProgram';
import { convert, formatFaults } from './office';

const gridsOf = async (bytes: Uint8Array) => {
  const result = await readWorkbookFile(bytes, 'a.xlsx');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return new Map(result.value.sheets.map(({ name, grid }) => [name, grid]));
};

const risky: readonly (readonly CellValue[])[] = [
  ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","y")', "=cmd|'/c calc'!A1"],
  ['＝1+1', '＋1', '－1', '＠a', '_x0041_', "'quoted"],
  ['0123', '1/3', '2025-08-15', 'TRUE', '1e5', ' 前後 '],
];

testWith('soffice')('a written workbook says the same after LibreOffice has opened and saved it', async () => {
  const written = await writeWorkbookFile(
    [modelOf(risky), fullModel, listModel].map((model, index) => ({ ...model, marker: `m${'abc'[index]}` })),
  );
  const resaved = convert(written, 'xlsx', 'xlsx');
  const [before, after] = [await gridsOf(written), await gridsOf(resaved)];
  expect(after.get('得点')).toEqual(before.get('得点'));
  expect(after.get('得点')).toEqual(risky);
  expect(after.get('採点結果')).toEqual(before.get('採点結果'));
  const xml = new TextDecoder().decode(unzipSync(resaved)['xl/worksheets/sheet1.xml']);
  expect(xml).not.toMatch(/<f[ >/]/);
});

test('the written parts are valid OOXML', async () => {
  const written = await writeWorkbookFile([fullModel, listModel]);
  for (const part of [
    'xl/workbook.xml',
    'xl/styles.xml',
    'xl/sharedStrings.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
    'xl/tables/table1.xml',
  ]) {
    expect([part, formatFaults(written, part)]).toEqual([part, []]);
  }
});

test('a workbook holds a few formats, however many cells it has', async () => {
  const written = await writeWorkbookFile([modelOf(Array.from({ length: 500 }, (_, row) => [row, 'a', 'b']))]);
  const styles = new TextDecoder().decode(unzipSync(written)['xl/styles.xml']);
  expect(styles.match(/<xf /g)!.length).toBeLessThan(6);
});

test('sheet names are made ones Excel takes', async () => {
  const written = await writeWorkbookFile([
    modelOf([[1]], { name: "'a:b/c*[d]?'", marker: 'a' }),
    modelOf([[2]], { name: 'あ'.repeat(40), marker: 'b' }),
    modelOf([[3]], { name: 'ＡＢＣ', marker: 'c' }),
    modelOf([[4]], { name: 'abc', marker: 'd' }),
    modelOf([[5]], { name: '', marker: 'e' }),
  ]);
  expect([...(await gridsOf(written)).keys()]).toEqual(['a_b_c__d__', 'あ'.repeat(31), 'ＡＢＣ', 'abc (2)', '採点']);
});

test('the same models give the same bytes', async () => {
  const one = await writeWorkbookFile([fullModel, listModel]);
  await new Promise((done) => setTimeout(done, 1100));
  expect(Buffer.compare(one, await writeWorkbookFile([fullModel, listModel]))).toBe(0);
});
