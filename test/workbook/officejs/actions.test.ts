import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HostWorkbook } from '../../host/model/hostWorkbook';
import { modelOf, openInExcel, type Opened } from './open';

/** office-js-helpers reads the globals that office.js sets. */
const withGlobals = ({ Excel, Office }: Opened): void => {
  Object.assign(globalThis, { Excel, Office });
};

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Excel');
  Reflect.deleteProperty(globalThis, 'Office');
});

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

test('jump to a cell activates its sheet and selects it', async () => {
  const excel = openInExcel(new HostWorkbook('表紙', "回'答"));
  const { book, workbook } = excel;
  expect(await book.jumpTo({ sheet: "回'答", cell: 'H12' })).toEqual({ ok: true, value: undefined });
  expect([workbook.active.name, workbook.selection.range]).toEqual([
    "回'答",
    { top: 11, left: 7, bottom: 11, right: 7 },
  ]);
  expect(excel.trips()).toBe(2);
});

test('jump to a hidden sheet leaves it hidden and says how to show it; a sheet that is gone is named', async () => {
  const { book, workbook } = openInExcel(new HostWorkbook('表紙', '回答'));
  workbook.sheets[1]!.visibility = 'Hidden';
  expect(await book.jumpTo({ sheet: '回答', cell: 'A1' })).toMatchObject({
    ok: false,
    problems: [{ code: 'E-716', severity: 'check', sheet: '回答', cell: 'A1' }],
  });
  expect(workbook.sheets[1]!.visibility).toBe('Hidden');
  expect(await book.jumpTo({ sheet: '無い', cell: 'A1' })).toMatchObject({
    problems: [{ code: 'E-704', sheet: '無い' }],
  });
});

test('the remembered mapping is kept in the workbook', async () => {
  const excel = openInExcel();
  const { book, workbook } = excel;
  expect(await book.readSettings(['mapping'])).toEqual({ ok: true, value: new Map() });
  await book.saveSettings(new Map([['mapping', '{"指標":3}']]));
  await book.saveSettings(new Map([['mapping', '{"指標":4}']]));
  expect(await book.readSettings(['mapping', 'score'])).toEqual({
    ok: true,
    value: new Map([['mapping', '{"指標":4}']]),
  });
  expect([excel.trips(), workbook.settings.size]).toEqual([4, 1]);
});

test('a setting that is no text of ours counts as none', async () => {
  const { book, workbook } = openInExcel();
  workbook.settings.set('mapping', 5);
  expect(await book.readSettings(['mapping'])).toEqual({ ok: true, value: new Map() });
});

test('changes of the user are told, our own writes are not, and the watch can be stopped', async () => {
  const excel = openInExcel();
  withGlobals(excel);
  const { book, workbook } = excel;
  const told: unknown[] = [];
  const watching = await book.watch((change) => told.push(change));
  workbook.type('回答', [['○']], { row: 4, column: 2 });
  await settled();
  expect(told).toEqual([{ sheetId: workbook.sheets[0]!.id, address: 'C5' }]);
  await book.write([modelOf([['a']])]);
  await settled();
  expect(told).toHaveLength(1);
  if (!watching.ok) throw new Error('watch');
  await watching.value();
  workbook.type('回答', [['×']], { row: 4, column: 2 });
  await settled();
  expect(told).toHaveLength(1);
});

test('changes of co-authors are told too', async () => {
  const { book, workbook } = openInExcel();
  const told: unknown[] = [];
  await book.watch((change) => told.push(change));
  workbook.changed({ sheet: workbook.sheets[0]!, range: { top: 0, left: 0, bottom: 0, right: 0 }, source: 'Remote' });
  await settled();
  expect(told).toEqual([{ sheetId: workbook.sheets[0]!.id, address: 'A1' }]);
});

test('a workbook of its own is opened from the bytes of a file', async () => {
  const { book, workbook } = openInExcel();
  const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => at % 251);
  expect(await book.openBook(bytes)).toEqual({ ok: true, value: true });
  expect(workbook.opened.map((file) => Buffer.from(file, 'base64').equals(bytes))).toEqual([true]);
});

test('office-js-helpers would cost more than 20 KB in the first load, so it is loaded when needed', () => {
  const file = createRequire(__filename).resolve('@microsoft/office-js-helpers/dist/office.helpers.min.js');
  expect(readFileSync(file).length).toBeGreaterThan(20_000);
});
