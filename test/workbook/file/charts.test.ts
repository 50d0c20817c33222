import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { chartColors, type SheetModel } from '../../../src/workbook';
import { refreshWorkbookFile, writeWorkbookFile } from '../../../src/workbook/file';
import { chartModel, listModel, modelOf } from '../models';
import { chartsInFile, chartsWanted } from '../seenCharts';
import { testWith } from '../../builders/withProgram';
import { convert, packageFaults, printedDots, formatFaults } from './office';
import { zipOf } from './xlsxBuilder';

const refresh = async (bytes: Uint8Array, ...models: readonly SheetModel[]) => {
  const result = await refreshWorkbookFile(bytes, 'book.xlsx', models);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.bytes;
};
const textOf = (bytes: Uint8Array, folder: string) =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => name.startsWith(folder) && name.endsWith('.xml'))
    .map(([, xml]) => strFromU8(xml))
    .join('');
const keep = (bytes: Uint8Array, folder: string) => {
  writeFileSync(join(folder, 'charts-in-place.xlsx'), bytes);
  writeFileSync(join(folder, 'charts-in-place.pdf'), convert(bytes, 'xlsx', 'pdf'));
};
const drawn = (bytes: Uint8Array) =>
  Object.keys(unzipSync(bytes)).filter((name) => /^xl\/(charts|drawings|worksheets)\/[^/]*\.xml$/.test(name));
const faultsOf = (bytes: Uint8Array) => drawn(bytes).flatMap((part) => formatFaults(bytes, part));

/** A workbook of a user with a chart of their own, under the very names our parts would take. */
const userBook = () =>
  writeXlsx({
    sheets: [
      {
        name: 'グラフ',
        rows: [
          ['a', 1],
          ['b', 2],
        ],
        charts: [
          {
            type: 'line',
            title: '私のグラフ',
            series: [{ name: '私', values: "'グラフ'!$B$1:$B$2", categories: "'グラフ'!$A$1:$A$2", color: '663300' }],
            anchor: { from: { row: 3, col: 0 }, to: { row: 12, col: 5 } },
          },
        ],
      },
    ],
  });

describe('charts in a new file', () => {
  test('the drawing says in words what is shown, for those who cannot see it', async () => {
    const bytes = await writeWorkbookFile([chartModel]);
    expect(textOf(bytes, 'xl/drawings/')).toContain(
      'descr="天草市と全国平均の得点率を比べた横棒グラフ。数値は左の表にあります。"',
    );
    expect(chartsInFile(bytes, 'グラフ')).toEqual(chartsWanted(chartModel.charts, 'グラフ'));
  });

  test('a sheet name with an apostrophe is quoted in the ranges', async () => {
    const bytes = await writeWorkbookFile([{ ...chartModel, name: "図'表" }]);
    expect(chartsInFile(bytes, "図'表")[0]?.series[0]?.values).toBe("'図''表'!$B$2:$B$4");
  });

  test('words lose what cannot be seen or stored, as in cells', async () => {
    const [chart] = chartModel.charts ?? [];
    const hidden = { ...chart!, title: '得\u0000点\u202E率', altText: 'a\u0008b', series: [{ ...chart!.series[0]!, name: 'x\uFFFEy' }] }; // prettier-ignore
    const bytes = await writeWorkbookFile([{ ...chartModel, charts: [hidden] }]);
    expect(chartsInFile(bytes, 'グラフ')[0]).toMatchObject({ title: '得点率', series: [{ name: 'xy' }] });
    expect(textOf(bytes, 'xl/drawings/')).toContain('descr="ab"');
  });

  test('sheet, drawing and charts are valid OOXML', async () => {
    const bytes = await writeWorkbookFile([chartModel, listModel]);
    expect(drawn(bytes)).toHaveLength(2 + 1 + 4);
    expect(faultsOf(bytes)).toEqual([]);
    expect(packageFaults(bytes)).toEqual([]);
  });
});

describe('charts of a new sheet in a workbook in hand', () => {
  test('a chart of the user keeps its parts, ours get free names and the real name of their sheet', async () => {
    const before = await userBook();
    const bytes = await refresh(before, chartModel, listModel);
    const [old, now] = [unzipSync(before), unzipSync(bytes)];
    const touched = Object.keys(old).filter((part) => Buffer.compare(old[part]!, now[part] ?? new Uint8Array()) !== 0);
    expect(touched.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
    ]);
    expect(Object.keys(now).filter((part) => !(part in old))).toEqual([
      'xl/worksheets/sheet2.xml',
      'xl/drawings/drawing2.xml',
      'xl/charts/chart2.xml',
      'xl/charts/chart3.xml',
      'xl/charts/chart4.xml',
      'xl/charts/chart5.xml',
      'xl/drawings/_rels/drawing2.xml.rels',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/worksheets/sheet3.xml',
      'xl/tables/table1.xml',
      'xl/worksheets/_rels/sheet3.xml.rels',
    ]);
    expect(chartsInFile(bytes, 'グラフ (2)')).toEqual(chartsWanted(chartModel.charts, 'グラフ (2)'));
    expect(packageFaults(bytes)).toEqual([]);
    expect(faultsOf(bytes)).toEqual([]);
  });

  test('names that other programs left behind are not taken: other case, types and relations without a part', async () => {
    const parts = unzipSync(await writeXlsx({ sheets: [{ name: '回答', rows: [['a']] }] }));
    const types = strFromU8(parts['[Content_Types].xml']!).replace(
      '</Types>',
      '<Override PartName="/xl/charts/chart2.xml" ContentType="application/xml"/></Types>',
    );
    const bytes = await refresh(
      zipOf({
        ...parts,
        '[Content_Types].xml': types,
        'xl/Charts/Chart1.xml': '<a/>',
        'xl/drawings/_rels/DRAWING1.xml.rels': '<Relationships/>',
      }),
      chartModel,
    );
    expect(drawn(bytes).filter((name) => !name.includes('sheet'))).toEqual([
      'xl/drawings/drawing2.xml',
      'xl/charts/chart3.xml',
      'xl/charts/chart4.xml',
      'xl/charts/chart5.xml',
      'xl/charts/chart6.xml',
    ]);
    expect(chartsInFile(bytes, 'グラフ')).toEqual(chartsWanted(chartModel.charts, 'グラフ'));
  });

  test('two sheets with charts, one after the other, do not share a part', async () => {
    const first = await refresh(await userBook(), chartModel);
    const other = { ...chartModel, name: 'グラフ２', marker: 'other' };
    const bytes = await refresh(first, chartModel, other);
    expect(chartsInFile(bytes, 'グラフ (2)')).toEqual(chartsWanted(chartModel.charts, 'グラフ (2)'));
    expect(chartsInFile(bytes, 'グラフ２')).toEqual(chartsWanted(chartModel.charts, 'グラフ２'));
    expect(packageFaults(bytes)).toEqual([]);
  });

  test('a link to another file keeps its target beside a table and a drawing', async () => {
    const [first = [], ...rest] = chartModel.rows;
    const linked: SheetModel = {
      ...chartModel,
      rows: [
        [{ value: '目標', look: 'link', link: { sheet: '得点', cell: 'A1', file: '府中市.xlsx' } }, ...first.slice(1)],
        ...rest,
      ],
      table: { name: 'T', range: { top: 0, left: 0, bottom: 3, right: 3 } },
    };
    const bytes = await refresh(await userBook(), linked);
    expect(packageFaults(bytes)).toEqual([]);
    const relations = strFromU8(unzipSync(bytes)['xl/worksheets/_rels/sheet2.xml.rels']!);
    expect(relations).toContain(`Target="${encodeURI('府中市.xlsx')}#'得点'!A1" TargetMode="External"`);
    expect([...relations.matchAll(/Id="(rId\d+)"/g)].map(([, id]) => id)).toEqual(['rId1', 'rId2', 'rId3']);
  });

  test('a refresh changes the cells and leaves drawing and charts byte for byte', async () => {
    const bytes = await refresh(await userBook(), chartModel);
    const cells = modelOf(
      chartModel.rows.map((row) => row.map(({ value }) => (value === 0.5 ? 0.75 : value))),
      { name: 'グラフ', marker: 'charts', ...(chartModel.charts === undefined ? {} : { charts: chartModel.charts }) },
    );
    const after = await refresh(bytes, cells);
    expect(after).not.toBe(bytes);
    for (const folder of ['xl/charts/', 'xl/drawings/']) expect(textOf(after, folder)).toBe(textOf(bytes, folder));
    expect(drawn(after)).toEqual(drawn(bytes));
  });

  testWith('soffice', 'pdftoppm')("in a workbook of LibreOffice the user's chart and ours are printed", async () => {
    const before = convert(await userBook(), 'xlsx', 'xlsx');
    const bytes = await refresh(before, chartModel);
    expect(packageFaults(bytes)).toEqual([]);
    if (process.env['RENDER_TO'] !== undefined) keep(bytes, process.env['RENDER_TO']);
    const colors = ['663300', ...Object.values(chartColors)];
    const dots = printedDots(bytes, colors);
    // A few hundred dots at 50 dpi are bars, not letters; none of these colours is on the sheet itself.
    expect(dots.map((count) => count > 10)).toEqual(colors.map(() => true));
    const again = convert(bytes, 'xlsx', 'xlsx');
    expect(chartsInFile(again, 'グラフ (2)').map(({ title, series }) => [title, series])).toEqual(
      chartsWanted(chartModel.charts, 'グラフ (2)').map(({ title, series }) => [title, series]),
    );
    const ours = drawn(bytes).filter((name) => !(name in unzipSync(before)));
    expect(ours).toHaveLength(6);
    for (const part of ours) expect([part, formatFaults(bytes, part)]).toEqual([part, []]);
  });
});
