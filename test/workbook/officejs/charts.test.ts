import type { ChartModel, SheetModel } from '../../../src/workbook';
import { chartSteps } from '../../../src/workbook/officejs/charts';
import { HostError } from '../../host/model/hostError';
import { HostWorkbook } from '../../host/model/hostWorkbook';
import { excelFloor } from '../../host/excelProfiles';
import { chartModel } from '../models';
import { chartsInExcel, chartsWanted } from '../seenCharts';
import { openInExcel, type Opened } from './open';

const opened: Opened[] = [];
/** At the floor of our manifest, ExcelApi 1.15: what needs more answers ApiNotFound. */
const open = (workbook = new HostWorkbook('回答')): Opened => {
  const one = openInExcel(workbook, excelFloor);
  opened.push(one);
  return one;
};
afterEach(() => {
  expect(opened.flatMap(({ host }) => [...host.log.unknown, ...host.log.tooNew, ...host.log.undoWipes])).toEqual([]);
  opened.length = 0;
});
const [bar, column] = chartModel.charts as readonly [ChartModel, ChartModel];
const withCharts = (...charts: readonly ChartModel[]): SheetModel => ({ ...chartModel, charts });
const wanted = chartsWanted(chartModel.charts, 'グラフ');
const shown = ({ workbook }: Opened) => chartsInExcel(workbook.sheet('グラフ')!);

test('charts of a new sheet travel with its values, after them, in the one round trip that writes', async () => {
  const excel = open();
  const order: string[] = [];
  excel.host.interfere = (member) => void order.push(member);
  expect(await excel.book.write([chartModel])).toMatchObject({ ok: true });
  expect(excel.trips()).toBe(3);
  expect(shown(excel)).toEqual(wanted);
  expect(order.indexOf('ChartCollection.Add')).toBeGreaterThan(order.lastIndexOf('Range.Values'));
  expect(order.lastIndexOf('Chart.SetPosition')).toBeLessThan(order.lastIndexOf('Worksheet.Visibility'));
});

test('what the charts add to the request is not more than the step reckons with', async () => {
  const bytes = async (model: SheetModel): Promise<number> => {
    const excel = open();
    await excel.book.write([model]);
    return Math.max(...excel.host.log.trips.map(({ requestBytes }) => requestBytes));
  };
  const added = (await bytes(chartModel)) - (await bytes(withCharts()));
  const reckoned = chartSteps(() => {
    throw new Error('nothing is queued');
  }, chartModel).reduce((sum, step) => sum + step.bytes, 0);
  console.log(`4 charts, 9 series: ${added} bytes in the request, reckoned with ${reckoned}`);
  expect(reckoned).toBeGreaterThanOrEqual(added);
  expect(reckoned).toBeLessThan(added * 2);
});

test('the name says what the chart shows, in the first sentence of its words, and the title stays in sight', async () => {
  const excel = open();
  const long = { ...column, altText: `${'あ'.repeat(30)}😀い。う。` };
  await excel.book.write([withCharts(bar, long, { ...column, altText: '' })]);
  const charts = excel.workbook.sheet('グラフ')!.charts;
  expect(charts.map(({ name }) => name)).toEqual([
    '天草市と全国平均の得点率を比べた横棒グラフ',
    'あ'.repeat(30),
    '得点分布 <A&B>',
  ]);
  expect(charts.map(({ title }) => title)).toEqual([
    { visible: true, text: '目標別の得点率' },
    { visible: true, text: '得点分布 <A&B>' },
    { visible: true, text: '得点分布 <A&B>' },
  ]);
});

test('a title or a series that begins like a formula stays words, without what cannot be seen', async () => {
  const excel = open();
  const [first] = bar.series;
  await excel.book.write([
    withCharts({ ...bar, title: '=A1', series: [first!, { ...first!, name: '＝1\u0000\u202E' }] }),
  ]);
  expect(shown(excel)[0]).toMatchObject({ title: '「=A1」', series: [{ name: '天草市' }, { name: '「＝1」' }] });
});

test('figures in a row are one series too', async () => {
  const excel = open();
  const values = { top: 1, left: 1, bottom: 1, right: 3 };
  const row: ChartModel = { ...bar, categories: { top: 0, left: 1, bottom: 0, right: 3 }, series: [{ name: '推進Ⅰ', values, role: 'own' }] }; // prettier-ignore
  await excel.book.write([withCharts(row)]);
  expect(shown(excel)).toEqual(chartsWanted([row], 'グラフ'));
});

test('a figure that is missing, or a text, at the head of a series moves nothing', async () => {
  for (const value of [null, '—']) {
    const excel = open();
    const rows = chartModel.rows.map((cells, at) => cells.map((cell) => (at === 1 ? { ...cell, value } : cell)));
    await excel.book.write([{ ...chartModel, rows }]);
    expect(shown(excel)).toEqual(wanted);
  }
});

test('a refresh leaves a chart as the user made it, and draws none', async () => {
  const excel = open();
  await excel.book.write([chartModel]);
  const sheet = excel.workbook.sheet('グラフ')!;
  sheet.charts[0]!.title.text = '私の題';
  sheet.charts.splice(1, 1);
  const kept = sheet.charts.map(({ title }) => title.text);
  expect(kept).toHaveLength(3);
  const rows = chartModel.rows.map((cells) =>
    cells.map((cell) => (cell.value === 0.5 ? { ...cell, value: 0.9 } : cell)),
  );
  expect(await excel.book.write([{ ...chartModel, rows }])).toMatchObject({
    value: { sheets: [{ created: false, changedCells: 1 }] },
  });
  expect(sheet.charts.map(({ title }) => title.text)).toEqual(kept);
  expect(await excel.book.restore()).toMatchObject({ ok: true });
  expect(sheet.charts.map(({ title }) => title.text)).toEqual(kept);
});

test('a sheet that is taken back goes with its charts, and the next write draws each once', async () => {
  const excel = open();
  await excel.book.write([chartModel]);
  const before = excel.trips();
  await excel.book.restore();
  expect(excel.trips() - before).toBe(3);
  expect(excel.workbook.sheet('グラフ')).toBeUndefined();
  await excel.book.write([chartModel]);
  expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['回答', 'グラフ']);
  expect(shown(excel)).toEqual(wanted);
});

test('wherever Excel refuses while charts are drawn, none stays, and the next write draws each once', async () => {
  const probe = open();
  const members: string[] = [];
  probe.host.interfere = (member) => void members.push(member);
  await probe.book.write([chartModel]);
  const stops = members.flatMap((member, at) => (member.startsWith('Chart') ? [at] : []));
  expect(stops.length).toBeGreaterThan(40);
  for (const stop of stops.filter((_, at) => at % 4 === 0)) {
    const excel = open();
    let count = -1;
    excel.host.interfere = () => {
      count += 1;
      if (count === stop) throw new HostError('GeneralException', 'no');
    };
    expect(await excel.book.write([chartModel])).toMatchObject({ ok: false, problems: [{ code: 'E-755' }] });
    expect(excel.workbook.sheet('グラフ')).toBeUndefined();
    excel.host.interfere = () => undefined;
    expect(await excel.book.write([chartModel])).toMatchObject({ ok: true });
    expect(shown(excel)).toEqual(wanted);
  }
});

test('a chart without a series is a bug that throws, and the sheet is not left half written', async () => {
  const excel = open();
  await expect(excel.book.write([withCharts({ ...bar, series: [] })])).rejects.toThrow('no series');
  expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['回答']);
});
