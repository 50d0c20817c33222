import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from '../../../src/kernel';
import { limits, readWorkbookFile } from '../../../src/workbook/file';
import { decodingText } from '../../../src/workbook/file/text/textEncoding';

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
  expect(await read(utf8('0123,1/3,TRUE,1e5,=1+1,\n'))).toEqual([['回答', [['0123', '1/3', 'TRUE', '1e5', '=1+1']]]]);
});

test('text that was decoded wrongly once, or is no known encoding, is refused', async () => {
  const twice = new TextDecoder('shift_jis').decode(utf8('保険者機能強化推進交付金の評価指標'));
  expect(await read(utf8(twice))).toBe('E-116');
  expect(await read(Uint8Array.from([0x41, 0xff, 0xfe, 0x80, 0x42]))).toBe('E-116');
});

/** A CSV of the sample as other programs write it. */
const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '../../fixtures/files', name)));

test('UTF-16 without a mark is read, whichever byte comes first', async () => {
  const little = fixture('utf16le_nobom.csv');
  const big = new Uint8Array(Buffer.from(little).swap16());
  const marked = new Uint8Array([0xff, 0xfe, ...little]);
  const cells = await read(marked);
  expect(JSON.stringify(cells)).toContain('"○"');
  expect(await read(little)).toEqual(cells);
  expect(await read(big)).toEqual(cells);
  // Zeros on both sides of the pairs: pictures, programs.
  expect(await read(Uint8Array.from([0, 1, 65, 0, 0, 0, 44, 0]))).toBe('E-104');
});

test('EUC-JP and ISO-2022-JP are read, made by iconv; CP932 in half-width kana is not taken for EUC-JP', async () => {
  // printf '指標,回答①\nア,○\n' | iconv -f UTF-8 -t EUC-JP-MS | xxd -p, and -t ISO-2022-JP without ①
  expect(await read(hex('bbd8c9b82cb2f3c5faada10aa5a22ca1fb0a'))).toEqual([['回答', [['指標', '回答①'], ['ア', '○']]]]); // prettier-ignore
  expect(await read(hex('1b24423b5849381b28422c1b24423273457a1b28420a1b244225221b28422c1b2442217b1b28420a'))).toEqual(table); // prettier-ignore
  expect(await read(hex('b1b2b3b4b5b6b7b8'))).toBe('E-116');
});
const hex = (digits: string): Uint8Array => new Uint8Array(Buffer.from(digits, 'hex'));

test.each([
  ['UTF-8', '', 'e68c87f0a0aeb72ce382a20a', '指𠮷,ア\n'],
  ['UTF-16', 'fffe', '076342d8b7df2c00a2300a00', '指𠮷,ア\n'],
  ['Shift_JIS', '', '8e7795572c83410a', '指標,ア\n'],
  ['EUC-JP', '', 'bbd8c9b82ca5a20a', '指標,ア\n'],
  ['ISO-2022-JP', '', '1b24423b5849381b28422c1b244225221b28420a', '指標,ア\n'],
])('a long text of %s is decoded in steps, which may end within a letter', (name, mark, line, text) => {
  const lines = 80_000;
  for (const before of ['', 'a', 'ab']) {
    const start = Buffer.from(before, name === 'UTF-16' ? 'utf16le' : 'latin1');
    const bytes = Buffer.concat([hex(mark), start, hex(line.repeat(lines))]);
    const steps = decodingText(new Uint8Array(bytes));
    let count = 0;
    while (steps.next().done !== true) count += 1;
    expect(count).toBeGreaterThan(bytes.length / (1 << 19));
    expect(finished(decodingText(new Uint8Array(bytes))) === before + text.repeat(lines)).toBe(true);
  }
});

test.each([
  ['a separator named in the first line, which is no row', 'sep=|\na|b,c\n', [['a', 'b,c']]],
  ['quoted marks, separators and line ends', '"a""b","c,d","e\r\nf"\rg', [['a"b', 'c,d', 'e\r\nf'], ['g']]],
  ['what follows a closing mark', '"a"b"c,d\n', [['ab"c', 'd']]],
  ['a mark inside a cell', 'a"b,c\n', [['a"b', 'c']]],
  ['blank lines and cells', '\n\n,,x,,\n""\n\n', [[], [], [null, null, 'x']]],
])('as Excel lays it out: %s', async (_, text, rows) => {
  expect(await read(utf8(text))).toEqual([['回答', rows]]);
});

test('a mark that is never closed is told by its cell and its line in the file', async () => {
  const result = await readWorkbookFile(utf8('sep=,\na,"x\ny"\nb,c,"d\ne\n'), 'x.csv');
  expect(result.ok && result.value.sheets[0]?.openQuote).toEqual({ cell: 'C2', line: 4 });
  const real = await readWorkbookFile(fixture('unclosed_quote.csv'), 'x.csv');
  expect(real.ok && real.value.sheets[0]?.openQuote).toEqual({ cell: 'H41', line: 41 });
});

describe('what costs nothing in a text costs nothing here', () => {
  const million = 1024 * 1024;
  const bytes = (unit: readonly number[], count: number): Uint8Array => {
    const made = new Uint8Array(unit.length * count);
    for (let place = 0; place < made.length; place += 1) made[place] = unit[place % unit.length] ?? 0;
    return made;
  };
  // Each 0.2–0.5 s of CPU where this was written; hucre’s parser took 2–13 s and up to 3 GB.
  test.each<[string, Uint8Array, unknown]>([
    ['28 MB of blank lines', bytes([0x0a], 28 * million), [['回答', []]]],
    ['29 MB of commas', bytes([0x2c], 29 * million), [['回答', []]]],
    [
      '28 MB of ideographic spaces in CP932',
      bytes([0x81, 0x40], 14 * million),
      [['回答', [['\u3000'.repeat(32_767)]]]],
    ],
    ['one cell of 28 MB', bytes([0x61], 28 * million), [['回答', [['a'.repeat(32_767)]]]]],
    ['28 MB of quotation marks', bytes([0x22], 28 * million), [['回答', [['"'.repeat(32_767)]]]]],
    ['29 MB of cells in one line', bytes([0x61, 0x2c], 14 * million), 'E-114'],
    ['more lines than a sheet has', bytes([0x61, 0x0a], limits.rows + 1), 'E-114'],
    ['a cell below the last row', new Uint8Array([...bytes([0x0a], limits.rows), 0x61]), 'E-114'],
    ['more cells than are read', bytes([...utf8('a,a,a,'), 0x0a], million + 1), 'E-114'],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });
});
