import type { ColumnChooser, SheetContent } from '../../../src/workbook';
import { readWorkbookFile } from '../../../src/workbook/file';
import { buildXlsx } from './xlsxBuilder';

/** A sheet of a hundred columns is read whole; with one more, its head says what is wanted. */
const wide = '<c r="CW1"><v>5</v></c>';

/** 60 rows of A, B, C and D with 1, 2, 3 and 4, a word in column 101 of the first, and what stands behind the cells. */
const book = (behind = '', change: (rows: string) => string = (rows) => rows) => {
  const row = (at: number) =>
    `<row r="${at}">${['A', 'B', 'C', 'D'].map((column, value) => `<c r="${column}${at}"><v>${value + 1}</v></c>`).join('')}${at === 1 ? wide : ''}</row>`;
  return buildXlsx({
    sheet: `<sheetData>${change(Array.from({ length: 60 }, (_, at) => row(at + 1)).join(''))}</sheetData>${behind}`,
  });
};

/** Reads with A and C wanted; tells the head the chooser saw. */
const read = async (bytes: Uint8Array, wanted: ReadonlySet<number> | 'all' = new Set([0, 2])) => {
  const heads: SheetContent[] = [];
  const result = await readWorkbookFile(bytes, 'a.xlsx', {
    *wanted(head) {
      heads.push(head);
      yield;
      return wanted === 'all' ? undefined : wanted;
    },
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { sheet: result.value.sheets[0]!, heads };
};

const whole = async (bytes: Uint8Array) => {
  const result = await readWorkbookFile(bytes, 'a.xlsx');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.sheets[0]!;
};

test('below the first 48 rows only the wanted columns are read', async () => {
  const { sheet, heads } = await read(book());
  expect(heads).toHaveLength(1);
  expect(heads[0]?.grid).toHaveLength(48);
  expect(new Set(sheet.grid.slice(1, 48).map(String))).toEqual(new Set(['1,2,3,4']));
  expect(sheet.grid.slice(48)).toEqual(Array.from({ length: 12 }, () => [1, null, 3]));
});

test('where all are wanted, and on a sheet of few rows or columns, all are read', async () => {
  const bytes = book();
  expect((await read(bytes, 'all')).sheet).toEqual(await whole(bytes));
  const short = book('', (rows) => rows.slice(0, rows.indexOf('<row r="40">')));
  const narrow = book('', (rows) => rows.replace(wide, ''));
  expect(await read(short)).toEqual({ sheet: await whole(short), heads: [] });
  expect(await read(narrow)).toEqual({ sheet: await whole(narrow), heads: [] });
});

test('the head has its merged blocks, which stand behind all cells, and nothing that they cover', async () => {
  const { sheet, heads } = await read(book('<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'));
  expect(heads[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
  expect(heads[0]?.grid[1]).toEqual([null, null, 3, 4]);
  expect(sheet.coveredValues).toEqual(['B1', 'A2', 'B2']);
  expect(sheet.grid[50]).toEqual([1, null, 3]);
});

test.each([
  ['a block hides something in a column nobody wants', '<mergeCells count="1"><mergeCell ref="B50:B52"/></mergeCells>'],
  ['blocks are named in a comment', '<!-- <mergeCells><mergeCell ref="A1:D1"/></mergeCells> -->'],
  ['blocks are named in an extension', '<extLst><ext><mergeCells><mergeCell ref="A1:D1"/></mergeCells></ext></extLst>'],
  ['a comment names the beginning of blocks', '<!-- <mergeCells> -->'],
  [
    'the end of the cells is named in a comment',
    '<mergeCells><mergeCell ref="A1:D1"/></mergeCells><!-- </sheetData> -->',
  ],
])('everything is read when %s', async (_, behind) => {
  const bytes = book(behind);
  expect((await read(bytes)).sheet).toEqual(await whole(bytes));
});

test.each([
  ['rows out of order', (rows: string) => rows.replace(/(<row r="55">.*?<\/row>)(<row r="56">.*?<\/row>)/, '$2$1')],
  [
    'an address twice, in a column nobody wants',
    (rows: string) => rows.replace('<c r="B55">', '<c r="B55"/><c r="B55">'),
  ],
])('everything is read of %s', async (_, change) => {
  const bytes = book('', change);
  expect(change('<row r="55"><c r="B55"></row><row r="56"></row>')).not.toContain(
    '<row r="55"><c r="B55"></row><row r="56">',
  );
  expect((await read(bytes)).sheet).toEqual(await whole(bytes));
});

test('damage is damage in a column nobody wants', async () => {
  const bytes = book('', (rows) => rows.replace('<c r="D60"><v>4</v>', '<c r="D60"><v>4</w>'));
  const first: ColumnChooser = function* () {
    yield;
    return new Set([0]);
  };
  const result = await readWorkbookFile(bytes, 'a.xlsx', { wanted: first });
  expect(result.ok ? 'read' : result.problems[0]?.name).toBe('file-damaged');
});
