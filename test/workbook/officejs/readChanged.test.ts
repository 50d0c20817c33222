import { ourSheets } from '../../../src/evaluation';
import { columnName, type ColumnChooser, type WorkbookContent } from '../../../src/workbook';
import { seededRandom } from '../../fixtures/seededRandom';
import type { HostCell } from '../../host/model/hostCell';
import type { HostSheet } from '../../host/model/hostSheet';
import { web } from '../../host/excelProfiles';
import { HostWorkbook, type ChangeEvent } from '../../host/model/hostWorkbook';
import { openInExcel, type Opened } from './open';

// Whatever a person does to a workbook, reading what changed gives the same as reading everything.

const own = '得点';
const place = (row: number, column: number, bottom = row, right = column) => ({
  top: row,
  left: column,
  bottom,
  right,
});

/** A sheet of answers with formulas, drop-downs and a merged title, a sheet of notes, and one of ours. */
const bookOfAnswers = (): HostWorkbook => {
  const workbook = new HostWorkbook('回答', 'メモ', own);
  const rows = Array.from({ length: 30 }, (_, row) => [`推進${row}`, 'ア', row, row % 3 === 0 ? '×' : '○', '備考']);
  workbook.type('回答', [['回答票', '北塩原村'], ...rows]);
  const sheet = sheetOf(workbook, '回答');
  sheet.merges.push(place(0, 2, 0, 4));
  for (const row of [5, 6, 20]) sheet.put(row, 5, { value: row, formula: `=C${row + 1}` });
  sheet.choices.push({ range: place(1, 3, 30, 3), source: '○,×' });
  workbook.type('メモ', [
    ['担当', '介護保険課'],
    ['日付', 45_000],
  ]);
  workbook.type(own, [['合計', 447]]);
  sheetOf(workbook, own).names.push({
    name: '_INCENTIVE_score',
    formula: `=${own}!$A$1:$B$1`,
    visible: false,
    comment: '',
  });
  return workbook;
};

const sheetOf = (workbook: HostWorkbook, name: string): HostSheet => {
  const sheet = workbook.sheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};

const contentOf = async (
  { book, host }: Opened,
  more: { readonly onlyChanged?: true; readonly wanted?: ColumnChooser },
) => {
  const read = await book.read({ leftOut: ourSheets, ...more });
  expect([...host.log.unknown, ...host.log.tooNew]).toEqual([]);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};

/** An Excel that tells of renamed and moved sheets, and one that does not. */
const tellings = ['every change of sheets is told', 'names of sheets are not told'] as const;
type Telling = (typeof tellings)[number];

afterEach(() => Reflect.deleteProperty(globalThis, 'Office'));

const watched = async (
  workbook: HostWorkbook,
  { wanted, telling = tellings[0] }: { readonly wanted?: ColumnChooser; readonly telling?: Telling } = {},
) => {
  const opened = openInExcel(workbook, telling === tellings[0] ? web : undefined);
  if (telling === tellings[0]) Reflect.set(globalThis, 'Office', opened.Office);
  await opened.book.watch(() => undefined);
  const chosen = wanted === undefined ? {} : { wanted };
  await contentOf(opened, chosen);
  const [fresh] = [openInExcel(workbook)];
  return {
    opened,
    /** What was read of the changes, and what it cost. */
    again: async (): Promise<{ readonly content: WorkbookContent; readonly trips: number; readonly bytes: number }> => {
      await eventsTold();
      const before = opened.host.log.trips.length;
      const content = await contentOf(opened, { ...chosen, onlyChanged: true });
      const trips = opened.host.log.trips.slice(before).filter(({ cleanup }) => !cleanup);
      const bytes = trips.reduce((sum, trip) => sum + trip.requestBytes + trip.responseBytes, 0);
      return { content, trips: trips.length, bytes };
    },
    whole: () => contentOf(fresh, chosen),
  };
};

/** On a busy computer a timer alone may fire before the events that were sent by then. */
const eventsTold = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** The whole sheet is moved by a row or column, as Excel does it. */
const shifted = (sheet: HostSheet, how: NonNullable<ChangeEvent['how']>, at: number): void => {
  if (how === 'RowInserted') sheet.rows.splice(at, 0, []);
  if (how === 'RowDeleted') sheet.rows.splice(at, 1);
  for (const row of sheet.rows.filter(Array.isArray)) {
    if (how === 'ColumnInserted') row.splice(at, 0, undefined);
    if (how === 'ColumnDeleted') row.splice(at, 1);
  }
};

type Random = () => number;
type Deed = (workbook: HostWorkbook, random: Random) => void;

const upTo = (random: Random, count: number): number => Math.floor(random() * count);
const put = (sheet: HostSheet, row: number, column: number, change: Partial<HostCell>): void => {
  sheet.put(row, column, { ...sheet.cell(row, column), ...change });
};
const anySheet = (workbook: HostWorkbook, random: Random): HostSheet =>
  workbook.sheets[upTo(random, workbook.sheets.length)] ?? workbook.active;

const deeds: Readonly<Record<string, Deed>> = {
  'one cell': (workbook, random) => {
    const sheet = anySheet(workbook, random);
    const at = { row: upTo(random, 32), column: upTo(random, 6) };
    workbook.type(sheet.name, [[['○', '×', '', 4, true, '=1'][upTo(random, 6)] ?? '']], at);
  },
  'many cells': (workbook, random) => {
    const rows = Array.from({ length: 1 + upTo(random, 8) }, () => [
      ['○', '×', ''][upTo(random, 3)] ?? '',
      upTo(random, 9),
    ]);
    workbook.type(anySheet(workbook, random).name, rows, { row: upTo(random, 25), column: upTo(random, 5) });
  },
  'a row or column more or less': (workbook, random) => {
    const sheet = anySheet(workbook, random);
    const how =
      (['RowInserted', 'RowDeleted', 'ColumnInserted', 'ColumnDeleted'] as const)[upTo(random, 4)] ?? 'RowDeleted';
    const at = upTo(random, 6);
    shifted(sheet, how, at);
    workbook.changed({ sheet, range: how.startsWith('Row') ? place(at, 0, at, 16_383) : place(0, at, 1_048_575, at), source: 'Local', how }); // prettier-ignore
  },
  'a drop-down, without an event': (workbook, random) => {
    const sheet = anySheet(workbook, random);
    const [choice] = sheet.choices;
    if (choice !== undefined) put(sheet, choice.range.top + upTo(random, 30), choice.range.left, { value: '×' });
  },
  'formulas that come to something else': (workbook, random) => {
    for (const sheet of workbook.sheets) {
      sheet.rows.forEach((cells, row) => {
        cells.forEach((cell, column) => {
          if (cell?.formula !== undefined) put(sheet, row, column, { value: upTo(random, 100) });
        });
      });
    }
  },
  'rows sorted': (workbook, random) => {
    const sheet = anySheet(workbook, random);
    const [one, other] = [1 + upTo(random, 5), 6 + upTo(random, 5)];
    [sheet.rows[one], sheet.rows[other]] = [sheet.rows[other] ?? [], sheet.rows[one] ?? []];
    workbook.changed({ sheet, range: place(1, 0, 20, 5), source: 'Local', how: 'RowSorted' });
  },
  'a number that becomes a day': (workbook, random) => {
    const sheet = anySheet(workbook, random);
    const at = place(1 + upTo(random, 5), upTo(random, 3));
    put(sheet, at.top, at.left, { numberFormat: random() < 0.5 ? 'yyyy/m/d' : 'General' });
    workbook.changed({ sheet, range: at, source: 'Local', how: 'format' });
  },
  'text struck through': (workbook, random) => {
    const sheet = anySheet(workbook, random);
    const at = place(upTo(random, 8), upTo(random, 4));
    sheet.format(at.top, at.left, { strikethrough: random() < 0.5 });
    workbook.changed({ sheet, range: at, source: 'Local', how: 'format' });
  },
  'a co-author': (workbook, random) => {
    const sheet = anySheet(workbook, random);
    const at = place(upTo(random, 20), 3);
    put(sheet, at.top, at.left, { value: '△' });
    workbook.changed({ sheet, range: at, source: 'Remote' });
  },
  'rows and columns hidden': (workbook, random) => {
    const sheet = anySheet(workbook, random);
    for (const hidden of [sheet.hiddenRows, sheet.hiddenColumns]) {
      if (random() < 0.5) hidden.clear();
      else hidden.add(upTo(random, 4));
    }
  },
  'merged or parted': (workbook, random) => {
    const { merges } = anySheet(workbook, random);
    if (merges.length > 0) merges.pop();
    else merges.push(place(2, 0, 3, 1));
  },
  'a sheet added, deleted, renamed, moved or hidden': (workbook, random) => {
    const sheet = anySheet(workbook, random);
    const which = upTo(random, 6);
    if (which === 0) workbook.type(workbook.addSheet().name, [['新しい', '○']]);
    else if (which === 1 && workbook.sheets.length > 2) workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
    else if (which === 2) workbook.rename(sheet, `名前${upTo(random, 1_000_000)}`);
    else if (which === 3) workbook.moveSheet(sheet, upTo(random, workbook.sheets.length));
    // One for another: as many as before.
    else if (which === 4 && workbook.sheets.length > 2) {
      workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
      workbook.type(workbook.addSheet().name, [['別の', '×']]);
    } else sheet.visibility = sheet.visibility === 'Visible' ? 'Hidden' : 'Visible';
  },
  'protected, filtered, drawn upon, a pivot table': (workbook, random) => {
    const sheet = anySheet(workbook, random);
    const which = upTo(random, 4);
    if (which === 0) sheet.protected = !sheet.protected;
    if (which === 1) sheet.autoFilter = { range: place(0, 0, 5, 2), filtered: random() < 0.5 };
    // What was added and taken away again between two readings leaves no trace.
    if (which === 2) sheet.shapes = 1;
    if (which === 3) sheet.pivots = 1;
    // A control or a pivot table changes cells without an event.
    if (sheet.shapes + sheet.pivots > 0) put(sheet, 3, 3, { value: `${upTo(random, 99)}` });
  },
  'what a formula spills': (workbook, random) => {
    const sheet = anySheet(workbook, random);
    if (sheet.cell(2, 7).spilled !== true) {
      sheet.put(1, 7, { value: 1, formula: '=SEQUENCE(2)', spilled: true });
      workbook.changed({ sheet, range: place(1, 7), source: 'Local' });
    }
    sheet.put(2, 7, { value: upTo(random, 99), spilled: true });
  },
  'names and calculation': (workbook, random) => {
    workbook.names.push({
      name: `人口${workbook.names.length}`,
      formula: "='[台帳.xlsx]S'!$A$1",
      visible: true,
      comment: '',
    });
    workbook.calculationMode = random() < 0.5 ? 'Manual' : 'Automatic';
  },
};

const cases = Object.keys(deeds).flatMap((name) => tellings.map((telling) => [name, telling] as const));

test.each(cases)('after %s the same is read as of everything, where %s', async (name, telling) => {
  const random = seededRandom(name.length);
  const workbook = bookOfAnswers();
  const { again, whole } = await watched(workbook, { telling });
  for (let round = 0; round < 6; round += 1) {
    deeds[name]?.(workbook, random);
    expect(sameUnder(telling, (await again()).content)).toEqual(sameUnder(telling, await whole()));
  }
});

/**
 * What has to be the same. Where renamed and moved sheets are not told, the names and places our own sheets have now wait
 * for the next reading of everything; nothing rests on them.
 */
const sameUnder = (telling: Telling, content: WorkbookContent): WorkbookContent => {
  if (telling === tellings[0]) return content;
  const ours = ourSheets(content.names);
  const isOurs = ({ sheet }: { readonly sheet?: string }): boolean => sheet !== undefined && ours.has(sheet);
  const marks = content.names.filter(isOurs).map(({ name }) => ({ name, refersTo: 'ours' }));
  return { ...content, names: [...content.names.filter((one) => !isOurs(one)), ...marks] };
};

const seeds = [1, 2, 3, 4].map((seed) => [seed, tellings[seed % 2] ?? tellings[0]] as const);

test.each(seeds)(
  'whatever happens in whatever order, the same is read as of everything (%i, %s)',
  async (seed, telling) => {
    const random = seededRandom(seed);
    const all = Object.values(deeds);
    for (let book = 0; book < 4; book += 1) {
      const workbook = bookOfAnswers();
      const { opened, again, whole } = await watched(workbook, { telling });
      for (let round = 0; round < 10; round += 1) {
        for (let count = upTo(random, 3); count >= 0; count -= 1) all[upTo(random, all.length)]?.(workbook, random);
        // Sometimes the person goes on while the workbook is being read: the next reading has it.
        opened.host.beforeTrip = random() < 0.3 ? () => all[upTo(random, 2)]?.(workbook, random) : () => undefined;
        await again();
        opened.host.beforeTrip = () => undefined;
        expect(sameUnder(telling, (await again()).content)).toEqual(sameUnder(telling, await whole()));
      }
    }
  },
);

const wide = 450;
/** A large sheet of which every third column is wanted, beside the answers. */
const bookWithTable = (): HostWorkbook => {
  const workbook = bookOfAnswers();
  const sheet = workbook.addSheet('全国集計');
  for (let row = 0; row < 60; row += 1)
    for (let column = 0; column < wide; column += 1) sheet.put(row, column, { value: row * column });
  return workbook;
};
const everyThird: ColumnChooser = function* ({ name, grid }) {
  yield;
  return name === '全国集計' && grid[0]?.[0] === 0
    ? new Set(Array.from({ length: wide / 3 }, (_, column) => column * 3 + (grid[1]?.[1] === 1 ? 0 : 1)))
    : undefined;
};

test('of a large sheet the wanted columns are read, and after a change the cells that changed', async () => {
  const workbook = bookWithTable();
  const { again, whole, opened } = await watched(workbook, { wanted: everyThird });
  const before = (await again()).content;
  expect(before.sheets.map(({ name, narrowed }) => [name, narrowed])).toEqual([
    ['回答', undefined],
    ['メモ', undefined],
    ['全国集計', true],
  ]);
  expect(before.sheets[2]?.grid[50]?.slice(0, 5)).toEqual([0, null, null, 150, null]);
  expect(before.sheets[2]?.grid[47]?.slice(0, 5)).toEqual([0, 47, 94, 141, 188]);
  workbook.type('回答', [['×']], { row: 3, column: 3 });
  const changed = await again();
  expect(changed.content).toEqual(await whole());
  // The table is the very same, so that what was worked out of it may be kept.
  expect(changed.content.sheets[2]).toBe(before.sheets[2]);
  expect(changed.content.sheets[0]).not.toBe(before.sheets[0]);
  expect([changed.trips, changed.bytes < 20_000]).toEqual([2, true]);
  for (const [row, column] of [
    [50, 3],
    [50, 4],
    [10, 4],
    [1, 1],
  ] as const) {
    // prettier-ignore
    const { content: last } = await again();
    workbook.type('全国集計', [['x']], { row, column });
    const { content } = await again();
    expect([columnName(column), content]).toEqual([columnName(column), await whole()]);
    expect(content.sheets[2] === last.sheets[2]).toBe(row === 50 && column === 4);
  }
  sheetOf(workbook, '全国集計').put(55, 30, { value: 5, formula: '=A1' });
  workbook.type('メモ', [['x']]);
  expect((await again()).content).toEqual(await whole());
  expect(opened.faults).toEqual([]);
});

test('one cell costs one round trip and a few kilobytes, and our own sheets nothing, however large and many', async () => {
  const costs = async (ourRows: number, more = 0): Promise<unknown> => {
    const workbook = bookOfAnswers();
    for (let at = 0; at < more; at += 1) {
      const [name, marker] = [`資料${at}`, '_INCENTIVE_paper'];
      workbook.addSheet(name).names.push({ name: marker, formula: `=${name}!$A$1`, visible: false, comment: '' });
    }
    workbook.type(
      own,
      Array.from({ length: ourRows }, () => ['指標', 'x', 4]),
      { row: 2, column: 0 },
    );
    const { again } = await watched(workbook);
    workbook.type('回答', [['×']], { row: 3, column: 3 });
    workbook.type(own, [['1']], { row: 3, column: 1 });
    const { trips, bytes } = await again();
    expect([trips, bytes < 10_000]).toEqual([1, true]);
    return bytes;
  };
  const few = await costs(5);
  expect([await costs(500), await costs(5, 6)]).toEqual([few, few]);
});

test('where changes are not told, everything is read', async () => {
  const trips = async (opened: Opened): Promise<number> => {
    await contentOf(opened, {});
    const before = opened.trips();
    await contentOf(opened, { onlyChanged: true });
    return opened.trips() - before;
  };
  expect(await trips(openInExcel(bookOfAnswers()))).toBe(3);
  const stopped = openInExcel(bookOfAnswers());
  const stop = await stopped.book.watch(() => undefined);
  if (stop.ok) await stop.value();
  expect(await trips(stopped)).toBe(3);
  const fine = openInExcel(bookOfAnswers());
  await fine.book.watch(() => undefined);
  expect(await trips(fine)).toBe(1);
});
