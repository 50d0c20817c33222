import { strFromU8, unzipSync } from 'fflate';
import type { SheetModel } from '../../src/workbook';
import { refreshWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';

const number = (value: number) => ({ value, look: 'body' as const });
const sheet = (own: number): SheetModel => ({
  name: "図'表",
  marker: 'charts',
  rows: [
    [{ value: '推進', look: 'side' }, number(own)],
    [{ value: '支援', look: 'side' }, number(0.25)],
  ],
  columnWidths: [10, 10],
  print: { orientation: 'portrait' },
  charts: [
    {
      kind: 'bar',
      title: '得点率',
      altText: '推進と支援の得点率',
      anchor: { top: 0, left: 3, bottom: 9, right: 8 },
      categories: { top: 0, bottom: 1, left: 0, right: 0 },
      series: [{ name: '天草市', values: { top: 0, bottom: 1, left: 1, right: 1 }, role: 'own' }],
      percent: true,
    },
  ],
});
const partsOf = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)] as const);
const textOf = (bytes: Uint8Array, folder: string) =>
  partsOf(bytes)
    .filter(([name]) => name.startsWith(folder) && name.endsWith('.xml'))
    .map(([, xml]) => xml)
    .join('');

describe('charts in a file', () => {
  test('a new sheet carries its chart: ranges of this sheet, own colour, words for those who cannot see it', async () => {
    const bytes = await writeWorkbookFile([sheet(0.5)]);
    const chart = textOf(bytes, 'xl/charts/');
    expect(chart.replaceAll('&apos;', "'")).toContain("'図''表'!$B$1:$B$2");
    expect(chart).toContain('005AFF');
    expect(textOf(bytes, 'xl/drawings/')).toContain('推進と支援の得点率');
  });

  test('a refresh changes the cells and leaves the chart', async () => {
    const bytes = await writeWorkbookFile([sheet(0.5)]);
    const refreshed = await refreshWorkbookFile(bytes, 'x.xlsx', [sheet(0.75)]);
    if (!refreshed.ok) throw new Error(JSON.stringify(refreshed.problems));
    expect(refreshed.value.bytes).not.toBe(bytes);
    expect(textOf(refreshed.value.bytes, 'xl/charts/')).toBe(textOf(bytes, 'xl/charts/'));
  });

  test('a sheet added to a workbook in hand has no dangling drawing', async () => {
    const other: SheetModel = { ...sheet(0), name: 'ほか', marker: 'other', charts: [] };
    const refreshed = await refreshWorkbookFile(await writeWorkbookFile([other]), 'x.xlsx', [sheet(0.5)]);
    if (!refreshed.ok) throw new Error(JSON.stringify(refreshed.problems));
    expect(textOf(refreshed.value.bytes, 'xl/worksheets/')).not.toContain('<drawing');
  });
});
