import type { SheetContent, WorkbookContent } from '../../../src/workbook';
import { readWorkbookFile } from '../../../src/workbook/file';
import { odsSheet, row, said } from './odsBook';
import { buildXlsx, cells, type BookParts } from './xlsxBuilder';

// What a cell holds and nobody sees, or sees otherwise (src/rules/bad-inputs.md#b059).

const contentOf = async (bytes: Uint8Array, name = '回答.xlsx'): Promise<WorkbookContent | string> => {
  const result = await readWorkbookFile(bytes, name);
  return result.ok ? result.value : result.problems.map((one) => one.name).join();
};

const firstSheet = async (bytes: Uint8Array, name?: string): Promise<SheetContent> => {
  const content = await contentOf(bytes, name);
  if (typeof content === 'string') throw new Error(content);
  return content.sheets[0]!;
};

const sheetOf = (book: BookParts): Promise<SheetContent> => firstSheet(buildXlsx(book));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A styles part whose format 1 is of this number format, font and fill. */
const styles = ({ code = 'General', font = '<sz val="11"/>', fill = '' }): string =>
  `<numFmts count="1"><numFmt numFmtId="190" formatCode="${escaped(code)}"/></numFmts><fonts count="2"><font><sz val="11"/></font><font>${font}</font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill>${fill}</fill></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="190" fontId="1" fillId="2"/></cellXfs>`;

const cell = (value: number | string, type = typeof value === 'number' ? 'n' : 'str'): string =>
  cells(`<c r="A1" s="1" t="${type}"><v>${String(value)}</v></c>`);

const isUnseen = async (look: Parameters<typeof styles>[0], value: number | string, type?: string) => {
  const sheet = await sheetOf({ styles: styles(look), sheet: cell(value, type) });
  expect(sheet.grid[0]?.[0]).not.toBeNull();
  return sheet.unseenValues?.includes('A1') === true;
};

describe('number formats', () => {
  test.each<[string, number | string]>([
    [';;;', '○'],
    [';;;', 1],
    [';;;"×"', '○'],
    ['General;General;General;"○"', '×'],
    ['"×"', 1],
    ['\\×', 1],
    ['×', 1],
    ['"×"@', '○'],
    ['@"→×"', '○'],
    ['[=1]"×";"○"', 1],
    ['[=1]"×";"○"', 5],
    ['[<=0]0;"○"', 1],
    ['[<>1]0;"○"', 1],
    ['"○";;;"×"', 1],
    ['0;0;', 0],
    ['0;;0', -1],
    ['0;"-"', -1],
    ['[>5]0', 1],
    ['[White]@', '○'],
    ['[White]General', '○'],
    ['0;[Color2]0', -1],
  ])('%s does not show %p', async (code, value) => {
    expect(await isUnseen({ code }, value)).toBe(true);
  });

  test.each<[string, number | string]>([
    ['General', '○'],
    ['@', '○'],
    ['@', 1],
    ['"様"', '○'],
    ['@"様"', '○'],
    ['0"点"', 1],
    ['0"点"', '○'],
    ['#,##0;[Red]-#,##0', -5],
    ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 0],
    ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '○'],
    ['0%', 1],
    ['[$-411]ge"年"m"月"d"日";@', 45000],
    ['aaaa', 45000],
    ['[h]:mm', 1],
    ['[=1]0;"×"', 1],
    ['[>5]0;General', 1],
    ['[>5]"多";General', 1],
    [';;', '○'],
    ['0;0;', 1],
    ['[DBNum3]0', 1],
    ['[Red]General', '○'],
  ])('%s shows %p', async (code, value) => {
    expect(await isUnseen({ code }, value)).toBe(false);
  });

  test('a truth value is shown as a text is', async () => {
    expect(await isUnseen({ code: ';;;' }, 1, 'b')).toBe(true);
    expect(await isUnseen({ code: '"○";"○";"×"' }, 1, 'b')).toBe(false);
  });
});

describe('letters', () => {
  const solid = (colour: string): string =>
    `<patternFill patternType="solid"><fgColor ${colour}/><bgColor indexed="64"/></patternFill>`;

  test.each([
    ['<color rgb="FFFFFFFF"/>', ''],
    ['<color rgb="00FEFEFE"/>', ''],
    ['<color theme="0"/>', ''],
    ['<color theme="0" tint="-0.05"/>', solid('theme="0"')],
    ['<color theme="1" tint="1"/>', ''],
    ['<color indexed="9"/>', ''],
    ['<color indexed="1"/>', '<patternFill patternType="gray125"/>'],
    ['<color rgb="FFFFFFFF"/>', solid('rgb="FFFFF2CC"')],
    ['<color rgb="FFFFFFFF"/>', solid('theme="9" tint="0.7999"')],
    ['<color rgb="FFFFFFFF"/>', solid('rgb="FFFFFF00"')],
    ['<sz val="11"/>', solid('rgb="FF000000"')],
    ['<color theme="4"/>', solid('theme="4"')],
    ['<sz val="1"/>', ''],
  ])('%s upon %p are not seen', async (font, fill) => {
    expect(await isUnseen({ font, fill }, '○')).toBe(true);
  });

  test.each([
    ['<color rgb="FFFFFFFF"/>', solid('rgb="FF1F3864"')],
    ['<color theme="0"/>', solid('theme="1"')],
    ['<color theme="0"/>', solid('theme="4"')],
    ['<color indexed="9"/>', '<gradientFill degree="90"><stop position="0"/></gradientFill>'],
    ['<color rgb="FFFF0000"/>', solid('rgb="FF008000"')],
    ['<color rgb="FF808080"/>', ''],
    ['<color rgb="FF333333"/>', solid('rgb="FFD9D9D9"')],
    ['<color indexed="64"/>', ''],
    ['<sz val="6"/>', ''],
    ['', '<patternFill patternType="solid"/>'],
  ])('%s upon %p are seen', async (font, fill) => {
    expect(await isUnseen({ font, fill }, '○')).toBe(false);
  });

  test('a format with a colour of its own wins over the font', async () => {
    expect(await isUnseen({ code: '[Red]0', font: '<color rgb="FFFFFFFF"/>' }, 1)).toBe(false);
    expect(await isUnseen({ code: '[White]0', fill: solid('rgb="FF000000"') }, 1)).toBe(false);
  });

  test('runs of a text count, shared or not; upon something dark white ones are seen', async () => {
    const run = (look: string) => `<r><t>該当</t></r><r><rPr>${look}</rPr><t>しない</t></r>`;
    const looks = ['<color rgb="FFFFFFFF"/>', '<sz val="1"/>', '<color rgb="FFFF0000"/><sz val="9"/>'];
    const shared = looks.map((look) => `<si>${run(look)}</si>`).join('');
    const row1 = looks.map((_, at) => `<c r="${'ABC'[at]!}1" t="s"><v>${at.toString()}</v></c>`).join('');
    const dark = `<c r="D1" t="inlineStr"><is>${run(looks[0]!)}</is></c><c r="E1" s="1" t="s"><v>0</v></c><c r="F1" s="1" t="inlineStr"><is>${run(looks[0]!)}</is></c><c r="G1" t="s"/>`;
    const sheet = { sheet: cells(row1 + dark), sharedStrings: shared };
    const { unseenValues } = await sheetOf({
      ...sheet,
      styles: styles({ font: '<color rgb="FFFFFFFF"/>', fill: solid('rgb="FF000000"') }),
    });
    expect(unseenValues).toEqual(['A1', 'B1', 'D1']);
  });

  test('cells without a format have the first one; nothing in a cell is nothing to be seen', async () => {
    const white = styles({}).replace('<font><sz val="11"/></font>', '<font><color theme="0"/></font>');
    const sheet = cells('<c r="A1"><v>1</v></c><c r="B1"/><c r="C1" t="str"><f>""</f><v></v></c>');
    expect((await sheetOf({ styles: white, sheet })).unseenValues).toEqual(['A1']);
    expect((await sheetOf({ sheet })).unseenValues).toBeUndefined();
  });
});

describe('an .ods', () => {
  const style = (name: string, inner: string, family = 'table-cell', parent = '') =>
    `<style:style style:name="${name}" style:family="${family}"${parent}>${inner}</style:style>`;
  const unseenIn = async (inner: string, looks = '') =>
    (await firstSheet(odsSheet(row(inner), looks), 'a.ods')).unseenValues;

  test('what is seen is in its paragraphs, beside the value', async () => {
    const text = (value: string, seen: string) =>
      `<table:table-cell office:value-type="string" office:string-value="${value}">${seen}</table:table-cell>`;
    const number = (value: string, seen: string) =>
      `<table:table-cell office:value-type="float" office:value="${value}">${seen}</table:table-cell>`;
    const unseen =
      text('○', '<text:p>×</text:p>') +
      text('○', '<text:p/>') +
      number('1', '<text:p>×</text:p>') +
      number('1', '<text:p/>');
    const seen =
      text('市 町', '<text:p>市<text:s/>町様</text:p>') +
      text('○', '') +
      number('1', '<text:p>1点</text:p>') +
      number('1', '<text:p>一</text:p>') +
      number('0', '<text:p> - </text:p>') +
      number('1', '');
    expect(await unseenIn(unseen + seen)).toEqual(['A1', 'B1', 'C1', 'D1']);
  });

  test('letters like what is behind them, or of no size, by the style of the cell, its parents or a part of it', async () => {
    const letters = (look: string) => `<style:text-properties ${look}/>`;
    const looks =
      style('white', letters('fo:color="#ffffff"')) +
      style(
        'dark',
        '<style:table-cell-properties fo:background-color="#000000"/>',
        'table-cell',
        ' style:parent-style-name="white"',
      ) +
      style('auto', letters('style:use-window-font-color="true"'), 'table-cell', ' style:parent-style-name="white"') +
      style('tiny', letters('fo:font-size="1pt"')) +
      style('T', letters('fo:color="#fffffe"'), 'text');
    const of = (name: string, text = '○') => said(text, ` table:style-name="${name}"`);
    const part = said('該当<text:span text:style-name="T">しない</text:span>');
    expect(await unseenIn(of('white') + of('dark') + of('auto') + of('tiny') + part + said('○'), looks)).toEqual([
      'A1',
      'D1',
      'E1',
    ]);
  });
});

describe('the sheet and the book', () => {
  test('rows and columns without a height or width are hidden', async () => {
    const line = (at: number, look: string) =>
      `<row r="${at.toString()}" ${look}><c r="A${at.toString()}"><v>1</v></c></row>`;
    const sheet = `<cols><col min="1" max="1" width="9"/><col min="2" max="3" width="0" customWidth="1"/></cols><sheetData>${line(1, 'ht="0" customHeight="1"')}${line(2, 'ht="0.5"')}${line(3, 'ht="13.5"')}${line(4, '')}</sheetData>`;
    const { hiddenRows, hiddenColumns } = await sheetOf({ sheet });
    expect([[...hiddenRows], [...hiddenColumns]]).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  test('merged blocks in small letters, and of whole columns and rows', async () => {
    const refs = ['b2:c3', 'H:h', '$D:$E', '5:6', 'A:5', 'AAAA:AAAA']
      .map((ref) => `<mergeCell ref="${ref}"/>`)
      .join('');
    const { merges } = await sheetOf({ sheet: `<sheetData/><mergeCells>${refs}</mergeCells>` });
    expect(merges).toEqual([
      { top: 1, bottom: 2, left: 1, right: 2 },
      { top: 0, bottom: 1_048_575, left: 7, right: 7 },
      { top: 0, bottom: 1_048_575, left: 3, right: 4 },
      { top: 4, bottom: 5, left: 0, right: 16_383 },
    ]);
  });

  test('a cell in a cell is damage', async () => {
    const inner = '<c r="A1"><v>1</v><c r="B1"><v>2</v></c></c>';
    expect(await contentOf(buildXlsx({ sheet: cells(inner) }))).toBe('file-damaged');
  });

  test('results that are to be calculated again when the book is opened are told; without results nothing is', async () => {
    const calcPr = '<calcPr calcId="124519" fullCalcOnLoad="1"/>';
    const due = async (sheet: string, setting = calcPr) => {
      const content = await contentOf(buildXlsx({ sheet, calcPr: setting }));
      return typeof content === 'string' ? content : content.recalculationDue;
    };
    expect(await due(cells('<c r="A1" t="str"><f>B1</f><v>×</v></c>'))).toBe(true);
    expect(await due(cells('<c r="A1" t="str"><f>B1</f><v>×</v></c>'), '<calcPr calcId="124519"/>')).toBeUndefined();
    expect(await due(cells('<c r="A1"><f>B1</f></c><c r="B1"><v>1</v></c>'))).toBeUndefined();
  });
});
