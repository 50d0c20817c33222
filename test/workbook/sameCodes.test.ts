import { writeXlsx } from 'hucre/xlsx';
import { codesIn, verifiedSheets, type WorkbookContent } from '../../src/workbook';
import { printedFooters, readWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { workbookFile } from '../adapters/workbookFile';
import { sheetsOfTown } from '../builders/townInNation';
import { valueOf } from '../builders/valueOf';
import { testWith } from '../builders/withProgram';
import { HostWorkbook } from '../host/model/hostWorkbook';
import { convert } from './file/office';
import { openInExcel } from './officejs/open';

/** What `verify` says of every sheet: the code it was written with, and that of what stands there now. */
const verdictsOf = (content: WorkbookContent) =>
  Object.fromEntries(verifiedSheets(content).map(({ name, written, now, place }) => [name, { written, now, place }]));
const ofFile = async (bytes: Uint8Array) => verdictsOf(valueOf(await readWorkbookFile(bytes, 'a.xlsx')));

/** One municipality in a national table, with money, last year and open answers. */
const sheets = sheetsOfTown({ facts: true, open: true, national: true, peers: true });
const wanted = Object.fromEntries(
  sheets.flatMap((sheet) => {
    const code = codesIn(sheet.print.footer ?? '')[0];
    return code === undefined ? [] : [[sheet.name, { written: code, now: code, place: undefined }]];
  }),
);
const coded = (verdicts: Awaited<ReturnType<typeof ofFile>>) =>
  Object.fromEntries(Object.entries(verdicts).filter(([, { written }]) => written !== undefined));

describe('a result has one 資料コード a sheet, whichever way it is written, and is verified clean', () => {
  let excel: ReturnType<typeof openInExcel>;
  let workbook: HostWorkbook;
  let inPlace: Uint8Array;
  let fresh: Uint8Array;
  beforeAll(async () => {
    workbook = new HostWorkbook('メモ');
    excel = openInExcel(workbook);
    expect(await excel.book.write(sheets)).toMatchObject({ ok: true });
    const book = workbookFile(await writeXlsx({ sheets: [{ name: 'メモ', rows: [['a']] }] }), 'a.xlsx');
    await book.write(sheets);
    inPlace = book.bytes;
    fresh = await writeWorkbookFile(sheets);
  });

  test('nearly every sheet bears one', () => {
    expect(Object.keys(wanted).length).toBeGreaterThan(15);
    expect(Object.keys(wanted)).toEqual(
      expect.arrayContaining(['概況', '資料A', '資料B', '協議会資料', '順位', 'グラフ']),
    );
  });

  test('through the real office.js into Excel', async () => {
    expect(coded(verdictsOf(valueOf(await excel.book.read())))).toEqual(wanted);
  });

  test('into a new file, and into one in hand', async () => {
    expect(coded(await ofFile(fresh))).toEqual(wanted);
    expect(coded(await ofFile(inPlace))).toEqual(wanted);
  });

  test('the footers of all three print that very code', () => {
    for (const [name, { written }] of Object.entries(wanted)) {
      const inExcel = [...(workbook.sheet(name)?.pageLayout ?? [])].flat().join(' ');
      const footers = [inExcel, printedFooters(fresh).get(name), printedFooters(inPlace).get(name)];
      expect([name, footers.map((footer) => codesIn(footer ?? ''))]).toEqual([name, footers.map(() => [written])]);
    }
  });

  test('a figure changed in Excel is found there, as in a file', async () => {
    const name = '得点';
    const sheet = workbook.sheet(name)!;
    const model = sheets.find((one) => one.name === name)!;
    const row = model.rows.findIndex((cells) => cells[4]?.number === 'integer');
    const before = sheet.cell(row, 4).value;
    workbook.type(name, [[99]], { row, column: 4 });
    expect(verdictsOf(valueOf(await excel.book.read()))[name]?.place).toBe(`E${row + 1}`);
    workbook.type(name, [[before]], { row, column: 4 });
    expect(coded(verdictsOf(valueOf(await excel.book.read())))).toEqual(wanted);
  });

  testWith('soffice')('another program saves the file, and it is verified clean', async () => {
    expect(coded(await ofFile(convert(inPlace, 'xlsx', 'xlsx')))).toEqual(wanted);
  });
});
