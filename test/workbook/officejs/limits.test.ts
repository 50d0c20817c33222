import { ourSheets } from '../../../src/evaluation';
import { partsOf } from '../../../src/problems';
import type { ColumnChooser, Rectangle, WorkbookContent } from '../../../src/workbook';
import { mostBytesOnTheWeb } from '../../host/excelHabits';
import { supportedExcels, web, withHabits, type ExcelProfile } from '../../host/excelProfiles';
import { HostError } from '../../host/model/hostError';
import { HostWorkbook } from '../../host/model/hostWorkbook';
import { modelOf, openInExcel, type Opened } from './open';

// What Excel refuses when much is asked at once, and what comes of it.

const read = async (opened: Opened, more: { readonly onlyChanged?: true; readonly wanted?: ColumnChooser } = {}) => {
  const result = await opened.book.read({ leftOut: ourSheets, ...more });
  expect([...opened.host.log.unknown, ...opened.host.log.tooNew]).toEqual([]);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

/** Two cells merged in each of these rows, so many times beside each other. */
const pairs = (rows: number, across = 1): readonly Rectangle[] =>
  Array.from({ length: rows * across }, (_, count) => {
    const [row, place] = [Math.floor(count / across), count % across];
    return { top: row, left: place * 2, bottom: row, right: place * 2 + 1 };
  });

const bookWith = (merges: readonly Rectangle[], rows: number, columns = 3): HostWorkbook => {
  const workbook = new HostWorkbook('回答', '一覧', '空', 'メモ');
  workbook.type('回答', [['回答票', '北塩原村'], ['ア', '○']]); // prettier-ignore
  workbook.type('一覧', Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => `${row}・${column}`))); // prettier-ignore
  workbook.type('メモ', [['担当']]);
  workbook.sheets[0]!.merges.push({ top: 0, left: 1, bottom: 0, right: 2 });
  workbook.sheets[1]!.merges.push(...merges);
  return workbook;
};

const sheetNames = ({ sheets }: WorkbookContent): readonly string[] => sheets.map(({ name }) => name);

describe.each(supportedExcels.map((excel): readonly [string, ExcelProfile] => [excel.name, excel]))(
  'merged blocks in %s',
  (_, excel) => {
    test('512 of a sheet come with its cells, and nothing is asked of an empty sheet', async () => {
      const opened = openInExcel(bookWith(pairs(512), 512), excel);
      const { sheets } = await read(opened);
      expect([opened.trips(), opened.faults]).toEqual([3, []]);
      expect(sheets.map(({ merges }) => merges.length)).toEqual([1, 512, 0, 0]);
    });

    test('more are asked for in bands; no cell and no block is lost, and a re-check asks the same bands', async () => {
      const merges = [...pairs(700), { top: 710, left: 0, bottom: 740, right: 2 }];
      const opened = openInExcel(bookWith(merges, 750), excel);
      await opened.book.watch(() => undefined);
      const content = await read(opened);
      expect(content.unread).toBeUndefined();
      expect(content.sheets.map((sheet) => sheet.merges.length)).toEqual([1, 701, 0, 0]);
      expect(content.sheets[1]?.merges).toEqual(merges);
      expect(content.sheets[1]?.grid[5]).toEqual(['5・0', null, '5・2']);
      const before = opened.trips();
      opened.workbook.type('回答', [['×']], { row: 1, column: 1 });
      await new Promise((resolve) => setTimeout(resolve, 20));
      const again = await read(opened, { onlyChanged: true });
      expect([opened.trips() - before, again.sheets[0]?.grid[1]?.[1]]).toEqual([1, '×']);
      expect(again.sheets[1]).toBe(content.sheets[1]);
    });

    test('a row of more than 512: its sheet is left out by name, the others are read', async () => {
      const opened = openInExcel(bookWith(pairs(1, 513), 3, 1_100), excel);
      const content = await read(opened);
      expect(sheetNames(content)).toEqual(['回答', '空', 'メモ']);
      expect(content.unread).toEqual([{ why: 'merges', name: '一覧', cell: 'A1' }]);
    });

    test('a large sheet whose head alone has more is narrowed by its blocks all the same', async () => {
      const merges = pairs(40, 14);
      const opened = openInExcel(bookWith(merges, 60, 450), excel);
      const seen: number[] = [];
      const { sheets } = await read(opened, {
        *wanted({ merges: ofHead }) {
          seen.push(ofHead.length);
          yield;
          return new Set([0, 1, 2]);
        },
      });
      expect(seen).toEqual([560]);
      expect(sheets[1]?.merges).toEqual(merges);
      expect(sheets[1]?.grid[50]?.slice(0, 4)).toEqual(['50・0', '50・1', '50・2']);
    });

    test('a sheet emptied since, and one deleted, are read again as a whole', async () => {
      const opened = openInExcel(bookWith([], 3), excel);
      await opened.book.watch(() => undefined);
      await read(opened);
      opened.workbook.sheets[1]!.rows.length = 0;
      expect((await read(opened, { onlyChanged: true })).sheets[1]?.grid).toEqual([]);
      opened.workbook.deleteSheet(opened.workbook.sheets[1]!);
      expect(sheetNames(await read(opened, { onlyChanged: true }))).toEqual(['回答', '空', 'メモ']);
    });
  },
);

test('so many merged blocks on so many sheets that they alone are too large an answer', async () => {
  const workbook = new HostWorkbook(...Array.from({ length: 12 }, (_, place) => `表${place}`));
  for (const sheet of workbook.sheets) {
    sheet.put(0, 0, { value: 1 });
    sheet.put(399, 1, { value: 2 });
    sheet.merges.push(...pairs(400));
  }
  const opened = openInExcel(workbook, withHabits(web, { mostBytes: mostBytesOnTheWeb / 10 }));
  const { sheets, unread } = await read(opened);
  expect([new Set(sheets.map(({ merges }) => merges.length)), unread]).toEqual([new Set([400]), undefined]);
  const refused = opened.host.log.trips.flatMap(({ cleanup, error }) => (cleanup ? [] : (error ?? [])));
  expect(new Set(refused)).toEqual(new Set(['ResponsePayloadSizeLimitExceeded']));
});

describe('struck-through text in a workbook of more than 20,000 cells', () => {
  const bookOf = (rows: number, columns: number): HostWorkbook => {
    const workbook = new HostWorkbook('回答', '一覧');
    workbook.type('回答', [['ア', '○'], ['イ', '×']]); // prettier-ignore
    workbook.type('一覧', Array.from({ length: rows }, () => Array.from({ length: columns }, () => '○'))); // prettier-ignore
    workbook.sheets[0]!.format(1, 1, { strikethrough: true });
    return workbook;
  };

  test('is found in two round trips more, and nothing is asked where nothing is struck through', async () => {
    const workbook = bookOf(3_000, 10);
    for (const [row, column] of [[0, 0], [1_234, 5], [2_999, 9]] as const) workbook.sheets[1]!.format(row, column, { strikethrough: true }); // prettier-ignore
    for (let row = 500; row < 600; row += 1)
      for (let column = 0; column < 10; column += 1) workbook.sheets[1]!.format(row, column, { strikethrough: true });
    const opened = openInExcel(workbook, web);
    const { sheets } = await read(opened);
    expect(sheets.map(({ struckThrough }) => struckThrough.length)).toEqual([1, 1_003]);
    expect(sheets[0]?.struckThrough).toEqual(['B2']);
    expect(sheets[1]?.struckThrough).toEqual(expect.arrayContaining(['A1', 'F1235', 'J3000', 'A501', 'J600']));
    expect(opened.trips()).toBe(3 + 2);
    const plain = bookOf(3_000, 10);
    plain.sheets[0]!.format(1, 1, { strikethrough: false });
    const other = openInExcel(plain, web);
    await read(other);
    expect(other.trips()).toBe(3);
  });

  test('is seen by a re-check where it comes and goes', async () => {
    const opened = openInExcel(bookOf(3_000, 10), web);
    await opened.book.watch(() => undefined);
    await read(opened);
    const [sheet] = opened.workbook.sheets;
    for (const [row, struck, expected] of [
      [0, true, ['B1', 'B2']],
      [1, false, ['B1']],
      [0, false, []],
    ] as const) {
      // prettier-ignore
      sheet!.format(row, 1, { strikethrough: struck });
      opened.workbook.changed({ sheet: sheet!, range: { top: row, left: 1, bottom: row, right: 1 }, source: 'Local', how: 'format' }); // prettier-ignore
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect((await read(opened, { onlyChanged: true })).sheets[0]?.struckThrough).toEqual(expected);
    }
  });
});

test('a refusal that has another cause stays what it is', async () => {
  const opened = openInExcel(bookWith([], 3), web);
  opened.host.interfere = (member) => {
    if (member === 'Range.GetRowProperties' || member === 'PivotTableCollection.GetCount')
      throw new HostError('GeneralException', 'boom', 'PivotTableCollection.getCount');
  };
  expect(await opened.book.read()).toMatchObject({ ok: false, problems: [{ code: 'E-755' }] });
});

test('E-736 says what, where, what it means and what helps, in both languages', async () => {
  const { unreadSheets } = await import('../../../src/evaluation/notRead');
  const [problem, ...more] = unreadSheets([{ why: 'merges', name: '一覧', cell: 'A9' }]);
  expect([problem?.code, problem?.sheet, problem?.cell, more]).toEqual(['E-736', '一覧', 'A9', []]);
  for (const language of ['ja', 'en'] as const) {
    const { what, where, effect, cure } = partsOf(problem!, language);
    expect([what, where, effect, cure].filter((part) => part === '' || part.includes('{'))).toEqual([]);
    expect(what).toContain('512');
  }
});

/** 200 sheets, of which two are ours, and 4,000 names of the workbook. */
const bookOfNames = (): HostWorkbook => {
  const workbook = new HostWorkbook(...Array.from({ length: 200 }, (_, place) => `シート${place}`));
  for (const { name } of workbook.sheets) workbook.type(name, [['指標', '○'], [name, 4]]); // prettier-ignore
  for (let count = 0; count < 4_000; count += 1)
    workbook.names.push({ name: `人口_${count}`, formula: `=シート7!$A$${count + 1}:$B$${count + 1}`, visible: true, comment: 'x'.repeat(50) }); // prettier-ignore
  return workbook;
};

test.each(supportedExcels)('200 sheets and 4,000 names in $name: counted first, never 5 MB at once', async (excel) => {
  const opened = openInExcel(bookOfNames(), excel);
  const model = modelOf([['点', 1]], { name: '得点', marker: 'score' });
  await read(opened);
  expect(opened.trips()).toBe(4);
  await opened.book.write([model]);
  const content = await read(opened);
  expect(content.names).toHaveLength(4_000 + 2);
  expect(content.names.filter(({ sheet }) => sheet !== undefined)).toMatchObject([
    { name: '_INCENTIVE_score', sheet: '得点' },
    { name: '_INCENTIVE_score_hash', sheet: '得点' },
  ]);
  expect([content.sheets.length, sheetNames(content).includes('得点')]).toEqual([200, false]);
  expect(await opened.book.write([{ ...model, ...modelOf([['点', 2]]), name: '得点' }])).toMatchObject({ ok: true, value: { sheets: [{ changedCells: 1, created: false }] } }); // prettier-ignore
  const { trips } = opened.host.log;
  expect(trips.flatMap(({ error }) => error ?? [])).toEqual([]);
  expect(Math.max(...trips.flatMap(({ requestBytes, responseBytes }) => [requestBytes, responseBytes]))).toBeLessThan(
    mostBytesOnTheWeb / 2,
  );
});

test('names with long formulas come in pieces', async () => {
  const workbook = new HostWorkbook('回答');
  workbook.type('回答', [['x']]);
  for (let count = 0; count < 2_000; count += 1)
    workbook.names.push({ name: `長い_${count}`, formula: `="${'あ'.repeat(1_000)}"`, visible: true, comment: '' });
  const opened = openInExcel(workbook, web);
  const { names } = await read(opened);
  expect([new Set(names.map(({ name }) => name)).size, names.length]).toEqual([2_000, 2_000]);
});
