import { HostError } from './model/hostError';
import { HostWorkbook } from './model/hostWorkbook';
import { excelFloor, withApi } from './excelProfiles';
import { startNativeHost, type NativeHost } from './nativeHost';
import { inventory } from './members/hostRef';

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);

const run = async <T>(native: NativeHost, batch: (context: Excel.RequestContext) => Promise<T>): Promise<T | string> =>
  native.Excel.run(batch).catch(codeOf);

test('every class and member of the host is one of the library (or a part of its wire)', () => {
  const { Excel } = startNativeHost();
  const library = new Map(Object.entries(Excel));
  const missing: string[] = [];
  for (const [className, members] of inventory) {
    const prototype: unknown = library.get(className);
    if (typeof prototype !== 'function') missing.push(className);
    else {
      const names = new Set(Object.getOwnPropertyNames(prototype.prototype));
      for (const member of members)
        if (!names.has(member) && !wireOnly.has(`${className}.${member}`)) missing.push(`${className}.${member}`);
    }
  }
  expect(inventory.size).toBeGreaterThan(25);
  expect(missing).toEqual([]);
});
/** Members the library sends without having them as a method of the class. */
const wireOnly = new Set(['Setting._Id', 'Workbook.createAndOpenWorkbook', 'Worksheet.gridlines']);

test('a member the host does not know answers ApiNotFound and is recorded', async () => {
  const native = startNativeHost();
  expect(
    await run(native, async (context) => {
      context.workbook.worksheets.getItem('Sheet1').comments.load('items/id');
      await context.sync();
    }),
  ).toBe('ApiNotFound');
  expect(native.host.log.unknown).toEqual(['Worksheet.Comments']);
});

test('a property that was not loaded throws in the library itself', async () => {
  const native = startNativeHost();
  expect(
    await run(native, async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      await context.sync();
      return sheet.name;
    }),
  ).toBe('PropertyNotLoaded');
});

test('a missing sheet is ItemNotFound with place and statement; getItemOrNullObject is null and takes calls silently', async () => {
  const native = startNativeHost();
  const error: unknown = await native.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Nope').getRange('A1').load('values');
    await context.sync();
  }).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'ItemNotFound', debugInfo: { errorLocation: 'WorksheetCollection.getItem' } });
  expect(
    await run(native, async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Nope');
      sheet.getRange('A1').values = [[1]];
      sheet.delete();
      await context.sync();
      return sheet.isNullObject;
    }),
  ).toBe(true);
  expect(native.host.log.undoWipes).toEqual([]);
});

test('writing more than 1,500 cells is split by the library, and every cell arrives', async () => {
  const native = startNativeHost();
  const values = Array.from({ length: 400 }, (_, row) => Array.from({ length: 7 }, (__, column) => row * 7 + column));
  await run(native, async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRangeByIndexes(2, 1, 400, 7).values = values;
    await context.sync();
  });
  expect(native.host.log.members.get('Range._ValidateArraySize')).toBe(1);
  expect(native.host.log.members.get('Range.getBoundingRect')).toBe(2);
  expect(native.workbook.sheets[0]?.cell(401, 7).value).toBe(2799);
  expect(native.workbook.sheets[0]?.usedRange(true)).toEqual({ top: 2, left: 1, bottom: 401, right: 7 });
});

test('a request over 5 MB and an answer over 5 MB are refused as Excel on the web does', async () => {
  const native = startNativeHost();
  const long = 'x'.repeat(30_000);
  const rows = Array.from({ length: 200 }, () => [long]);
  const write = (from: number, count: number) =>
    run(native, async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRangeByIndexes(from, 0, count, 1).values = rows.slice(0, count);
      await context.sync();
      return 'written';
    });
  expect(await write(0, 200)).toBe('RequestPayloadSizeLimitExceeded');
  expect(native.workbook.sheets[0]?.usedRange(true)).toBeUndefined();
  expect([await write(0, 100), await write(100, 100)]).toEqual(['written', 'written']);
  expect(
    await run(native, async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:A200');
      range.load('values');
      await context.sync();
    }),
  ).toBe('ResponsePayloadSizeLimitExceeded');
});

test('more than five million cells are null without an error', async () => {
  const native = startNativeHost();
  expect(
    await run(native, async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRangeByIndexes(0, 0, 1_000_000, 6);
      range.load('values');
      await context.sync();
      return range.values as unknown;
    }),
  ).toBeNull();
});

test('what was done before a failure stays done', async () => {
  const native = startNativeHost();
  await run(native, async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1').values = [[1]];
    sheet.getRange('A1:B1').values = [[1]].concat([[2]]);
    sheet.getRange('A3').values = [[3]];
    await context.sync();
  });
  expect(native.workbook.sheets[0]?.usedRange(true)).toEqual({ top: 0, left: 0, bottom: 0, right: 0 });
});

test('a protected sheet denies writing, a deleted one is gone, cell editing refuses or waits', async () => {
  const native = startNativeHost(new HostWorkbook('a', 'b'));
  const write = (options: Excel.RunOptions = {}) =>
    native.Excel.run(options, async (context) => {
      context.workbook.worksheets.getItem('a').getRange('A1').values = [[1]];
      await context.sync();
      return 'written';
    }).catch(codeOf);
  native.workbook.sheets[0]!.protected = true;
  expect(await write()).toBe('AccessDenied');
  native.workbook.sheets[0]!.protected = false;
  native.workbook.editing = true;
  expect(await write()).toBe('InvalidOperationInCellEditMode');
  const waiting = write({ delayForCellEdit: true });
  setTimeout(() => {
    native.workbook.finishEditing();
  }, 20);
  expect(await waiting).toBe('written');
  native.workbook.deleteSheet(native.workbook.sheets[0]!);
  expect(await write()).toBe('ItemNotFound');
});

test('a filtered sheet loses what is written to its hidden rows', async () => {
  const native = startNativeHost();
  const sheet = native.workbook.sheets[0]!;
  sheet.autoFilter = { range: { top: 0, left: 0, bottom: 2, right: 0 }, filtered: true };
  sheet.hiddenRows.add(1);
  await run(native, async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1:A3').values = [[1], [2], [3]];
    await context.sync();
  });
  expect([0, 1, 2].map((row) => sheet.cell(row, 0).value)).toEqual([1, '', 3]);
});

test.each([
  [
    'a sheet copied',
    'Worksheet.copy',
    (sheet: Excel.Worksheet) => {
      sheet.copy();
    },
  ],
  [
    'a sheet renamed',
    'Worksheet.name',
    (sheet: Excel.Worksheet) => {
      sheet.name = 'x';
    },
  ],
  [
    'a sheet protected',
    'WorksheetProtection.protect',
    (sheet: Excel.Worksheet) => {
      sheet.protection.protect();
    },
  ],
  [
    'a sheet unprotected',
    'WorksheetProtection.unprotect',
    (sheet: Excel.Worksheet) => {
      sheet.protection.unprotect();
    },
  ],
])('%s is recorded as wiping undo', async (_, member, act) => {
  const native = startNativeHost(new HostWorkbook('a', 'b'));
  await run(native, async (context) => {
    act(context.workbook.worksheets.getItem('a'));
    await context.sync();
  });
  expect(native.host.log.undoWipes).toEqual([member]);
});

test('reading a name, and members this host has not, but that wipe undo, are told apart', async () => {
  const native = startNativeHost();
  await run(native, async (context) => {
    context.workbook.worksheets.load('items/name');
    await context.sync();
    context.workbook.customXmlParts.load('items/id');
    await context.sync();
  });
  expect(native.host.log.undoWipes).toEqual(['Workbook.customXmlParts']);
});

test('members above the requirement set are refused, as in an older Excel', async () => {
  const native = startNativeHost(undefined, withApi(excelFloor, '1.12'));
  expect(
    await run(native, (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').getMergedAreasOrNullObject();
      return context.sync();
    }),
  ).toBe('ApiNotFound');
  expect(native.host.log.tooNew).toEqual(['Range.getMergedAreasOrNullObject']);
});

test('a closed workbook ends the session', async () => {
  const native = startNativeHost();
  native.workbook.closed = true;
  expect(await run(native, (context) => context.sync().then(() => 'fine'))).toBe('InvalidOrTimedOutSession');
});

test('a test may make Excel refuse at any member', async () => {
  const native = startNativeHost();
  native.host.interfere = (member) => {
    if (member === 'WorksheetCollection.Add') throw new HostError('GeneralException', 'no');
  };
  expect(
    await run(native, async (context) => {
      context.workbook.worksheets.add('x');
      await context.sync();
    }),
  ).toBe('GeneralException');
});

test.each([
  ['=1+1', '#NAME?', 1],
  ['＝1', '#NAME?', 1],
  ["'=1+1", '=1+1', 0],
  ['1-2', 46024, 0],
  ['2025/4/1', 45748, 0],
  ['12%', 0.12, 0],
  ['00123', 123, 0],
  ['TRUE', true, 0],
  ['○', '○', 0],
])('the host takes %j as Excel does: %j', async (input, value, formulas) => {
  const native = startNativeHost();
  await run(native, async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[input]];
    await context.sync();
  });
  const sheet = native.workbook.sheets[0]!;
  expect([sheet.cell(0, 0).value, sheet.formulasEntered.length]).toEqual([value, formulas]);
});
