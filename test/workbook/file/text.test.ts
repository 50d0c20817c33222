import { readWorkbookFile } from '../../../src/workbook/file';

const read = async (bytes: Uint8Array, name = '回答.csv') => {
  const result = await readWorkbookFile(bytes, name);
  if (!result.ok) return result.problems.map((problem) => problem.code).join();
  return result.value.sheets.map((sheet) => [sheet.name, sheet.grid]);
};
const utf8 = (text: string) => new TextEncoder().encode(text);

/** 「指標,回答\r\nア,○」 and 「髙①」 as Windows writes them (CP932). */
const shiftJis = Uint8Array.from([
  0x8e, 0x77, 0x95, 0x57, 0x2c, 0x89, 0xf1, 0x93, 0x9a, 0x0d, 0x0a, 0x83, 0x41, 0x2c, 0x81, 0x9b, 0x0d, 0x0a, 0xfb,
  0xfc, 0x87, 0x40,
]);
const table = [['回答', [['指標', '回答'], ['ア', '○']]]]; // prettier-ignore

test('a CSV is read in UTF-8 with and without mark, in UTF-16 and in Shift_JIS', async () => {
  const text = '指標,回答\r\nア,○\r\n';
  expect(await read(utf8(text))).toEqual(table);
  expect(await read(utf8(`\uFEFF${text}`))).toEqual(table);
  expect(await read(new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')))).toEqual(table);
  expect(await read(new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()))).toEqual(table);
  expect(await read(shiftJis)).toEqual([['回答', [['指標', '回答'], ['ア', '○'], ['髙①']]]]); // prettier-ignore
});

test.each([
  ['commas', 'a,b\n1,2\n'],
  ['tabs', 'a\tb\n1\t2\n'],
  ['semicolons', 'a;b\n1;2\n'],
  ['commas and tabs inside quotes', '"a",b\r1,"2"\r'],
])('%s separate', async (_, text) => {
  expect(await read(utf8(text), 'x.txt')).toEqual([['x', [['a', 'b'], ['1', '2']]]]); // prettier-ignore
});

test('everything in a CSV stays text', async () => {
  expect(await read(utf8('0123,1/3,TRUE,1e5,=1+1,\n'))).toEqual([
    ['回答', [['0123', '1/3', 'TRUE', '1e5', '=1+1', null]]],
  ]);
});

test('text that was decoded wrongly once, or is no known encoding, is refused', async () => {
  const twice = new TextDecoder('shift_jis').decode(utf8('保険者機能強化推進交付金の評価指標'));
  expect(await read(utf8(twice))).toBe('E-116');
  expect(await read(Uint8Array.from([0x41, 0xff, 0xfe, 0x80, 0x42]))).toBe('E-116');
});
