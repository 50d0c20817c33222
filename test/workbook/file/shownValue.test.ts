import { readSheetLooks, readWorkbookFile, shownValue } from '../../../src/workbook/file';
import { testWith } from '../../builders/withProgram';
import { convert } from './office';
import { buildXlsx, cells } from './xlsxBuilder';

const day = new Date(Date.UTC(2025, 3, 1, 9, 5, 30));

/** Number formats of municipal workbooks, and what stands in the cell (Japanese Excel 365, its display language Japanese). */
const known: readonly (readonly [number | string | Date, string, string])[] = [
  [0.1234, '0.0%', '12.3%'],
  [0.125, '0%', '13%'],
  [1234567, '#,##0', '1,234,567'],
  [-1234567, '#,##0', '-1,234,567'],
  [-1234, '#,##0;"△"#,##0;0', '△1,234'],
  [0, '#,##0;"△"#,##0;0', '0'],
  [0, '#,##0;△#,##0;"-"', '-'],
  [0, '#,##0;-#,##0;', ''],
  [-1234, '#,##0_);\\(#,##0\\)', '(1,234)'],
  [-1234, '#,##0_ ;[Red]\\-#,##0\\ ', '-1,234 '],
  [5, '"＋"#,##0;"△"#,##0;"±0"', '＋5'],
  [1.005, '0.00', '1.01'],
  [1234.5, '#,##0.00', '1,234.50'],
  [1234.5, '#,##0.##', '1,234.5'],
  [12, '000', '012'],
  [447, '0"点"', '447点'],
  [447.5, '0.0点', '447.5点'],
  [1234567, '#,##0,"千円"', '1,235千円'],
  [1234, '[$¥-411]#,##0', '¥1,234'],
  [1, '[=1]0%;0.0%', '100%'],
  [0.724, '[=1]0%;0.0%', '72.4%'],
  ['北塩原', '@"村"', '北塩原村'],
  [day, 'yyyy/m/d', '2025/4/1'],
  [day, 'yyyy/mm/dd hh:mm', '2025/04/01 09:05'],
  [day, 'yyyy"年"m"月"d"日";@', '2025年4月1日'],
  [day, '[$-411]ggge"年"m"月"d"日";@', '令和7年4月1日'],
  [new Date(Date.UTC(2019, 3, 30)), '[$-411]ge.m.d', 'H31.4.30'],
  [new Date(Date.UTC(2019, 4, 1)), '[$-411]ge.m.d', 'R1.5.1'],
  [day, 'm"月"d"日"\\(aaa\\)', '4月1日(火)'],
  [day, 'h:mm:ss', '9:05:30'],
];

test.each(known)('%p under %p is shown as %p', (value, code, shown) => {
  expect(shownValue(value, code)).toBe(shown);
});

/** As it is stored: what is not known to the letter, and what its format would hide. */
test.each([
  [1.5, ''],
  ['×', '#,##0'],
  [1.5, '# ?/?'],
  [1e6, '0.00E+00'],
  [day, '[h]:mm'],
  [day, 'd-mmm-yy'],
  [day, '[$-F800]dddd'],
  [7, ';;;'],
  [7, '"×"'],
  [-0.5, '[=1]0%;0.0%'],
  [1e15, '#,##0'],
  [true, '0'],
  [null, '0'],
])('%p under %p is shown as it is', (value, code) => {
  expect(shownValue(value, code)).toBeUndefined();
});

const styles = (codes: readonly string[]): string =>
  `<numFmts count="${codes.length}">${codes
    .map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
    .join(
      '',
    )}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="${codes.length + 1}"><xf/>${codes
    .map((_, at) => `<xf numFmtId="${200 + at}"/>`)
    .join('')}</cellXfs>`;

testWith('soffice')('LibreOffice shows the same', () => {
  const serial = (value: Date): number => value.getTime() / 86_400_000 + 25569;
  // It rounds in binary, leaves the width of a sign as a blank, takes an unquoted 点 for an error, and knows days of the week in Japanese only under a Japanese system.
  const asked = known.filter(
    ([value, code]) => value !== 1.005 && !/_|aaa|[^"]点$/.test(code) && typeof value !== 'string',
  );
  const rows = asked.map(([value], at) => {
    const number = value instanceof Date ? serial(value) : value;
    return `<row r="${at + 1}"><c r="A${at + 1}" s="${at + 1}"><v>${number}</v></c></row>`;
  });
  const book = buildXlsx({
    sheet: `<sheetData>${rows.join('')}</sheetData>`,
    styles: styles(asked.map(([, code]) => code)),
  });
  const shown = new TextDecoder()
    .decode(convert(book, 'xlsx', 'csv:Text - txt - csv (StarCalc):9,34,76,1'))
    .split('\n')
    .slice(0, asked.length)
    .map((line) => line.replaceAll(/^"|"$/g, ''));
  expect(shown).toEqual(asked.map(([, , text]) => text));
  return Promise.resolve();
});

test('the looks of a sheet: widths in pixels, hidden columns, the formats of its cells', async () => {
  const bytes = buildXlsx({
    sheet:
      '<sheetFormatPr defaultColWidth="10"/><cols><col min="1" max="2" width="20.71"/><col min="3" max="3" width="9" hidden="1"/></cols>' +
      cells('<c r="A1" s="1"><v>0.5</v></c><c r="B1"><v>2</v></c><c r="D1" s="2"><v>45748</v></c>'),
    styles: styles(['0.0%', 'yyyy"年"m"月"d"日"']),
  });
  const [look] = readSheetLooks(bytes);
  expect(look).toEqual({
    sheet: '回答',
    widths: new Map([
      [0, 145],
      [1, 145],
    ]),
    hidden: new Set([2]),
    plainWidth: 70,
    formats: new Map([
      ['0,0', '0.0%'],
      ['0,3', 'yyyy"年"m"月"d"日"'],
    ]),
  });
  const read = await readWorkbookFile(bytes, 'a.xlsx');
  const value = read.ok ? read.value.sheets[0]?.grid[0]?.[3] : undefined;
  expect(shownValue(value ?? null, look?.formats.get('0,3') ?? '')).toBe('2025年4月1日');
});

test.each([new Uint8Array(), new TextEncoder().encode('a,b\n'), buildXlsx().slice(0, 300)])(
  'a file that tells none, or is damaged, has no looks',
  (bytes) => {
    expect(readSheetLooks(bytes)).toEqual([]);
  },
);
