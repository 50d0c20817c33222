import { unzipSync } from 'fflate';
import { enterInWorkbookFile, readWorkbookFile, refreshWorkbookFile } from '../../../src/workbook/file';
import type { CellValue, EnteredCell } from '../../../src/workbook';
import { valueOf } from '../../builders/valueOf';
import { checkModels } from '../models';
import { buildXlsx, cells } from './xlsxBuilder';

const enter = (bytes: Uint8Array, ...entered: readonly (readonly [cell: string, value: CellValue])[]) =>
  enterInWorkbookFile(
    bytes,
    '回答.xlsx',
    entered.map(([cell, value]): EnteredCell => ({ sheet: '回答', cell, value })),
  );
const entered = async (...given: Parameters<typeof enter>): Promise<Uint8Array> => {
  return valueOf(await enter(...given));
};
const gridOf = async (bytes: Uint8Array) => {
  return valueOf(await readWorkbookFile(bytes, '回答.xlsx')).sheets[0]?.grid;
};
const touched = (before: Uint8Array, after: Uint8Array): readonly string[] => {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  return Object.keys({ ...old, ...now }).filter(
    (part) => Buffer.compare(old[part] ?? new Uint8Array(), now[part] ?? new Uint8Array()) !== 0,
  );
};

const styled =
  '<fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs>';

test('an answer is corrected, and every other part and cell stays byte for byte', async () => {
  const before = buildXlsx({
    sheet: cells(
      '<c r="A1" t="s" s="0"><v>0</v></c><c r="B1" s="0" t="inlineStr"><is><t>×</t></is></c><c r="C1" s="0"/>',
    ),
    parts: { 'customXml/item1.xml': '<a/>', 'xl/vbaProject.bin': new Uint8Array([1, 2, 3]) },
  });
  const after = await entered(before, ['B1', '○'], ['C1', 5], ['B9', '=1+1']);
  expect(touched(before, after)).toEqual(['xl/worksheets/sheet1.xml']);
  const grid = await gridOf(after);
  expect(grid?.[0]).toEqual(['ア', '○', 5]);
  expect(grid?.[8]?.[1]).toBe('=1+1');
  const xml = new TextDecoder().decode(unzipSync(after)['xl/worksheets/sheet1.xml']);
  expect(xml).toContain('<c r="A1" t="s" s="0"><v>0</v></c>');
  expect(xml).not.toContain('<f>');
});

test('an answer that is taken away leaves the cell and its format', async () => {
  const after = await entered(buildXlsx({ sheet: cells('<c r="A1" s="0"><v>1</v></c>') }), ['A1', null]);
  expect(new TextDecoder().decode(unzipSync(after)['xl/worksheets/sheet1.xml'])).toContain('<c r="A1" s="0"/>');
});

describe('a book with formulas', () => {
  const sums = (calcPr?: string) =>
    buildXlsx({
      sheet: cells('<c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c>'),
      ...(calcPr === undefined ? {} : { calcPr }),
    });

  test('of ours alone asks for nothing when an answer is entered, and when a figure of ours is, says of no answer that it is stale', async () => {
    const before = buildXlsx({ sheet: cells('<c r="A1"><v>1</v></c>') });
    const { bytes } = valueOf(await refreshWorkbookFile(before, '回答.xlsx', checkModels(3)));
    const asks = (book: Uint8Array): boolean =>
      new TextDecoder().decode(unzipSync(book)['xl/workbook.xml']).includes('fullCalcOnLoad="1"');
    expect(asks(await entered(bytes, ['A1', 2]))).toBe(false);
    const ours = valueOf(await enterInWorkbookFile(bytes, '回答.xlsx', [{ sheet: '得点', cell: 'A1', value: 2 }]));
    expect(asks(ours)).toBe(true);
    expect(await readWorkbookFile(ours, '回答.xlsx')).not.toHaveProperty('value.recalculationDue');
  });

  test.each([undefined, '<calcPr calcMode="auto" iterate="1"/>'])(
    'is calculated anew when Excel opens it, since its sums are of before (%s)',
    async (calcPr) => {
      const before = sums(calcPr);
      const after = await entered(before, ['A1', 2]);
      expect(touched(before, after).toSorted()).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
      const workbook = new TextDecoder().decode(unzipSync(after)['xl/workbook.xml']);
      expect(workbook).toMatch(/<calcPr[^>]* fullCalcOnLoad="1"/);
      expect(workbook.includes('iterate="1"')).toBe(calcPr !== undefined);
      const read = await readWorkbookFile(after, 'a.xlsx');
      expect(read).toMatchObject({ ok: true, value: { recalculationDue: true } });
    },
  );

  test('keeps its formulas: a cell that holds one is refused', async () => {
    expect(await enter(sums(), ['B1', 3])).toMatchObject({
      ok: false,
      problems: [{ code: 'E-980', sheet: '回答', cell: 'B1', facts: { detail: { en: 'it holds a formula' } } }],
    });
  });
});

test('under a merged block nothing is written', async () => {
  const merged = buildXlsx({
    sheet: `${cells('<c r="A1"><v>1</v></c>')}<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>`,
  });
  expect(await enter(merged, ['B1', 1])).toMatchObject({ problems: [{ code: 'E-980', cell: 'B1' }] });
  expect((await gridOf(await entered(merged, ['A1', 7])))?.[0]?.[0]).toBe(7);
});

test('on a protected sheet only the cells left open can be filled in', async () => {
  const form = buildXlsx({
    styles: styled,
    sheet: `${cells('<c r="A1" s="0"><v>1</v></c><c r="B1" s="1"/>')}<sheetProtection sheet="1"/>`,
  });
  expect((await gridOf(await entered(form, ['B1', '○'])))?.[0]).toEqual([1, '○']);
  for (const cell of ['A1', 'C1'])
    expect(await enter(form, [cell, '○'])).toMatchObject({ problems: [{ code: 'E-980', cell }] });
});

test.each([
  ['a sheet that is gone', buildXlsx({ sheetName: '別' }), 'E-704'],
  ['a CSV', new TextEncoder().encode('a,b\n1,2\n'), 'E-118'],
  ['no workbook', new TextEncoder().encode('%PDF-1.7'), 'E-109'],
])('refused by name: %s', async (_, bytes, code) => {
  expect(await enter(bytes, ['A1', 1])).toMatchObject({ ok: false, problems: [{ code }] });
});
