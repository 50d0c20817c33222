import { HostError } from '../../host/model/hostError';
import { HostWorkbook } from '../../host/model/hostWorkbook';
import { excelFloor, kindExcel, web } from '../../host/excelProfiles';
import { mostBytesOnTheWeb } from '../../host/excelHabits';
import type { HostCell } from '../../host/model/hostCell';
import { partsOf } from '../../../src/problems';
import type { ColumnChooser, SheetContent, WorkbookContent } from '../../../src/workbook';
import { openInExcel, type Opened } from './open';

const content = async ({ book, host }: Opened): Promise<WorkbookContent> => {
  const result = await book.read();
  expect([...host.log.unknown, ...host.log.tooNew]).toEqual([]);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

const oneMunicipality = (): HostWorkbook => {
  const workbook = new HostWorkbook('表紙', '回答', '集計', '名簿');
  workbook.type('表紙', [['令和8年度評価', null, '美瑛町']], { row: 2, column: 1 });
  workbook.type(
    '回答',
    Array.from({ length: 160 }, (_, row) => ['推進', 'Ⅰ', '体制', row, '現状の把握', '○', 4, null]),
  );
  workbook.type('集計', [['計', 447]]);
  return workbook;
};

const put = (workbook: HostWorkbook, sheet: string, row: number, column: number, cell: HostCell): void => {
  workbook.sheet(sheet)?.put(row, column, cell);
};

test('a workbook of one municipality costs three round trips and a few kilobytes', async () => {
  const opened = openInExcel(oneMunicipality());
  const { sheets } = await content(opened);
  expect(opened.trips()).toBe(3);
  expect(sheets.map(({ name }) => name)).toEqual(['表紙', '回答', '集計', '名簿']);
  expect(sheets[0]?.grid).toEqual([[], [], [null, '令和8年度評価', null, '美瑛町']]);
  expect(sheets[1]?.grid).toHaveLength(160);
  expect(sheets[3]?.grid).toEqual([]);
  for (const { requestBytes, responseBytes } of opened.host.log.trips) {
    expect(requestBytes).toBeLessThan(20_000);
    expect(responseBytes).toBeLessThan(100_000);
  }
});

test('only what is needed is loaded, and reading waits for the end of cell editing', async () => {
  const opened = openInExcel(oneMunicipality());
  await content(opened);
  expect(opened.host.log.members.has('Range.text')).toBe(false);
  expect(opened.host.log.members.has('Range.address')).toBe(false);
  expect(opened.host.log.trips.every(({ flags }) => (flags & 64) === 64)).toBe(true);
  expect([...opened.host.log.members.keys()].filter((name) => /\.(set|values)$/.test(name))).toEqual(['Range.values']);
});

test('a national table of 1,741 × 340 cells comes in blocks under 3 MB', async () => {
  const workbook = new HostWorkbook('全国集計');
  const sheet = workbook.sheet('全国集計');
  for (let row = 0; row < 1741; row += 1) {
    for (let column = 0; column < 340; column += 1) {
      sheet?.put(row, column, { value: column === 0 ? `団体${row}` : (row * column) % 40 });
    }
  }
  const opened = openInExcel(workbook);
  const { sheets } = await content(opened);
  expect(sheets[0]?.grid).toHaveLength(1741);
  expect(sheets[0]?.grid[1740]?.[339]).toBe((1740 * 339) % 40);
  expect(opened.trips()).toBe(2 + 6);
  const largest = Math.max(...opened.host.log.trips.map(({ responseBytes }) => responseBytes));
  expect(largest).toBeLessThan(3_000_000);
  console.log(`1,741 × 340: ${opened.trips()} round trips, largest answer ${largest} bytes`);
});

test('a block that Excel finds too large is halved, and nothing is lost', async () => {
  const workbook = new HostWorkbook('長文');
  const long = 'あ'.repeat(300);
  workbook.type(
    '長文',
    Array.from({ length: 9000 }, () => [long]),
  );
  workbook.sheet('長文')?.hiddenRows.add(7);
  const opened = openInExcel(workbook, web);
  const { sheets } = await content(opened);
  expect(sheets[0]?.grid).toHaveLength(9000);
  expect(sheets[0]?.hiddenRows).toEqual(new Set([7]));
  const refused = opened.host.log.trips.filter(({ error }) => error !== undefined);
  expect(new Set(refused.map(({ error }) => error))).toEqual(new Set(['ResponsePayloadSizeLimitExceeded']));
  expect(refused.every(({ responseBytes }) => responseBytes > mostBytesOnTheWeb)).toBe(true);
});

test('empty text is nothing, errors are their text, truth values and numbers stay', async () => {
  const workbook = new HostWorkbook('回答');
  put(workbook, '回答', 0, 0, { value: '', formula: '=""' });
  put(workbook, '回答', 0, 1, { value: '#N/A', formula: '=NA()' });
  put(workbook, '回答', 0, 2, { value: true });
  put(workbook, '回答', 0, 3, { value: 0 });
  expect((await content(openInExcel(workbook))).sheets[0]?.grid).toEqual([[null, '#N/A', true, 0]]);
});

test.each([
  ['yyyy/m/d', 45884, new Date(Date.UTC(2025, 7, 15))],
  ['[$-411]ggge"年"m"月"d"日"', 45884.75, new Date(Date.UTC(2025, 7, 15))],
  ['m"月"d"日"', 1, new Date(Date.UTC(1900, 0, 1))],
  ['m"月"d"日"', 59, new Date(Date.UTC(1900, 1, 28))],
  ['m"月"d"日"', 61, new Date(Date.UTC(1900, 2, 1))],
  ['aaa;@', 45884, 45884],
  ['General', 45884, 45884],
  ['#,##0"円";"△"#,##0"円"', 45884, 45884],
  ['[Red]0.0', 45884, 45884],
  ['0.00E+00', 45884, 45884],
  ['[h]:mm:ss', 1.5, 1.5],
  ['[h]:mm', 45884.5, 45884.5],
  ['[$-F400]h:mm', 45884.5, 45884.5],
  ['[mm]', 45884.5, 45884.5],
  ['0年', 45884, 45884],
  ['0"年"', 45884, 45884],
  ['#,##0日', 45884, 45884],
  ['yyyy/m/d h:mm:ss.000', 45884.5, new Date(Date.UTC(2025, 7, 15))],
  ['yyyy年', 45884, new Date(Date.UTC(2025, 7, 15))],
  ['yyyy"年"m"月"', 45884, new Date(Date.UTC(2025, 7, 15))],
  ['yyyy/m/d', 0, 0],
  ['yyyy/m/d', -3, -3],
])('a number shown as %s: %d is %s', async (numberFormat, value, expected) => {
  const workbook = new HostWorkbook('回答');
  put(workbook, '回答', 0, 0, { value, numberFormat });
  expect((await content(openInExcel(workbook))).sheets[0]?.grid).toEqual([[expected]]);
});

test('hidden, merged, struck-through, filtered, protected and pictured sheets say so', async () => {
  const workbook = new HostWorkbook('回答', '下書き', '控え');
  workbook.type('回答', [['見出し', null, 'x'], ['○', '×', '○'], ['○', '×', '×']], { row: 3, column: 1 }); // prettier-ignore
  const sheet = workbook.sheets[0]!;
  sheet.merges.push({ top: 3, left: 1, bottom: 3, right: 2 });
  sheet.hiddenRows.add(4);
  sheet.hiddenColumns.add(3);
  sheet.autoFilter = { range: { top: 3, left: 1, bottom: 5, right: 3 }, filtered: true };
  sheet.format(5, 2, { strikethrough: true });
  sheet.protected = true;
  sheet.shapes = 1;
  workbook.sheets[1]!.visibility = 'VeryHidden';
  workbook.sheets[2]!.visibility = 'Hidden';
  const opened = openInExcel(workbook);
  const { sheets } = await content(opened);
  expect(opened.trips()).toBe(3);
  expect(sheets[0]).toMatchObject({
    merges: [{ top: 3, left: 1, bottom: 3, right: 2 }],
    hiddenRows: new Set([4]),
    hiddenColumns: new Set([3]),
    struckThrough: ['C6'],
    filtered: true,
    protected: true,
    drawings: true,
  });
  expect(sheets.map(({ visibility }) => visibility)).toEqual(['visible', 'very-hidden', 'hidden']);
});

test('a filtered table counts as a filter; a table alone does not', async () => {
  const workbook = new HostWorkbook('回答');
  const table = {
    id: '1',
    name: 'T',
    range: { top: 0, left: 0, bottom: 1, right: 0 },
    style: '',
    filtered: false,
    showFilterButton: true,
  };
  workbook.sheets[0]!.tables.push(table);
  const opened = openInExcel(workbook);
  expect((await content(opened)).sheets[0]?.filtered).toBe(false);
  table.filtered = true;
  expect((await content(opened)).sheets[0]?.filtered).toBe(true);
});

test('names, manual calculation and links to other workbooks are reported', async () => {
  const workbook = new HostWorkbook('回答');
  workbook.names.push({ name: '人口', formula: '=回答!$A$1', visible: true, comment: '' });
  workbook.sheets[0]!.names.push({ name: '率', formula: '=0.1', visible: false, comment: '' });
  workbook.calculationMode = 'Manual';
  const opened = openInExcel(workbook);
  expect(await content(opened)).toMatchObject({
    names: [{ name: '人口', refersTo: "'回答'!$A$1" }, { name: '率', refersTo: '0.1', sheet: '回答' }], // prettier-ignore
    manualCalculation: true,
    externalLinks: false,
  });
  put(workbook, '回答', 0, 0, { value: 3, formula: "='[台帳.xlsx]Sheet1'!A1" });
  expect((await content(opened)).externalLinks).toBe(true);
});

test('everything is read at the floor of our manifest, ExcelApi 1.15', async () => {
  const workbook = oneMunicipality();
  workbook.sheets[1]!.merges.push({ top: 0, left: 0, bottom: 1, right: 0 });
  const opened = openInExcel(workbook, excelFloor);
  expect((await content(opened)).sheets[1]).toMatchObject({ merges: [{ top: 0, left: 0, bottom: 1, right: 0 }] });
});

test('more than three million cells are refused before one is read', async () => {
  const workbook = new HostWorkbook('回答');
  workbook.type('回答', [['x']]);
  workbook.type('回答', [['y']], { row: 1_000_000, column: 5 });
  const opened = openInExcel(workbook);
  expect(await opened.book.read()).toMatchObject({
    ok: false,
    problems: [{ code: 'E-706', facts: { cells: 6_000_006, most: 3_000_000 } }],
  });
  expect(opened.trips()).toBe(2);
});

test('while a cell is being edited, reading waits instead of failing', async () => {
  const opened = openInExcel(oneMunicipality());
  opened.workbook.editing = true;
  let done = false;
  const reading = opened.book.read().then((result) => {
    done = true;
    return result;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(done).toBe(false);
  opened.workbook.finishEditing();
  expect((await reading).ok).toBe(true);
});

test('an Excel that cannot wait for cell editing is answered with a cure', async () => {
  const opened = openInExcel(oneMunicipality(), { ...kindExcel, requirements: { ExcelApi: '1.9' } });
  opened.workbook.editing = true;
  const result = await opened.book.read();
  expect(result).toMatchObject({ ok: false, problems: [{ code: 'E-702' }] });
  expect(opened.faults).toHaveLength(1);
});

test.each([
  ['closed', 'E-705', (opened: Opened) => void (opened.workbook.closed = true)],
  ['a deleted sheet', 'E-704', ({ workbook }: Opened) => { workbook.deleteSheet(workbook.sheets[1]!); }], // prettier-ignore
])('%s between two round trips becomes %s with four parts', async (_, code, happens) => {
  const opened = openInExcel(oneMunicipality());
  opened.host.beforeTrip = (trip) => {
    if (trip === 3) happens(opened);
  };
  const result = await opened.book.read();
  expect(result).toMatchObject({ ok: false, problems: [{ code, facts: { excelCode: expect.any(String) } }] });
  if (result.ok) return;
  for (const language of ['ja', 'en'] as const) {
    const { what, effect, cure } = partsOf(result.problems[0]!, language);
    expect([what, effect, cure].every((part) => part !== '' && !part.includes('{'))).toBe(true);
  }
});

test('an error of Excel that says nothing keeps its code, message and place', async () => {
  const opened = openInExcel(oneMunicipality());
  opened.host.interfere = (member) => {
    if (member === 'Worksheet.GetUsedRangeOrNullObject')
      throw new HostError('GeneralException', 'boom', 'Worksheet.getUsedRange');
  };
  expect(await opened.book.read()).toMatchObject({
    ok: false,
    problems: [
      {
        code: 'E-755',
        facts: { excelCode: 'GeneralException', excelLocation: 'Worksheet.getUsedRange' },
      },
    ],
  });
});

test('a second action is refused while the first is running, and cancel ends between round trips', async () => {
  const opened = openInExcel(oneMunicipality());
  const cancel = new AbortController();
  const stages: string[] = [];
  opened.host.beforeTrip = (trip) => {
    if (trip === 2) cancel.abort();
  };
  const first = opened.book.read({ signal: cancel.signal, onProgress: ({ stage }) => stages.push(stage) });
  expect(await opened.book.read()).toMatchObject({ ok: false, problems: [{ code: 'E-711' }] });
  expect(await first).toMatchObject({ ok: false, problems: [{ code: 'E-712' }] });
  expect(stages).toEqual(['look', 'measure']);
  expect(opened.trips()).toBe(2);
  opened.host.beforeTrip = () => undefined;
  expect((await opened.book.read()).ok).toBe(true);
});

test('what Excel keeps under a merged block says nothing, and a merge of the whole sheet costs nothing', async () => {
  const workbook = new HostWorkbook('回答');
  workbook.type('回答', [['a', 'b'], ['c', 'd'], ['e', 'f']]); // prettier-ignore
  workbook.sheets[0]!.merges.push({ top: 1, left: 0, bottom: 1_048_575, right: 16_383 });
  const [sheet] = (await content(openInExcel(workbook))).sheets;
  expect(sheet?.grid).toEqual([['a', 'b'], ['c', null], [null, null]]); // prettier-ignore
});

/** A sheet long enough that columns are chosen of it: points, noughts, blanks, texts and days, some columns of one kind only. */
const longSheet = (): HostWorkbook => {
  const workbook = new HostWorkbook('全国集計');
  const sheet = workbook.sheet('全国集計');
  for (let row = 0; row < 1_200; row += 1) {
    for (let column = 0; column < 24; column += 1) {
      const value = [0, 4, '', '○', 45_884, 0.5, 1, 3_000_000][(row * 7 + column * 3 + (row % 11)) % 8] ?? 0;
      const numberFormat = ['General', 'yyyy/m/d', '0.0', 'd'][(row + column) % 4];
      if (column === 6) sheet?.put(row, column, { value: `町${row}`, numberFormat: 'yyyy/m/d' });
      else if (column === 9) sheet?.put(row, column, { value: row % 400 === 399 ? 7 : 0, numberFormat: 'yyyy/m/d' });
      else if (value !== '') sheet?.put(row, column, { value, ...(numberFormat !== undefined && { numberFormat }) });
    }
  }
  return workbook;
};

const choosing = (columns: ReadonlySet<number>): ColumnChooser =>
  function* () {
    yield;
    return columns;
  };

test('of chosen columns each cell is what it is when all are read, whatever its format', async () => {
  const wanted = new Set([0, 1, 2, 5, 6, 7, 8, 9, 10, 23]);
  const [whole] = (await content(openInExcel(longSheet()))).sheets;
  const chosen = await openInExcel(longSheet()).book.read({ wanted: choosing(wanted) });
  const below = (grid: SheetContent['grid'] = []) =>
    grid.map((row) => Array.from({ length: 24 }, (_, column) => (wanted.has(column) ? (row[column] ?? null) : null)));
  expect(below(chosen.ok ? chosen.value.sheets[0]?.grid : [])).toEqual(below(whole?.grid));
  expect(whole?.grid[399]?.[9]).toEqual(new Date(Date.UTC(1900, 0, 7)));
});

test('of chosen columns no format is asked where no number can be a day', async () => {
  const opened = openInExcel(longSheet());
  await opened.book.read({ wanted: choosing(new Set([6])) });
  const formats = opened.host.log.members.get('Range.numberFormat');
  // The days in the head of columns that were not chosen.
  expect(formats).toBeGreaterThan(0);
  await opened.book.read({ wanted: choosing(new Set([6, 9])) });
  expect(opened.host.log.members.get('Range.numberFormat')).toBe(2 * (formats ?? 0) + 3);
});
