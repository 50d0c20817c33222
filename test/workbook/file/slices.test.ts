import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbookFile } from '../../../src/workbook/file';
import { excelXlsx } from '../../bench/excelXlsx';
import { nationalTable } from '../../bench/nationalTable';
import { withoutStreams } from '../../builders/withoutStreams';
import { fileWorkHere } from '../../../src/workbench/work/fileWork';
import { flatOds, odsContent, odsOf, row, said } from './odsBook';
import { xlsxParts, zipOf } from './xlsxBuilder';

/** Read in slices, and how many pauses there were. */
const inSlices = async (bytes: Uint8Array, name: string) => {
  let pauses = 0;
  const read = await readWorkbookFile(bytes, name, {
    pause: () => {
      pauses += 1;
      return Promise.resolve();
    },
  });
  return { read, pauses };
};
const samples = join(__dirname, '../../../assets/samples');
const table = excelXlsx(nationalTable());

test.each(readdirSync(samples).filter((name) => /\.(?:xlsx|csv|ods)$/.test(name)))(
  '%s: in slices as in one go',
  async (name) => {
    const bytes = new Uint8Array(readFileSync(join(samples, name)));
    expect((await inSlices(bytes, name)).read).toEqual(await readWorkbookFile(bytes, name));
  },
);

test.each([
  ['the browser’s own code', inSlices],
  ['script', (bytes: Uint8Array, name: string) => withoutStreams(() => inSlices(bytes, name))],
])('a large table is read with many pauses, unpacked by %s, and its cells are the same', async (_, sliced) => {
  const [whole, { read, pauses }] = [await readWorkbookFile(table, 'a.xlsx'), await sliced(table, 'a.xlsx')];
  expect(read).toEqual(whole);
  expect(pauses).toBeGreaterThan(10);
});

const lines = Array.from({ length: 10_000 }, (_, at) => [`令和6年度 ${String(at)}`, '○', '×', '"１, 2"', '該当する']);
const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
const body = lines.map((cells) => row(cells.map((text) => said(text.replaceAll('"', ''))).join(''))).join('');
const sheet = `<table:table table:name="回答">${body}</table:table>`;

test.each([
  ['.csv', encoded(lines.map((cells) => cells.join(',')).join('\r\n'))],
  [
    '.csv of UTF-16',
    Uint8Array.from(Buffer.from(`\ufeff${lines.map((cells) => cells.join(',')).join('\n')}`, 'utf16le')),
  ],
  ['.ods', odsOf(odsContent(sheet))],
  ['.fods', encoded(flatOds(sheet))],
])('a large %s is read with some pauses, and its cells are the same', async (_, bytes) => {
  const clock = jest.spyOn(performance, 'now');
  // Each look at the clock takes as long as a slice may.
  let now = 0;
  clock.mockImplementation(() => (now += 12));
  const { read, pauses } = await inSlices(bytes, 'a');
  clock.mockRestore();
  expect(read.ok && read.value.sheets[0]?.grid.length).toBe(lines.length);
  expect(read).toEqual(await readWorkbookFile(bytes, 'a'));
  // One for about 64 KB: as many as that only where the cells are read in steps, not the letters alone.
  expect(pauses).toBeGreaterThan(bytes.length / (1 << 17));
});

/** The bytes of a file whose sheet is large enough to be unpacked in steps, with this byte of the packed sheet turned over. */
const turnedOver = (share: number): Uint8Array => {
  const bytes = table.slice();
  const at = Math.floor(bytes.length * share);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
};
test.each([0.3, 0.5, 0.7])('damage at %d of a large table is refused with the same words', async (share) => {
  const bytes = turnedOver(share);
  const whole = await readWorkbookFile(bytes, 'a.xlsx');
  expect(whole.ok).toBe(false);
  expect((await inSlices(bytes, 'a.xlsx')).read).toEqual(whole);
});

test('a large part that is no UTF-8 is refused with the same words', async () => {
  const sheet = new TextEncoder().encode(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/>${' '.repeat(1 << 21)}</worksheet>`,
  );
  sheet[1 << 20] = 0xff;
  const bytes = zipOf({ ...xlsxParts({ sheet: '' }), 'xl/worksheets/sheet1.xml': sheet });
  const whole = await readWorkbookFile(bytes, 'a.xlsx');
  expect(whole).toMatchObject({ ok: false, problems: [{ code: 'E-113' }] });
  expect((await inSlices(bytes, 'a.xlsx')).read).toEqual(whole);
});

test('it can be stopped between two slices', async () => {
  const stop = new AbortController();
  const work = fileWorkHere(() => {
    stop.abort();
    return Promise.resolve();
  });
  const read = await work.read({ name: 'a.xlsx', bytes: table }, false, { signal: stop.signal });
  expect(read).toMatchObject({ ok: false, problems: [{ code: 'E-712' }] });
});
