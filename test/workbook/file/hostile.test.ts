import { zipSync } from 'fflate';
import { partsOf } from '../../../src/problems';
import type { WorkbookContent } from '../../../src/workbook';
import { readWorkbookFile, refreshWorkbookFile } from '../../../src/workbook/file';
import { modelOf } from '../models';
import { buildXlsx, cells, lieInDirectory, renamePart, xlsxParts, zipOf } from './xlsxBuilder';

// Every row of rules/bad-inputs.md#b075–#b089 that a file can carry; each ends in a result or a named refusal.

/** Names of the problems, or 「read」; the bytes must stay as they are. */
const codeOf = async (bytes: Uint8Array, name = '回答.xlsx'): Promise<string> => {
  const before = Buffer.from(bytes);
  const result = await readWorkbookFile(bytes, name);
  expect(Buffer.compare(before, Buffer.from(bytes))).toBe(0);
  return result.ok ? 'read' : result.problems.map(({ name: problem }) => problem).join();
};

const contentOf = async (bytes: Uint8Array, name = '回答.xlsx'): Promise<WorkbookContent> => {
  const result = await readWorkbookFile(bytes, name);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

const gridOf = async (bytes: Uint8Array) => (await contentOf(bytes)).sheets[0]!.grid;

describe('the container', () => {
  test('a zip bomb of 1:1000 is refused before it is unpacked', async () => {
    const bomb = zipOf({ ...xlsxParts(), 'xl/media/zeros.bin': new Uint8Array(90_000_000) });
    expect(await codeOf(bomb)).toBe('file-unpacks-too-large');
  });

  test('parts over the cap of one part, or of all together, are refused', async () => {
    const lied = lieInDirectory(buildXlsx(), 'xl/styles.xml', 24, 250 * 1024 * 1024);
    expect(await codeOf(lied)).toBe('file-unpacks-too-large');
  });

  test('a zip inside the zip is not opened', async () => {
    const nested = zipOf({ ...xlsxParts(), 'xl/media/inner.zip': zipOf({ 'x.bin': new Uint8Array(500_000) }) });
    expect(await codeOf(nested)).toBe('read');
  });

  test('too many parts are refused', async () => {
    const parts = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`x/${index}`, '']));
    expect(await codeOf(zipOf({ ...xlsxParts(), ...parts }, 0))).toBe('file-unpacks-too-large');
  });

  test('65,535 parts and more, which need ZIP64, are refused', async () => {
    const zip = buildXlsx();
    const view = new DataView(zip.buffer, zip.byteOffset);
    view.setUint16(zip.length - 12, 0xffff, true);
    expect(await codeOf(zip)).toBe('file-suspicious');
  });

  test('two parts of one name are refused, also when only the case differs', async () => {
    const zip = zipOf({ ...xlsxParts(), 'xl/stylez.xml': '<x/>' });
    expect(await codeOf(renamePart(zip, 'xl/stylez.xml', 'xl/styles.xml'))).toBe('file-suspicious');
    expect(await codeOf(renamePart(zip, 'xl/stylez.xml', 'xl/STYLES.xml'))).toBe('file-suspicious');
  });

  test('what is wrong is said in the language of the sentence', async () => {
    const zip = zipOf({ ...xlsxParts(), 'xl/stylez.xml': '<x/>' });
    const twice = await readWorkbookFile(renamePart(zip, 'xl/stylez.xml', 'xl/styles.xml'), '回答.xlsx');
    const bomb = await readWorkbookFile(
      lieInDirectory(buildXlsx(), 'xl/styles.xml', 24, 250 * 1024 * 1024),
      '回答.xlsx',
    );
    const said = [twice, bomb].flatMap((result) =>
      result.ok ? [] : result.problems.flatMap((one) => [partsOf(one, 'ja').what, partsOf(one, 'en').what]),
    );
    expect(said).toEqual([
      '「回答.xlsx」は安全に読めません（同じ名前の部品が 2 つあります）',
      '"回答.xlsx" cannot be read safely (two of its parts have one name)',
      '「回答.xlsx」は展開すると大きすぎます（xl/styles.xml が 250 MB になります）',
      '"回答.xlsx" is too large when unpacked (xl/styles.xml would take 250 MB)',
    ]);
  });

  test.each(['../../evil.xml', '/etc/evil.xml_', 'C:\\evil.xml__', 'xl/../../ev.xm'])(
    'a part called %s is refused',
    async (path) => {
      const zip = zipOf({ ...xlsxParts(), [`a${'b'.repeat(path.length - 1)}`]: '<x/>' });
      expect(await codeOf(renamePart(zip, `a${'b'.repeat(path.length - 1)}`, path))).toBe('file-suspicious');
    },
  );

  test.each([10, 5_000, 90_000_000])('a part whose size is a lie (%d bytes) is damaged', async (size) => {
    const lied = lieInDirectory(buildXlsx(), 'xl/worksheets/sheet1.xml', 24, size);
    expect(await codeOf(lied)).toMatch(/^file-(damaged|unpacks-too-large)$/);
  });

  test('a wrong check sum is damaged', async () => {
    expect(await codeOf(lieInDirectory(buildXlsx(), 'xl/worksheets/sheet1.xml', 16, 12345))).toBe('file-damaged');
    const flipped = zipOf(xlsxParts(), 0);
    const place = Buffer.from(flipped).indexOf('<v>1</v>') + 3;
    flipped[place] = 0x37;
    expect(await codeOf(flipped)).toBe('file-damaged');
  });

  test('a zip cut off anywhere is damaged', async () => {
    const whole = buildXlsx();
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      expect(await codeOf(whole.slice(0, Math.floor(whole.length * share)))).toBe('file-damaged');
    }
  });

  test('bytes behind the end, or before the start, are damaged', async () => {
    expect(await codeOf(new Uint8Array([...buildXlsx(), 1, 2, 3]))).toBe('file-damaged');
    const shifted = new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...buildXlsx()]);
    expect(await codeOf(shifted)).toBe('file-damaged');
  });

  test('two entries on the same bytes are refused', async () => {
    const zip = zipOf({ ...xlsxParts(), 'xl/a.bin': 'x'.repeat(100) }, 0);
    const lied = lieInDirectory(zip, 'xl/a.bin', 42, 0);
    expect(await codeOf(lied)).toMatch(/^file-(suspicious|damaged)$/);
  });

  test('an encrypted entry is refused', async () => {
    const lied = lieInDirectory(buildXlsx(), 'xl/styles.xml', 8, 1 | (8 << 16));
    expect(await codeOf(lied)).toBe('file-suspicious');
  });

  test('a file over 30 MB is refused with its size', async () => {
    const result = await readWorkbookFile(new Uint8Array(31 * 1024 * 1024).fill(65), 'big.xlsx');
    expect(result.ok ? undefined : result.problems[0]).toMatchObject({
      name: 'file-too-large',
      code: 'E-103',
      facts: { size: 31, limit: 30 },
    });
  });
});

describe('XML', () => {
  const lol = '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';

  test.each(['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml'])(
    'a DTD in %s is refused, so no entity is ever expanded',
    async (part) => {
      const parts = xlsxParts();
      const doubtful = String(parts[part]).replace('?>', `?>${lol}`);
      expect(await codeOf(zipOf({ ...parts, [part]: doubtful }))).toBe('file-suspicious');
    },
  );

  test.each([
    ['a sheet', { sheet: `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}` }],
    ['shared texts', { sharedStrings: `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}` }],
  ])('a tower of elements in %s is refused', async (_, book) => {
    expect(await codeOf(zipOf(xlsxParts(book), 0))).toBe('file-suspicious');
  });

  test('a million attributes in one tag are refused', async () => {
    const many = Array.from({ length: 1_000_000 }, (_, index) => ` a${index}=""`).join('');
    expect(await codeOf(zipOf(xlsxParts({ sheet: cells(`<c r="A1"${many}><v>1</v></c>`) }), 0))).toBe(
      'file-suspicious',
    );
  });

  test('bytes that are no UTF-8 are damaged; a UTF-16 part is read', async () => {
    const parts = xlsxParts({ sheet: cells('<c r="A1" t="inlineStr"><is><t>あ</t></is></c>') });
    const sheet = Buffer.from(String(parts['xl/worksheets/sheet1.xml']));
    const broken = Buffer.from(sheet);
    broken[sheet.indexOf('あ')] = 0xff;
    expect(await codeOf(zipOf({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(broken) }))).toBe('file-damaged');
    const utf16 = Buffer.from(`\uFEFF${sheet.toString('utf8')}`, 'utf16le');
    expect(await gridOf(zipOf({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(utf16) }))).toEqual([['あ']]);
  });

  test('a sheet that ends in the middle is damaged', async () => {
    expect(await codeOf(buildXlsx({ sheet: '<sheetData><row r="1"><c r="A1"><v>1</v></c>' }))).toBe('file-damaged');
    expect(await codeOf(buildXlsx({ sheet: '<sheetData><row r="1"><c r="A1' }))).toBe('file-damaged');
  });
});

describe('cells', () => {
  test.each(['A99999999', 'AAAA1', 'XFE1', 'A1048577', 'A0', '1', 'A', 'A1:B2', 'ZZZZZZZZZZ1'])(
    'a cell at %s lies outside the sheet',
    async (reference) => {
      expect(await codeOf(buildXlsx({ sheet: cells(`<c r="${reference}"><v>1</v></c>`) }))).toBe('sheet-out-of-bounds');
    },
  );

  test.each([
    ['<c r="XFE1" s="1"><v>1</v></c>', 'シートの外を指すセルがあります（XFE1）'],
    ['<c r="&lt;v&gt;1" s="1"><v>1</v></c>', 'シートの外を指すセルがあります'],
    [`<c r="${'A'.repeat(200)}1"><v>1</v></c>`, `シートの外を指すセルがあります（${'A'.repeat(30)}）`],
  ])('what lies outside is named as people name it: %s', async (cell, sentence) => {
    const result = await readWorkbookFile(buildXlsx({ sheet: cells(cell) }), '回答.xlsx');
    expect(result.ok ? [] : result.problems.map((one) => partsOf(one).what)).toEqual([sentence]);
  });

  test('a row 99,999,999 without cells is ignored, with a cell it is outside', async () => {
    const empty = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="99999999"/></sheetData>';
    expect(await gridOf(buildXlsx({ sheet: empty }))).toEqual([[1]]);
    const filled = '<sheetData><row r="99999999"><c><v>1</v></c></row></sheetData>';
    expect(await codeOf(buildXlsx({ sheet: filled }))).toBe('sheet-out-of-bounds');
  });

  test('rows and cells without an address, or out of order, are read', async () => {
    const bare = '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>';
    expect(await gridOf(buildXlsx({ sheet: bare }))).toEqual([[1, 2], [3]]);
    const mixed =
      '<sheetData><row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
    expect(await gridOf(buildXlsx({ sheet: mixed }))).toEqual([[1], [3, 4]]);
  });

  test('a dimension that lies is ignored', async () => {
    expect(
      await gridOf(buildXlsx({ sheet: `<dimension ref="A1:XFD1048576"/>${cells('<c r="A1"><v>1</v></c>')}` })),
    ).toEqual([[1]]);
  });

  test('two cells far apart do not fill the memory: rows without a value are all one', async () => {
    const far =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>';
    const grid = await gridOf(buildXlsx({ sheet: far }));
    expect(grid).toHaveLength(1_048_576);
    expect(grid[0]).toEqual([1]);
    expect(grid.at(-1)?.at(-1)).toBe(2);
    expect(new Set(grid).size).toBe(3);
  });

  test('an area that is only formatted is no data', async () => {
    const rows = Array.from(
      { length: 2_000 },
      (_, row) => `<row r="${row + 1}">${row === 0 ? '<c r="A1"><v>1</v></c>' : ''}<c r="XFD${row + 1}" s="0"/></row>`,
    );
    expect(await gridOf(buildXlsx({ sheet: `<sheetData>${rows.join('')}</sheetData>` }))).toEqual([[1]]);
  });

  test('a column of far cells does not fill the memory', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`,
    );
    expect(await codeOf(buildXlsx({ sheet: `<sheetData>${rows.join('')}</sheetData>` }))).toBe('sheet-too-large');
  });

  test.each(['999', '-1', '0.5', '1.5', '1e0', 'x', '99999999999999999999'])(
    'a text with the index %s is held as #REF!, never a number or a blank',
    async (index) => {
      const sheet = cells(`<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>${index}</v></c>`);
      expect(await gridOf(buildXlsx({ sheet }))).toEqual([['ア', '#REF!']]);
    },
  );

  test('a style that does not exist is no style', async () => {
    expect(await gridOf(buildXlsx({ sheet: cells('<c r="A1" s="99999"><v>5</v></c>') }))).toEqual([[5]]);
  });

  test.each([
    ['1e999', 'Infinity'],
    ['-1e999', '-Infinity'],
    ['NaN', 'NaN'],
    ['Infinity', 'Infinity'],
  ])('the number %s is text, so that it is held', async (written, read) => {
    expect(await gridOf(buildXlsx({ sheet: cells(`<c r="A1"><v>${written}</v></c>`) }))).toEqual([[read]]);
  });

  test('a text of 32,767 characters is read; a longer one is cut there', async () => {
    const texts = [32_767, 40_000].map((length) => `<si><t>${'字'.repeat(length)}</t></si>`).join('');
    const sheet = cells('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>');
    const [[first, second] = []] = await gridOf(zipOf(xlsxParts({ sharedStrings: texts, sheet }), 0));
    expect(String(first).length).toBe(32_767);
    expect(second).toBe(first);
  });

  test('a shared text of 10 MB is cut', async () => {
    const book = xlsxParts({
      sharedStrings: `<si><t>${'x'.repeat(10_000_000)}</t></si>`,
      sheet: cells('<c r="A1" t="s"><v>0</v></c>'),
    });
    expect(String((await gridOf(zipOf(book, 0)))[0]![0]).length).toBe(32_767);
  });

  test('furigana is not part of the text, shared or inline', async () => {
    const kana = '<t>市町村</t><rPh sb="0" eb="3"><t>しちょうそん</t></rPh><phoneticPr fontId="1"/>';
    const sheet = cells(`<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>${kana}</is></c>`);
    expect(await gridOf(buildXlsx({ sharedStrings: `<si>${kana}</si>`, sheet }))).toEqual([['市町村', '市町村']]);
  });

  test('control characters and halves of surrogate pairs are read as they are, where XML can hold them', async () => {
    const sheet = (text: string) => buildXlsx({ sheet: cells(`<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`) });
    expect(await gridOf(sheet('a_x0001_b_xD800_c\u202Ed'))).toEqual([['a\u0001b\uD800c\u202Ed']]);
    for (const broken of ['&#xD800;', '&#1;', '\u0001', '&maru;', ']]>', '<!-- a -- b -->', '<x:y:z/>']) {
      expect([broken, await codeOf(sheet(broken))]).toEqual([broken, 'file-damaged']);
    }
  });

  test('struck-through text, missing values and hidden rows are told', async () => {
    const styles =
      '<fonts count="2"><font/><font><strike/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="2"><xf fontId="0"/><xf fontId="1"/></cellXfs>';
    const sheet =
      '<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><f>A1+1</f></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row></sheetData><sheetProtection sheet="1"/><autoFilter ref="A1:B2"><filterColumn colId="0"><filters/></filterColumn></autoFilter>';
    const content = await contentOf(buildXlsx({ styles, sheet, calcPr: '<calcPr calcMode="manual"/>' }));
    expect(content.manualCalculation).toBe(true);
    expect(content.sheets[0]).toMatchObject({
      struckThrough: ['A1'],
      uncalculated: ['B1'],
      hiddenRows: new Set([1]),
      hiddenColumns: new Set([1]),
      filtered: true,
      protected: true,
    });
  });
});

test('a struck mark is told with a plain space behind it, not with a plain mark', async () => {
  const runs = (...texts: readonly (readonly [text: string, struck: boolean])[]) =>
    `<is>${texts.map(([text, struck]) => `<r><rPr>${struck ? '<strike/>' : ''}</rPr><t xml:space="preserve">${text}</t></r>`).join('')}</is>`;
  const inline = (address: string, text: string) => `<c r="${address}" t="inlineStr">${text}</c>`;
  const sheet = cells(
    inline('A1', runs(['○', true], [' ', false])) +
      inline('B1', runs(['○', true], ['×', false])) +
      inline('C1', runs([' ', false], ['○', false])),
  );
  expect((await contentOf(buildXlsx({ sheet }))).sheets[0]?.struckThrough).toEqual(['A1']);
});

describe('what stands beside the cells', () => {
  const one = cells('<c r="A1"><v>1</v></c>');

  test('a validation on 17 billion cells costs nothing', async () => {
    const sheet = `${one}<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>`;
    expect(await gridOf(buildXlsx({ sheet }))).toEqual([[1]]);
  });

  test('100,000 conditional formats are passed over', async () => {
    const rules = Array.from(
      { length: 100_000 },
      (_, index) =>
        `<conditionalFormatting sqref="A${index + 1}"><cfRule type="expression" priority="${index + 1}"><formula>A1=${index}</formula></cfRule></conditionalFormatting>`,
    ).join('');
    expect(await gridOf(buildXlsx({ sheet: one + rules }))).toEqual([[1]]);
  });

  test('column settings laid over each other thousands of times are refused', async () => {
    const sheet = `<cols>${'<col min="1" max="16384" width="5"/>'.repeat(20_000)}</cols>${one}`;
    expect(await codeOf(buildXlsx({ sheet }))).toBe('file-suspicious');
  });

  test('millions of shared texts are refused before a tree is built of them', async () => {
    const book = xlsxParts({ sharedStrings: '<si><t>a</t></si>'.repeat(1_100_000) });
    expect(await codeOf(zipOf(book, 0))).toBe('file-unpacks-too-large');
  });

  test('a merge of A1:XFD3000 stays one rectangle', async () => {
    const content = await contentOf(
      buildXlsx({ sheet: `${one}<mergeCells count="1"><mergeCell ref="A1:XFD3000"/></mergeCells>` }),
    );
    expect(content.sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 2999, right: 16_383 }]);
    expect(content.sheets[0]?.grid).toEqual([[1]]);
  });

  test('20,000 defined names are read and none is followed', async () => {
    const names = Array.from(
      { length: 20_000 },
      (_, index) => `<definedName name="n${index}" hidden="1">'[1]x'!$A$${index + 1}</definedName>`,
    );
    const content = await contentOf(buildXlsx({ definedNames: `<definedNames>${names.join('')}</definedNames>` }));
    expect(content.names).toHaveLength(20_000);
    expect(content.names[7]).toEqual({ name: 'n7', refersTo: "'[1]x'!$A$8" });
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'a sheet, a name and a header called %s are plain text',
    async (word) => {
      const book = buildXlsx({
        sheetName: word,
        sheet: cells(`<c r="A1" t="inlineStr"><is><t>${word}</t></is></c>`),
        definedNames: `<definedNames><definedName name="${word}" localSheetId="0">'${word}'!$A$1</definedName></definedNames>`,
      });
      const content = await contentOf(book);
      expect(content.sheets.map(({ name, grid }) => [name, grid])).toEqual([[word, [[word]]]]);
      expect(content.names).toEqual([{ name: word, refersTo: `'${word}'!$A$1`, sheet: word }]);
      const refreshed = await refreshWorkbookFile(book, 'a.xlsx', [modelOf([[word]], { name: word })]);
      expect(refreshed.ok && refreshed.value.outcome.sheets[0]?.name).toBe(`${word} (2)`);
    },
  );
});

describe('other kinds of file', () => {
  const compound = (stream: string) => {
    const bytes = new Uint8Array(2048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.set(Buffer.from(stream, 'utf16le'), 1024);
    return bytes;
  };
  const text = (words: string) => new TextEncoder().encode(words);
  test.each<readonly [string, Uint8Array, string]>([
    ['an old .xls', compound('Workbook'), 'file-xls'],
    ['a file under a password', compound('EncryptedPackage'), 'file-password'],
    ['another compound file (.doc)', compound('WordDocument'), 'file-unknown'],
    ['an .xlsb', zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }), 'file-xlsb'],
    ['a Word document', zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' }), 'file-damaged'],
    ['a plain zip', zipSync({ 'a.txt': text('a') }), 'file-unknown'],
    ['HTML called .xlsx', text('<!DOCTYPE html><html><table></table></html>'), 'file-html'],
    ['an HTML table called .xls', text('\uFEFF <table><tr><td>1</td></tr></table>'), 'file-html'],
    ['XML Spreadsheet 2003', text('<?xml version="1.0"?><Workbook></Workbook>'), 'file-unknown'],
    ['a PDF', text('%PDF-1.7 ...'), 'file-pdf'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'file-unknown'],
    ['an empty file', new Uint8Array(0), 'file-empty'],
    [
      'an .ods under a password',
      zipOf({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'META-INF/manifest.xml': '<m:manifest xmlns:m="x"><m:encryption-data/></m:manifest>',
        'content.xml': 'x',
      }),
      'file-password',
    ],
  ])('%s is refused by name', async (_, bytes, name) => {
    expect(await codeOf(bytes)).toBe(name);
  });

  test('a macro workbook is read, and the name does not matter', async () => {
    const book = buildXlsx({ parts: { 'xl/vbaProject.bin': new Uint8Array([1, 2, 3]) } });
    expect(await codeOf(book, '回答.xlsm')).toBe('read');
    expect(await codeOf(book, '回答.csv')).toBe('read');
  });
});

test.each([
  ['true', 'E-111'],
  ['', 'E-111'],
  ['UTF-8', 'read'],
  ['us-ascii', 'read'],
  ['windows-1252', 'read'],
])('a sheet in the encoding %p: %s, as programs that know it or not', async (encoding, expected) => {
  const parts = xlsxParts();
  const sheet = String(parts['xl/worksheets/sheet1.xml']).replace('encoding="UTF-8"', `encoding="${encoding}"`);
  expect(sheet).toContain(`encoding="${encoding}"`);
  const result = await readWorkbookFile(zipOf({ ...parts, 'xl/worksheets/sheet1.xml': sheet }), 'a.xlsx');
  expect(result.ok ? 'read' : result.problems[0]?.code).toBe(expected);
});
