import { HostWorkbook } from './model/hostWorkbook';
import { excelFloor, withApi } from './excelProfiles';
import { startNativeHost, type NativeHost } from './nativeHost';

const open = (excel = excelFloor): NativeHost => {
  const workbook = new HostWorkbook('表', '別');
  workbook.type('表', [['名', '天草市', '全国'], ['推進', 0.5, 0.4], ['支援', 0.25, 0.3]]); // prettier-ignore
  return startNativeHost(workbook, excel);
};

/** The code Excel refuses with, or what the batch gave. */
const run = <T>(
  native: NativeHost,
  batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>,
): Promise<unknown> =>
  native.Excel.run(async (context) => {
    const result = await batch(context.workbook.worksheets.getItem('表'), context);
    await context.sync();
    return result;
  }).catch((error: unknown) =>
    typeof error === 'object' && error !== null && 'code' in error ? error.code : String(error),
  );

const column = (sheet: Excel.Worksheet): Excel.Chart =>
  sheet.charts.add('ColumnClustered', sheet.getRange('B2:B3'), 'Columns');

test('a chart is a record of what was set', async () => {
  const native = open();
  await run(native, (sheet) => {
    const chart = column(sheet);
    chart.name = '図１';
    chart.title.text = '得点率';
    chart.title.visible = true;
    chart.legend.position = 'Top';
    chart.setPosition(sheet.getRange('E1'), 'H9');
    const series = chart.series.add('全国');
    series.setValues(sheet.getRange('C2:C3'));
    series.setXAxisValues(sheet.getRange('A2:A3'));
    series.format.fill.setSolidColor('#c8c8cb');
    series.gapWidth = 30;
    chart.axes.valueAxis.maximum = 1;
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.axes.valueAxis.majorGridlines.visible = false;
  });
  const sheet = native.workbook.sheet('表')!;
  expect(sheet.charts).toMatchObject([
    {
      type: 'ColumnClustered',
      name: '図１',
      title: { visible: true, text: '得点率' },
      legend: { visible: false, position: 'Top' },
      place: { top: 0, left: 4, bottom: 8, right: 7 },
      gapWidth: 30,
      overlap: -27,
      series: [
        { name: '系列1', values: { sheet, area: { top: 1, left: 1, bottom: 2, right: 1 } }, categories: undefined },
        {
          name: '全国',
          values: { sheet, area: { top: 1, left: 2, bottom: 2, right: 2 } },
          categories: { sheet, area: { top: 1, left: 0, bottom: 2, right: 0 } },
          color: '#C8C8CB',
        },
      ],
      categoryAxis: { reversePlotOrder: true, minimum: undefined },
      valueAxis: { maximum: 1, minimum: undefined, majorGridlines: false },
    },
  ]);
  expect(native.host.log).toMatchObject({ unknown: [], tooNew: [] });
});

test('a text at the head of the source is taken for the name, as Excel does', async () => {
  const native = open();
  await run(native, (sheet) => void sheet.charts.add('BarClustered', sheet.getRange('C1:C3')));
  expect(native.workbook.sheet('表')?.charts[0]?.series).toMatchObject([
    { name: '全国', values: { area: { top: 1, left: 2, bottom: 2, right: 2 } } },
  ]);
});

test('what Excel would guess from a block, this host does not know', async () => {
  const native = open();
  expect(await run(native, (sheet) => void sheet.charts.add('BarClustered', sheet.getRange('A1:C3')))).toBe(
    'ApiNotFound',
  );
  expect(native.host.log.unknown).toEqual(['ChartCollection.add of more than one series']);
});

const refused: readonly (readonly [string, string, (sheet: Excel.Worksheet, chart: Excel.Chart) => void])[] = [
  ['a type there is none of', 'InvalidArgument', (sheet) => void sheet.charts.add('Pillars' as never, sheet.getRange('B2:B3'))],
  ['the type Invalid', 'InvalidArgument', (sheet) => void sheet.charts.add('Invalid', sheet.getRange('B2:B3'))],
  ['a source outside the sheet', 'InvalidArgument', (sheet) => void sheet.charts.add('Line', sheet.getRange('A1:XFE2'))],
  ['a source that is no range', 'InvalidArgument', (sheet) => void sheet.charts.add('Line', 'B2:B3' as never)],
  ['series by nothing', 'InvalidArgument', (sheet) => void sheet.charts.add('Line', sheet.getRange('B2:B3'), 'Cells' as never)],
  ['a place outside the sheet', 'InvalidArgument', (_, chart) => { chart.setPosition('A1', 'A1048577'); }],
  ['a place that ends before it begins', 'InvalidArgument', (_, chart) => { chart.setPosition('E9', 'H1'); }],
  ['a place on another sheet', 'InvalidArgument', (sheet, chart) => { chart.setPosition(sheet.context.workbook.worksheets.getItem('別').getRange('A1')); }],
  ['a name of nothing', 'InvalidArgument', (_, chart) => { chart.name = ''; }],
  ['a place of the legend there is none of', 'InvalidArgument', (_, chart) => { chart.legend.position = 'Below' as never; }],
  ['a title half visible', 'InvalidArgument', (_, chart) => { chart.title.visible = 'half' as never; }],
  ['values of a block', 'InvalidArgument', (sheet, chart) => { chart.series.getItemAt(0).setValues(sheet.getRange('B2:C3')); }],
  ['labels of a block', 'InvalidArgument', (sheet, chart) => { chart.series.getItemAt(0).setXAxisValues(sheet.getRange('A2:B3')); }],
  ['a gap of 501', 'InvalidArgument', (_, chart) => { chart.series.getItemAt(0).gapWidth = 501; }],
  ['an overlap of 101', 'InvalidArgument', (_, chart) => { chart.series.getItemAt(0).overlap = 101; }],
  ['an overlap of lines', 'InvalidOperation', (sheet) => { sheet.charts.add('Line', sheet.getRange('B2:B3')).series.getItemAt(0).overlap = 0; }],
  ['a colour without #', 'InvalidArgument', (_, chart) => { chart.series.getItemAt(0).format.fill.setSolidColor('005AFF'); }],
  ['a tick mark there is none of', 'InvalidArgument', (_, chart) => { chart.axes.valueAxis.majorTickMark = 'Under' as never; }],
  ['a crossing there is none of', 'InvalidArgument', (_, chart) => { chart.axes.categoryAxis.position = 'Bottom' as never; }],
  ['an end that is no number', 'InvalidArgument', (_, chart) => { chart.axes.valueAxis.maximum = '100%'; }],
  ['an end of the categories', 'InvalidOperation', (_, chart) => { chart.axes.categoryAxis.minimum = 0; }],
  ['a series that is not there', 'ItemNotFound', (_, chart) => { chart.series.getItemAt(1).gapWidth = 1; }],
  ['a chart that is not there', 'ItemNotFound', (sheet) => { sheet.charts.getItem('無い').name = 'x'; }],
  ['a chart that was deleted', 'ItemNotFound', (_, chart) => { chart.delete(); chart.name = 'x'; }],
  ['a series that was deleted', 'ItemNotFound', (_, chart) => { const one = chart.series.getItemAt(0); one.delete(); one.name = 'x'; }],
  ['a sheet that is protected', 'AccessDenied', (sheet, chart) => { sheet.protection.protect(); chart.title.text = 'x'; }],
  ['a chart on a protected sheet', 'AccessDenied', (sheet) => { sheet.protection.protect(); column(sheet); }],
  ['deleting on a protected sheet', 'AccessDenied', (sheet, chart) => { sheet.protection.protect(); chart.delete(); }],
]; // prettier-ignore

test.each(refused)('%s is refused: %s', async (_, code, act) => {
  const native = open();
  expect(
    await run(native, (sheet) => {
      act(sheet, column(sheet));
    }),
  ).toBe(code);
  expect(native.host.log.unknown).toEqual([]);
});

test('charts are found by name, by place and as loaded items, and deleted one by one whatever they are called', async () => {
  const native = open();
  const seen = await run(native, async (sheet, context) => {
    for (const name of ['図', '図', '別の図']) column(sheet).name = name;
    const [byName, none, second] = [
      sheet.charts.getItem('別の図').load('id'),
      sheet.charts.getItemOrNullObject('無い'),
      sheet.charts.getItemAt(1).load('name'),
    ];
    sheet.charts.load('items/id,items/name');
    const count = sheet.charts.getCount();
    await context.sync();
    const found = [byName.id === sheet.charts.items[2]?.id, none.isNullObject, second.name, count.value];
    for (const chart of sheet.charts.items.slice(0, 2)) chart.delete();
    return found;
  });
  expect(seen).toEqual([true, true, '図', 3]);
  expect(native.workbook.sheet('表')?.charts.map(({ name }) => name)).toEqual(['別の図']);
});

test.each([
  ['1.6', 'ChartSeries.setValues', (chart: Excel.Chart, range: Excel.Range) => { chart.series.getItemAt(0).setValues(range); }],
  ['1.7', 'ChartSeries.overlap', (chart: Excel.Chart) => { chart.series.getItemAt(0).overlap = 0; }],
  ['1.7', 'ChartAxis.position', (chart: Excel.Chart) => { chart.axes.categoryAxis.position = 'Maximum'; }],
] as const)('an Excel of ExcelApi %s has no %s', async (version, member, act) => {
  const native = open(withApi(excelFloor, version));
  expect(
    await run(native, (sheet) => {
      act(column(sheet), sheet.getRange('B2:B3'));
    }),
  ).toBe('ApiNotFound');
  expect(native.host.log.tooNew).toEqual([member]);
}); // prettier-ignore
