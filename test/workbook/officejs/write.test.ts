import type { ModelCell, SheetModel } from '../../../src/workbook';
import { HostError } from '../../host/model/hostError';
import { HostWorkbook } from '../../host/model/hostWorkbook';
import { excelFloor } from '../../host/excelProfiles';
import { mostBytesOnTheWeb } from '../../host/excelHabits';
import type { HostSheet } from '../../host/model/hostSheet';
import { checkModels } from '../models';
import { modelOf, openInExcel, shown, type Opened } from './open';

const result = modelOf([['項目', '点'], ['推進', 240], ['=1+1', 207]]); // prettier-ignore
const list = modelOf([['団体', '順位'], ['美瑛町', 1005]], { name: '一覧', marker: 'list' }); // prettier-ignore

/** Everything a person sees of the workbook; hidden sheets are out of sight. */
const sight = (workbook: HostWorkbook): unknown =>
  workbook.sheets
    .filter(({ visibility }) => visibility === 'Visible')
    .map((sheet) => ({
      name: sheet.name,
      values: shown(sheet),
      names: sheet.names.map(({ name, formula }) => [name, formula]),
    }));

afterEach(() => {
  expect(opened.flatMap(({ host }) => host.log.undoWipes)).toEqual([]);
  expect(opened.flatMap(({ host }) => [...host.log.unknown, ...host.log.tooNew])).toEqual([]);
  opened.length = 0;
});
const opened: Opened[] = [];
const open = (...parts: Parameters<typeof openInExcel>): Opened => {
  const one = openInExcel(...parts);
  opened.push(one);
  return one;
};

test('new sheets take three round trips, a refresh three, and no refresh without a change writes', async () => {
  const excel = open();
  expect(await excel.book.write([result, list])).toMatchObject({ ok: true });
  expect(excel.trips()).toBe(3);
  await excel.book.write([modelOf([['項目', '点'], ['推進', 241], ['=1+1', 207]]), list]); // prettier-ignore
  expect(excel.trips()).toBe(3 + 3);
  const before = excel.host.log.members.get('Range.values');
  await excel.book.write([modelOf([['項目', '点'], ['推進', 241], ['=1+1', 207]]), list]); // prettier-ignore
  expect(excel.trips()).toBe(3 + 3 + 2);
  expect(excel.host.log.members.get('Range.values')).toBe((before ?? 0) + 2);
});

test('marks are hidden names of the sheet, and a new sheet is shown only when it is complete', async () => {
  const excel = open();
  await excel.book.write([result]);
  const sheet = excel.workbook.sheet('採点結果')!;
  expect(sheet.visibility).toBe('Visible');
  expect(sheet.names).toEqual([
    { name: '_INCENTIVE_score', formula: '=採点結果!$A$1:$B$3', visible: false, comment: '' },
    {
      name: '_INCENTIVE_score_hash',
      formula: expect.stringMatching(/^="[0-9a-f]{16}"$/),
      visible: false,
      comment: '',
    },
  ]);
  expect(excel.workbook.active.name).toBe('回答');
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  "'=1",
  '1-2',
  '2025/4/1',
  '3月4日',
  '00123',
  '12%',
  '1,234',
  'TRUE',
  '#N/A',
  '１２',
])('the text %j stays that text: no formula, number or day', async (text) => {
  const excel = open();
  await excel.book.write([modelOf([[text]])]);
  const sheet = excel.workbook.sheet('採点結果')!;
  expect([sheet.cell(0, 0).value, sheet.formulasEntered]).toEqual([text, []]);
  // The same on a refresh, where the cell held a number and its format is kept.
  await excel.book.write([modelOf([[1]])]);
  await excel.book.write([modelOf([[text]])]);
  expect([sheet.cell(0, 0).value, sheet.formulasEntered]).toEqual([text, []]);
  expect((await excel.book.write([modelOf([[text]])])).ok).toBe(true);
});

test('a number that replaces a risky text is a number again', async () => {
  const excel = open();
  await excel.book.write([modelOf([['=1+1']])]);
  await excel.book.write([modelOf([[5]])]);
  expect(excel.workbook.sheet('採点結果')?.cell(0, 0)).toMatchObject({ value: 5, numberFormat: 'General' });
});

test('widths, looks, formats and print settings a user changed stay on a refresh', async () => {
  const excel = open();
  await excel.book.write([result]);
  const sheet = excel.workbook.sheet('採点結果')!;
  sheet.columnWidths.set(0, 200);
  sheet.pageLayout.set('orientation', 'Landscape');
  sheet.format(1, 1, { fill: '#FF0000' });
  sheet.put(1, 1, { ...sheet.cell(1, 1), numberFormat: '0.00' });
  sheet.visibility = 'Hidden';
  await excel.book.write([modelOf([['項目', '点'], ['推進', 300], ['=1+1', 207]])]); // prettier-ignore
  expect(sheet.columnWidths.get(0)).toBe(200);
  expect(sheet.pageLayout.get('orientation')).toBe('Landscape');
  expect(sheet.cell(1, 1)).toMatchObject({ value: 300, numberFormat: '0.00', format: { fill: '#FF0000' } });
  expect(sheet.visibility).toBe('Hidden');
});

test('what a user wrote into our rectangle and beside it is told and kept as agreed', async () => {
  const excel = open();
  const model = modelOf([['a', 1], ['b', null]], { userCells: [{ row: 1, column: 1 }] }); // prettier-ignore
  await excel.book.write([model]);
  excel.workbook.type('採点結果', [['=SUM(1)']], { row: 1, column: 1 });
  excel.workbook.type('採点結果', [['担当']], { row: 0, column: 4 });
  expect(await excel.book.preview([model])).toMatchObject({
    value: { sheets: [{ changedCells: 0, editedSinceLastWrite: false }] },
  });
  excel.workbook.type('採点結果', [[99]], { row: 0, column: 1 });
  expect(await excel.book.preview([model])).toMatchObject({
    value: { sheets: [{ changedCells: 1, editedSinceLastWrite: true }] },
  });
  await excel.book.write([model]);
  const sheet = excel.workbook.sheet('採点結果')!;
  expect(sheet.cell(1, 1).formula).toBe('=SUM(1)');
  expect([sheet.cell(0, 1).value, sheet.cell(0, 4).value]).toEqual([1, '担当']);
});

const wide = (rows: number, columns: number): SheetModel =>
  modelOf(Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => (column === 0 ? `市町村${row}` : row === 0 ? `列${column}` : row * column))), {
    name: '全国', marker: 'nation', frozenRows: 1, table: { name: '全国表', range: { top: 0, left: 0, bottom: rows - 1, right: columns - 1 } },
  }); // prettier-ignore

test('a table of 1,741 × 20 passes the 1,500-cell split of the library and fits one request', async () => {
  const excel = open();
  const model = wide(1741, 20);
  expect((await excel.book.write([model])).ok).toBe(true);
  const sheet = excel.workbook.sheet('全国')!;
  expect([sheet.cell(1740, 0).value, sheet.cell(1740, 19).value]).toEqual(['市町村1740', 1740 * 19]);
  expect(sheet.tables).toMatchObject([{ name: '全国表' }]);
  expect(excel.trips()).toBe(3);
  expect(excel.host.log.members.get('Range._ValidateArraySize')).toBe(2);
  const largest = Math.max(...excel.host.log.trips.map(({ requestBytes }) => requestBytes));
  expect(largest).toBeLessThan(3_000_000);
  console.log(`1,741 × 20: ${excel.trips()} round trips, largest request ${largest} bytes`);
});

test('a table of 1,741 × 140 is written in several requests under the limit', async () => {
  const excel = open();
  const seen: unknown[] = [];
  excel.host.beforeTrip = () => {
    seen.push(excel.workbook.sheet('全国')?.visibility);
  };
  expect((await excel.book.write([wide(1741, 140)])).ok).toBe(true);
  // Look, write in pieces, and finish what is in sight.
  expect([seen.slice(0, 2), new Set(seen.slice(2, -1)), seen.at(-1)]).toEqual([
    [undefined, undefined],
    new Set(['Hidden']),
    'Visible',
  ]);
  const largest = Math.max(...excel.host.log.trips.map(({ requestBytes }) => requestBytes));
  expect(largest).toBeLessThan(mostBytesOnTheWeb);
  console.log(`1,741 × 140: ${excel.trips()} round trips, largest request ${largest} bytes`);
});

describe('all sheets or none', () => {
  const before = (): HostWorkbook => {
    const workbook = new HostWorkbook('回答');
    workbook.type('回答', [['ア', '○']]);
    return workbook;
  };
  const changed = modelOf([['項目', '点'], ['推進', 1], ['支援', 2], ['計', 3]]); // prettier-ignore

  test('wherever Excel refuses, the workbook looks as before and can be written again', async () => {
    const writes: string[] = [];
    const probe = open(before());
    await probe.book.write([result]);
    probe.host.interfere = (member) => void writes.push(member);
    await probe.book.write([changed, list]);
    expect(writes.length).toBeGreaterThan(50);
    for (let stop = 0; stop < writes.length; stop += 3) {
      const excel = open(before());
      await excel.book.write([result]);
      const sightBefore = sight(excel.workbook);
      let count = 0;
      excel.host.interfere = () => {
        count += 1;
        if (count === stop + 1) throw new HostError('GeneralException', 'no');
      };
      const written = await excel.book.write([changed, list]);
      if (stop > writes.lastIndexOf('Worksheet.Visibility')) {
        // What hangs on focus and printer is done again, and never undoes the sheets.
        expect(written).toMatchObject({ ok: true, value: { notices: [] } });
        continue;
      }
      if (writes[stop] === 'Range.GetMergedAreasOrNullObject') {
        // Asked by themselves once more, since Excel refuses too many of them without a reason.
        expect(written).toMatchObject({ ok: true });
        continue;
      }
      expect(written).toMatchObject({ ok: false, problems: [{ code: 'E-755' }] });
      expect(sight(excel.workbook)).toEqual(sightBefore);
      expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['回答', '採点結果']);
      excel.host.interfere = () => undefined;
      expect(await excel.book.write([changed, list])).toMatchObject({
        value: {
          sheets: [
            { name: '採点結果', created: false },
            { name: '一覧', created: true },
          ],
        },
      });
      expect(sight(excel.workbook)).toEqual(sight(probe.workbook));
    }
  });

  test('cancelled before the first write: nothing was written; between two requests: it is taken back', async () => {
    const excel = open(before());
    const cancel = new AbortController();
    excel.host.beforeTrip = (trip) => {
      if (trip === 2) cancel.abort();
    };
    const sightBefore = sight(excel.workbook);
    const stages: string[] = [];
    const cancelled = await excel.book.write([wide(1741, 140)], {
      signal: cancel.signal,
      onProgress: ({ stage, done, total }) => stages.push(`${stage} ${done}/${total}`),
    });
    expect(cancelled).toMatchObject({ ok: false, problems: [{ code: 'E-712' }] });
    expect(sight(excel.workbook)).toEqual(sightBefore);
    expect(stages.at(-1)).toBe('undo 0/1');
    expect(stages[0]).toBe('look 0/1');
  });

  test('a workbook closed in the middle is called half written, with the sheets by name', async () => {
    const excel = open(before());
    await excel.book.write([result]);
    let trips = 0;
    excel.host.interfere = (member) => {
      if (member === 'Range.Values' && ++trips === 1) {
        excel.workbook.closed = true;
        throw new HostError('InvalidOrTimedOutSession', 'closed');
      }
    };
    expect(await excel.book.write([changed, list])).toMatchObject({
      ok: false,
      problems: [{ code: 'E-713', facts: { sheets: '採点結果、一覧' } }, { code: 'E-705' }],
    });
  });
});

describe('refusals before anything is written', () => {
  const refused = async (arrange: (sheet: HostSheet, excel: Opened) => void, code: string): Promise<void> => {
    const excel = open();
    await excel.book.write([result]);
    arrange(excel.workbook.sheet('採点結果')!, excel);
    const before = sight(excel.workbook);
    const writes = excel.host.log.trips.filter(({ flags }) => (flags & 1) === 1).length;
    const models = [modelOf([['x', 2]]), list];
    expect(await excel.book.preview(models)).toMatchObject({ ok: false, problems: [{ code }] });
    expect(await excel.book.write(models)).toMatchObject({ ok: false, problems: [{ code }] });
    expect(sight(excel.workbook)).toEqual(before);
    expect(excel.host.log.members.has('WorksheetCollection.add')).toBe(true);
    expect(excel.workbook.sheets).toHaveLength(2);
    expect(writes).toBeGreaterThan(0);
  };

  test('our sheet is filtered', () =>
    refused((sheet) => {
      sheet.autoFilter = { range: { top: 0, left: 0, bottom: 2, right: 1 }, filtered: true };
      sheet.hiddenRows.add(1);
    }, 'E-710'));

  test('the structure of the workbook is protected', () =>
    refused((_, { workbook }) => {
      workbook.structureProtected = true;
    }, 'E-709'));
});

test('a protected sheet of ours is asked about, never unprotected, and gets no twin', async () => {
  const excel = open();
  await excel.book.write([result]);
  const sheet = excel.workbook.sheet('採点結果')!;
  sheet.protected = true;
  for (const answer of [await excel.book.preview([modelOf([['x', 2]])]), await excel.book.write([modelOf([['x', 2]])])])
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'E-753', sheet: '採点結果' }] });
  expect([sheet.protected, shown(sheet)[1], excel.workbook.sheets.length]).toEqual([true, ['推進', 240], 2]);
});

test('a protected copy beside our sheet stays as it is, and ours is refreshed', async () => {
  const excel = open();
  await excel.book.write([result]);
  const copy = excel.workbook.addSheet('決裁用の写し');
  copy.names.push({ name: '_INCENTIVE_score', formula: '=決裁用の写し!$A$1:$B$3', visible: false, comment: '' });
  copy.protected = true;
  expect(await excel.book.write([modelOf([['x', 2]])])).toMatchObject({
    value: { sheets: [{ name: '採点結果', created: false }] },
  });
});

test('a sheet protected between look and write is a problem, and nothing is changed', async () => {
  const excel = open();
  await excel.book.write([result]);
  const before = sight(excel.workbook);
  const from = excel.trips();
  excel.host.beforeTrip = (trip) => {
    // The look at the workbook is two trips, another asks for the looks of cells that change their kind.
    if (trip === from + 4) excel.workbook.sheet('採点結果')!.protected = true;
    if (trip === from + 5) excel.workbook.sheet('採点結果')!.protected = false;
  };
  expect(await excel.book.write([modelOf([['x', 2]]), list])).toMatchObject({
    ok: false,
    problems: [{ code: 'E-701' }],
  });
  expect(sight(excel.workbook)).toEqual(before);
});

describe('元に戻す', () => {
  test('our sheets come back as they were, formulas and texts included; new ones go', async () => {
    const excel = open();
    expect(await excel.book.restore()).toMatchObject({ ok: false, problems: [{ code: 'E-715' }] });
    await excel.book.write([modelOf([['=1+1', '00123', 5, null]])]);
    excel.workbook.type('採点結果', [['=A1']], { row: 0, column: 3 });
    const before = sight(excel.workbook);
    await excel.book.write([modelOf([[1, 2, 'x', 'y'], [3, 4, 'z', 'w']]), list]); // prettier-ignore
    const trips = excel.trips();
    expect(await excel.book.restore()).toEqual({ ok: true, value: [] });
    expect(excel.trips() - trips).toBe(3);
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['回答', '採点結果']);
    expect(sight(excel.workbook)).toEqual(before);
    const sheet = excel.workbook.sheet('採点結果')!;
    expect(sheet.cell(0, 3).formula).toBe('=A1');
    expect(sheet.cell(0, 0)).toMatchObject({ value: '=1+1', numberFormat: '@' });
    expect(await excel.book.restore()).toMatchObject({ ok: false, problems: [{ code: 'E-715' }] });
  });

  test('a first write that is taken back leaves no sheet behind, hidden or not', async () => {
    const excel = open();
    await excel.book.write([wide(5, 3), list]);
    excel.workbook.rename(excel.workbook.sheet('全国')!, '全国の表');
    expect(await excel.book.restore()).toEqual({ ok: true, value: [] });
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['回答']);
    expect(await excel.book.write([wide(5, 3)])).toMatchObject({
      value: { sheets: [{ name: '全国', created: true }] },
    });
    expect(excel.workbook.sheet('全国')).toMatchObject({ visibility: 'Visible', tables: [{ name: '全国表' }] });
  });

  test.each([
    ['a text beside it', '担当', { row: 0, column: 5 }],
    ['a value of ours changed', 999, { row: 1, column: 1 }],
  ])('a new sheet the user wrote on is kept, and named: %s', async (_, value, at) => {
    const excel = open();
    await excel.book.write([result, list]);
    excel.workbook.type('一覧', [[value]], at);
    expect(await excel.book.restore()).toEqual({ ok: true, value: ['一覧'] });
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['回答', '一覧']);
    expect(excel.workbook.sheet('一覧')!.cell(at.row, at.column).value).toBe(value);
  });

  describe('kept with the workbook', () => {
    const formed = modelOf([['=1+1', '00123', 5, null]]);
    const later = modelOf([[1, 2, 'x', 'y'], [3, 4, 'z', 'w']], { merges: [] }); // prettier-ignore
    /** Written twice; the way back of the second write as it is kept, and what stood before it. */
    const twice = async () => {
      const excel = open();
      await excel.book.write([formed]);
      const before = sight(excel.workbook);
      const wrote = await excel.book.write([later, list]);
      if (!wrote.ok) throw new Error('not written');
      return { excel, before, undo: wrote.value.undo };
    };

    test('it takes back what another session wrote, also where the sheets got other ids', async () => {
      const { excel, before, undo } = await twice();
      for (const sheet of excel.workbook.sheets) Object.assign(sheet, { id: `${sheet.id} again` });
      const next = openInExcel(excel.workbook);
      expect(await next.book.restore()).toMatchObject({ ok: false, problems: [{ code: 'E-715' }] });
      expect(await next.book.restore({ kept: undo })).toEqual({ ok: true, value: [] });
      expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['回答', '採点結果']);
      expect(sight(excel.workbook)).toEqual(before);
      expect(excel.workbook.sheet('採点結果')!.cell(0, 0)).not.toHaveProperty('formula');
    });

    test('what somebody else wrote since stays, and is said', async () => {
      const { excel, undo } = await twice();
      await openInExcel(excel.workbook).book.write([modelOf([['later']])]);
      const now = sight(excel.workbook);
      expect(await openInExcel(excel.workbook).book.restore({ kept: undo })).toMatchObject({
        ok: false,
        problems: [{ code: 'E-756', sheet: '採点結果' }],
      });
      expect(sight(excel.workbook)).toEqual(now);
    });

    test('a formula of ours comes back as one, from another session too', async () => {
      const excel = open();
      const [points, checks] = checkModels(3);
      await excel.book.write([points, checks]);
      const sheet = excel.workbook.sheet('検算')!;
      const stood = [sheet.cell(0, 0).formula, sheet.cell(0, 1).formula];
      const plain = { ...checks, rows: checks.rows.map((cells) => cells.map(({ value, look }) => ({ value, look }))) };
      const wrote = await excel.book.write([points, plain]);
      if (!wrote.ok || wrote.value.undo === undefined) throw new Error('not kept');
      expect(sheet.cell(0, 1)).not.toHaveProperty('formula');
      expect(await openInExcel(excel.workbook).book.restore({ kept: wrote.value.undo })).toEqual({
        ok: true,
        value: [],
      });
      expect([sheet.cell(0, 0).formula, sheet.cell(0, 1).formula]).toEqual(stood);
      // The text may come from anybody: no other formula is taken from it.
      const forged = wrote.value.undo.replace('=SUM(', '=WEBSERVICE(');
      expect(forged).not.toBe(wrote.value.undo);
      await excel.book.write([points, plain]);
      expect(await openInExcel(excel.workbook).book.restore({ kept: forged })).toMatchObject({ ok: false });
    });

    test('formulas that show another value since leave a new sheet ours to take back', async () => {
      const excel = open();
      await excel.book.write(checkModels(3));
      excel.workbook.type('得点', [[7]], { row: 0, column: 2 });
      expect(await excel.book.restore()).toEqual({ ok: true, value: ['得点'] });
      expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['回答', '得点']);
    });

    test('formulas on a new sheet the user wrote on become what they show, as the sheets they lead to go', async () => {
      const excel = open();
      await excel.book.write(checkModels(3));
      excel.workbook.type('検算', [['メモ']], { row: 0, column: 5 });
      expect(await excel.book.restore()).toEqual({ ok: true, value: ['検算'] });
      expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['回答', '検算']);
      const sheet = excel.workbook.sheet('検算')!;
      expect([0, 1, 5].map((column) => sheet.cell(0, column).value)).toEqual([3, '一致', 'メモ']);
      expect(sheet.cell(0, 0)).not.toHaveProperty('formula');
    });

    test('too much of it, or a formula in it, is not kept, and the preview says so', async () => {
      const { excel } = await twice();
      const wider = modelOf(Array.from({ length: 9000 }, (_, row) => [row, 'text', 'text']));
      const rest = modelOf(Array.from({ length: 9000 }, (_, row) => [-row, 'other', 'others']));
      await excel.book.write([wider]);
      expect(await excel.book.preview([rest])).toMatchObject({ value: { keepsUndo: false } });
      expect(await excel.book.write([rest])).toMatchObject({ value: { undo: undefined } });
      // In the session it is there all the same.
      expect(await excel.book.restore()).toEqual({ ok: true, value: [] });
      expect(excel.workbook.sheet('採点結果')!.cell(8, 0).value).toBe(8);
      const other = openInExcel(excel.workbook);
      excel.workbook.type('採点結果', [['=1+2']], { row: 3, column: 1 });
      expect(await other.book.preview([wider])).toMatchObject({ value: { keepsUndo: false } });
    });

    test('nothing that is not such a text of ours does anything', async () => {
      const { excel, undo = '' } = await twice();
      const now = sight(excel.workbook);
      const kept: { sheets: Record<string, unknown>[] } = JSON.parse(undo);
      const [refreshed, added] = kept.sheets;
      const hostile = [
        '',
        '[]',
        'null',
        '{"version":2,"sheets":[]}',
        '{"version":1}',
        ...[
          { ...refreshed, cells: [[0, 0, '=HYPERLINK("x")']] },
          { ...refreshed, cells: [[-1, 0, 'x']] },
          { ...refreshed, cells: [[0, 0, null]] },
          { ...refreshed, cells: 5 },
          { ...refreshed, links: [[0, 0, 'no look']] },
          { ...refreshed, marker: 'a b' },
          { ...refreshed, wrote: 'x' },
          { ...refreshed, fingerprint: 'x' },
          { ...refreshed, rectangle: '回答' },
          { ...added, wrote: {} },
          { ...added, id: 5 },
        ].map((sheet) => JSON.stringify({ version: 1, sheets: [sheet] })),
      ];
      for (const text of hostile)
        expect({ text, ...(await openInExcel(excel.workbook).book.restore({ kept: text })) }).toMatchObject({
          text,
          ok: false,
          problems: [{ code: 'E-715' }],
        });
      // A sheet that does not bear our mark is never written on, whatever the text says of it.
      const answers = excel.workbook.sheet('回答')!;
      const aimed = { version: 1, sheets: [{ ...refreshed, id: answers.id, cells: [[0, 0, '×']] }] };
      expect(await openInExcel(excel.workbook).book.restore({ kept: JSON.stringify(aimed) })).toMatchObject({
        problems: [{ code: 'E-756' }],
      });
      expect(sight(excel.workbook)).toEqual(now);
    });
  });

  test('the last sheet in sight is kept', async () => {
    const excel = open();
    await excel.book.write([result]);
    excel.workbook.sheet('回答')!.visibility = 'Hidden';
    expect(await excel.book.restore()).toEqual({ ok: true, value: ['採点結果'] });
    expect(excel.workbook.sheet('採点結果')?.visibility).toBe('Visible');
  });

  test('a sheet another person made meanwhile under the same name is not touched', async () => {
    const excel = open();
    excel.host.beforeTrip = (trip) => {
      if (trip === 2) excel.workbook.type(excel.workbook.addSheet('採点結果').name, [['私の表']]);
    };
    expect(await excel.book.write([result])).toMatchObject({ ok: false });
    expect(shown(excel.workbook.sheet('採点結果'))).toEqual([['私の表']]);
  });

  test('a sheet that a run left unfinished is gone after the next write', async () => {
    const excel = open();
    excel.host.interfere = (member) => {
      if (member === 'Range.Values') excel.workbook.closed = true;
      if (excel.workbook.closed) throw new HostError('InvalidOrTimedOutSession', 'closed');
    };
    expect(await excel.book.write([result])).toMatchObject({
      ok: false,
      problems: [{ code: 'E-713' }, { code: 'E-705' }],
    });
    expect(excel.workbook.sheet('採点結果')?.visibility).toBe('Hidden');
    excel.host.interfere = () => undefined;
    excel.workbook.closed = false;
    expect(await excel.book.write([result])).toMatchObject({ value: { sheets: [{ name: '採点結果' }] } });
    expect(excel.workbook.sheets.map(({ name, visibility }) => `${name} ${visibility}`)).toEqual([
      '回答 Visible',
      '採点結果 Visible',
    ]);
  });

  test('a sheet renamed meanwhile is put back under its new name; a deleted one is left out', async () => {
    const excel = open();
    await excel.book.write([result, list]);
    await excel.book.write([modelOf([['x', 1]]), modelOf([['y', 1]], { name: '一覧', marker: 'list' })]);
    excel.workbook.rename(excel.workbook.sheet('採点結果')!, '議会用');
    excel.workbook.deleteSheet(excel.workbook.sheet('一覧')!);
    expect((await excel.book.restore()).ok).toBe(true);
    expect(shown(excel.workbook.sheet('議会用'))).toEqual([['項目', '点'], ['推進', 240], ['=1+1', 207]]); // prettier-ignore
  });
});

test('a row whose text changes becomes as high as the text needs, for one round trip more; higher and hidden rows stay', async () => {
  const excel = open();
  const texts = (word: string, heights: readonly (readonly [number, number])[]): SheetModel => ({
    ...modelOf([[word], [`${word}二`], [`${word}三`], ['四']]),
    rowHeights: new Map(heights),
  });
  await excel.book.write([texts('短', [[0, 18], [1, 60], [2, 18], [3, 18]])]); // prettier-ignore
  const sheet = excel.workbook.sheet('採点結果')!;
  sheet.rowHeights.set(2, 0);
  const before = excel.trips();
  await excel.book.write([texts('長い文', [[0, 48], [1, 18], [2, 48], [3, 33]])]); // prettier-ignore
  expect(excel.trips() - before).toBe(4);
  expect([0, 1, 2, 3].map((row) => sheet.rowHeights.get(row))).toEqual([48, 60, 0, 18]);
});

test('the code in the printed footer follows the figures, on sheets without a change too', async () => {
  const excel = open();
  const coded = (code: string, value: number, marker: string): SheetModel => ({
    ...modelOf([['a', value]], { marker, name: marker }),
    print: { orientation: 'landscape', footer: `&L検算コード ${code}&R&P / &N` },
  });
  await excel.book.write([coded('AAAA1111', 1, 'one'), coded('AAAA1111', 1, 'still')]);
  excel.workbook.sheet('one')!.pageLayout.set('leftFooter', '課の控え 検算コード AAAA1111 保存用');
  await excel.book.write([coded('BBBB2222', 2, 'one'), coded('BBBB2222', 1, 'still')]);
  expect(excel.workbook.sheet('one')!.pageLayout.get('leftFooter')).toBe('課の控え 検算コード BBBB2222 保存用');
  expect(excel.workbook.sheet('still')!.pageLayout.get('leftFooter')).toBe('検算コード BBBB2222');
  expect(excel.workbook.sheet('still')!.pageLayout.get('rightFooter')).toBe('&P / &N');
});

test('everything works at the floor of our manifest, ExcelApi 1.15', async () => {
  const excel = open(new HostWorkbook('回答'), excelFloor);
  const link: ModelCell = { value: 'へ', look: 'link', link: { sheet: '回答', cell: 'A1' } };
  const model: SheetModel = {
    ...wide(40, 50),
    rows: [[link, { value: 1, look: 'header', number: 'yen' }], ...wide(40, 2).rows],
    merges: [{ top: 2, left: 0, bottom: 2, right: 1 }],
    rowHeights: new Map([[0, 30]]),
    choices: [{ range: { top: 1, left: 0, bottom: 1, right: 0 }, values: ['○', '×'] }],
    table: { name: 'T', range: { top: 4, left: 0, bottom: 9, right: 1 } },
    print: {
      orientation: 'landscape',
      titleRows: { first: 0, last: 0 },
      header: '&L左&C中&R右',
      footer: '&L検算コード AB12CD34&R&P',
    },
  };
  expect((await excel.book.write([model])).ok).toBe(true);
  expect((await excel.book.write([{ ...model, rows: model.rows.slice(0, 20) }])).ok).toBe(true);
  expect((await excel.book.restore()).ok).toBe(true);
  expect((await excel.book.read()).ok).toBe(true);
});
