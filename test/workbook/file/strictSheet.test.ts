import type { SheetContent, WorkbookContent } from '../../../src/workbook';
import { readWorkbookFile, refreshWorkbookFile } from '../../../src/workbook/file';
import { modelOf } from '../models';
import { buildXlsx, cells, xlsxParts, zipOf, type BookParts } from './xlsxBuilder';

// What the one walk over a sheet part takes for a cell, and what it takes for damage (src/rules/bad-inputs.md#b056, #b076).

const contentOf = async (bytes: Uint8Array): Promise<WorkbookContent | string> => {
  const result = await readWorkbookFile(bytes, '回答.xlsx');
  return result.ok ? result.value : result.problems.map(({ name }) => name).join();
};

const sheetOf = async (book: BookParts): Promise<SheetContent> => {
  const content = await contentOf(buildXlsx(book));
  if (typeof content === 'string') throw new Error(content);
  return content.sheets[0]!;
};

const gridOf = async (sheet: string) => (await sheetOf({ sheet })).grid;
const refusalOf = async (sheet: string) => {
  const content = await contentOf(buildXlsx({ sheet }));
  return typeof content === 'string' ? content : 'read';
};

describe('cells of a type without a value', () => {
  test.each(['s', 'b', 'n', 'e', 'd', 'str', 'inlineStr'])(
    't="%s" is blank, however the value is absent',
    async (type) => {
      for (const inner of [
        '',
        '<v/>',
        '<v></v>',
        '<v><!-- none --></v>',
        ...(type === 'str' ? [] : ['<v> </v>', '<v>&#x20;</v>']),
      ]) {
        const sheet = cells(`<c r="A1"><v>1</v></c><c r="B1" t="${type}">${inner}</c><c r="C1"><v>3</v></c>`);
        expect([inner, await gridOf(sheet)]).toEqual([inner, [[1, null, 3]]]);
      }
      expect(await gridOf(cells(`<c r="A1"><v>1</v></c><c r="B1" t="${type}"/>`))).toEqual([[1]]);
    },
  );

  test.each([
    ['t="s"', '<v>7</v>'],
    ['t="s"', '<f>A1</f><v/>'],
    ['t="s"', '<is><t>a</t></is>'],
    ['t="b"', '<v>2</v>'],
    ['t="b"', '<v>x</v>'],
    ['t="unheardOf"', '<v>1</v>'],
    ['t="inlineStr"', '<v>1</v>'],
  ])('%s with %s says it holds something that is not there: held as #REF!', async (type, inner) => {
    expect(await gridOf(cells(`<c r="A1" ${type}>${inner}</c>`))).toEqual([['#REF!']]);
  });

  test('a formula whose result is stored as an empty text is one; without a result it is told', async () => {
    const sheet = await sheetOf({
      sheet: cells(
        '<c r="A1" t="str"><f>""</f><v></v></c><c r="B1" t="str"><f>A1</f></c><c r="C1" t="b"><f>A1</f></c><c r="D1"><f>A1</f><v/></c><c r="E1"><f t="shared" si="0"/></c><c r="F1"><v>1</v></c>',
      ),
    });
    expect(sheet.grid).toEqual([['', null, null, null, null, 1]]);
    expect(sheet.uncalculated).toEqual(['B1', 'C1', 'D1', 'E1']);
  });

  test('true and false are read by either spelling, and a date as a date', async () => {
    const sheet = cells(
      '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>false</v></c><c r="C1" t="d"><v>2025-04-01</v></c><c r="D1" t="d"><v>2025-04-01T12:30:00</v></c><c r="E1" t="d"><v>T12:30</v></c>',
    );
    expect(await gridOf(sheet)).toEqual([
      [true, false, new Date('2025-04-01T00:00Z'), new Date('2025-04-01T12:30Z'), 'T12:30'],
    ]);
  });

  test.each([
    ['-0', -0],
    ['007', 7],
    ['1.5E-3', 0.0015],
    ['.5', 0.5],
    [' 5 ', 5],
    ['0.1', 0.1],
    ['123456789012345678', 123456789012345680],
    ['0x1F', '0x1F'],
    ['1,5', '1,5'],
    ['--1', '--1'],
  ])('the number %s', async (written, read) => {
    expect(await gridOf(cells(`<c r="A1"><v>${written}</v></c>`))).toEqual([[read]]);
  });
});

describe('what is a cell', () => {
  const one = '<c r="A1"><v>1</v></c>';

  test('cells in extensions, in the text of others or of another vocabulary are none', async () => {
    const sheet =
      `<sheetData><row r="1">${one}<extLst><ext><c r="A1"><v>9</v></c></ext></extLst></row><x:row xmlns:x="urn:x" r="2"><x:c r="A2"><x:v>9</x:v></x:c></x:row>` +
      '<row r="3"><c r="A3"><v>3</v><extLst><c r="B3"><v>9</v></c></extLst></c><c xmlns="urn:x" r="C3"><v>9</v></c></row></sheetData>' +
      '<extLst><ext><sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData></ext></extLst><row r="5"><c r="A5"><v>9</v></c></row>';
    expect(await gridOf(sheet)).toEqual([[1], [], [3]]);
  });

  test('comments, CDATA, instructions, either quote and line ends between attributes change nothing', async () => {
    const sheet =
      "<sheetData><!-- <c r='Z1'/> --><row\n r='1' ><?x <c?><c\tr='A1'\n t='str' ><v>a<![CDATA[<&]]>b<!-- c -->&amp;&#x3042;</v ></c><c r=\"B1\"><v>1</v></c></row></sheetData>";
    expect(await gridOf(sheet)).toEqual([['a<&b&あ', 1]]);
  });

  test('runs are joined without furigana; struck-through is what all runs are', async () => {
    const run = (text: string, strike: string) => `<r><rPr><b/>${strike}</rPr><t>${text}</t></r>`;
    const kana = '<rPh sb="0" eb="1"><t>カナ</t></rPh><phoneticPr fontId="1"/>';
    const sheet = await sheetOf({
      sharedStrings: `<si>${run('市', '<strike/>')}${run('町', '<strike val="1"/>')}${kana}</si><si>${run('市', '<strike/>')}${run('_x5E02_', '<strike val="0"/>')}</si><si/>`,
      sheet: cells(
        `<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is>${run('○', '<strike/>')}${kana}</is></c><c r="D1" t="s"><v>2</v></c><c r="E1"><v>1</v></c>`,
      ),
    });
    expect(sheet.grid).toEqual([['市町', '市市', '○', '', 1]]);
    expect(sheet.struckThrough).toEqual(['A1', 'C1']);
  });

  test('a number of a text may be written by entities, or with a comment in it', async () => {
    const sheet = cells(
      '<c r="A1" t="s"><v>&#48;</v></c><c r="B1" t="s"><v>0<!-- --></v></c><c r="C1"><v>1<!-- -->&#50;</v></c>',
    );
    expect(await gridOf(sheet)).toEqual([['ア', 'ア', 12]]);
  });

  test('an underscore that was written as _x005F_ stays what it is', async () => {
    const sheet = { sharedStrings: '<si><t>_x005F_x0041_</t></si>', sheet: cells('<c r="A1" t="s"><v>0</v></c>') };
    expect((await sheetOf(sheet)).grid).toEqual([['_x0041_']]);
  });

  test('a prefix for every element, as the Open XML SDK writes it, changes nothing', async () => {
    const parts = Object.entries(
      xlsxParts({
        sheet: `${cells('<c r="A1" t="s"><v>0</v></c><c r="B1" s="0"/>')}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`,
      }),
    ).map(([name, part]) => [
      name,
      /^xl\/(worksheets|sharedStrings|styles|workbook\.xml)/.test(name) ? prefixed(String(part)) : part,
    ]);
    expect(await contentOf(zipOf(Object.fromEntries(parts) as Record<string, string>))).toMatchObject({
      sheets: [{ grid: [['ア']], merges: [{ top: 0, left: 0, bottom: 0, right: 1 }] }],
    });
  });

  test('a cell without the prefix of the others is none', async () => {
    const parts = xlsxParts();
    const sheet =
      '<x:worksheet xmlns:x="urn:main"><x:sheetData><x:row r="1"><c r="A1"><v>9</v></c><x:c r="B1"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await contentOf(zipOf({ ...parts, 'xl/worksheets/sheet1.xml': sheet }))).toMatchObject({
      sheets: [{ grid: [[null, 2]] }],
    });
  });

  test.each([
    ['a new prefix', '<x:worksheet xmlns:x="urn:main"><y:sheetData xmlns:y="urn:main"/></x:worksheet>'],
    ['no prefix', '<x:worksheet xmlns:x="urn:main"><sheetData xmlns="urn:main"/></x:worksheet>'],
    ['a prefix that is taken away', '<x:worksheet xmlns:x="urn:main"><x:sheetData xmlns:x="urn:other"/></x:worksheet>'],
  ])('names that change their prefix on the way are refused, lest cells vanish: %s', async (_, sheet) => {
    expect(await contentOf(zipOf({ ...xlsxParts(), 'xl/worksheets/sheet1.xml': sheet }))).toBe('file-suspicious');
  });

  test('namespaces said again, or of others, are no matter', async () => {
    const sheet = cells(
      '<c r="A1" xmlns:z="urn:z" z:a="1"><v>1</v></c><c r="B1" xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><v>2</v></c>',
    );
    const extension =
      '<extLst><ext xmlns:m="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><m:f>A1</m:f></ext></extLst>';
    expect(await gridOf(sheet + extension)).toEqual([[1, 2]]);
  });

  test('Strict Open XML is read, and not written into', async () => {
    const parts = Object.entries(
      xlsxParts({ sheet: cells('<c r="A1" t="s"><v>0</v></c><c r="B1" t="d"><v>2025-04-01</v></c>') }),
    );
    const strict = parts.map(([name, part]) => [
      name,
      String(part)
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    ]);
    const bytes = zipOf(Object.fromEntries(strict) as Record<string, string>);
    expect(await contentOf(bytes)).toMatchObject({ sheets: [{ grid: [['ア', new Date('2025-04-01T00:00Z')]] }] });
    const refreshed = await refreshWorkbookFile(bytes, 'a.xlsx', [modelOf([['a']])]);
    expect(refreshed.ok ? 'written' : refreshed.problems[0]?.name).toBe('file-strict');
  });
});

const prefixed = (xml: string): string => xml.replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replace(' xmlns="', ' xmlns:x="');

describe('damage', () => {
  test.each([
    ['names that do not match', '<sheetData><row r="1"><c r="A1"><v>1</w></c></row></sheetData>'],
    ['an element closed outside its parent', '<sheetData><row r="1"><c r="A1"><v>1</c></v></row></sheetData>'],
    ['an attribute twice', cells('<c r="A1" r="B1"><v>1</v></c>')],
    ['an attribute without quotes', cells('<c r=A1><v>1</v></c>')],
    ['an attribute without a value', cells('<c r="A1" t><v>1</v></c>')],
    ['attributes without a space', cells('<c r="A1"t="n"><v>1</v></c>')],
    ['a tag inside a tag', cells('<c r="A1" <v>1</v></c>')],
    ['a < in a value', cells('<c r="A1" t="<"><v>1</v></c>')],
    ['an unknown entity', cells('<c r="A1" t="str"><v>&nbsp;</v></c>')],
    ['a bare &', cells('<c r="A1" t="str"><v>a & b</v></c>')],
    ['two values in a cell', cells('<c r="A1"><v>1</v><v>2</v></c>')],
    ['an element in a value', cells('<c r="A1"><v>1<b/>2</v></c>')],
    ['two tables of cells', `${cells('<c r="A1"><v>1</v></c>')}${cells('<c r="B1"><v>2</v></c>')}`],
    ['a cell of another row', '<sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData>'],
    ['a comment without an end', cells('<!-- <c r="A1"/>')],
  ])('%s', async (_, sheet) => {
    expect(await refusalOf(sheet)).toBe('file-damaged');
  });

  test.each([
    ['text behind the root', 'x'],
    ['a second root', '<worksheet/>'],
  ])('%s', async (_, behind) => {
    const parts = xlsxParts();
    for (const part of ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml']) {
      expect(await contentOf(zipOf({ ...parts, [part]: `${String(parts[part])}${behind}` }))).toBe('file-damaged');
    }
    for (const [part, root] of [
      ['worksheets/sheet1', 'worksheet'],
      ['sharedStrings', 'sst'],
    ]) {
      expect(await contentOf(zipOf({ ...parts, [`xl/${part}.xml`]: `<${root}/>${behind}` }))).toBe('file-damaged');
    }
  });

  test.each(['x', '0', '-1', '1.5', ''])('a row that calls itself %s is outside the sheet', async (number) => {
    expect(await refusalOf(`<sheetData><row r="${number}"><c><v>1</v></c></row></sheetData>`)).toBe(
      'sheet-out-of-bounds',
    );
  });

  test('64 levels and 128 attributes are read, one more is refused', async () => {
    const tower = (levels: number) =>
      `${cells('<c r="A1"><v>1</v></c>')}${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}`;
    expect(await refusalOf(tower(63))).toBe('read');
    expect(await refusalOf(tower(64))).toBe('file-suspicious');
    const crowd = (count: number) => cells(`<c ${Array.from({ length: count }, (_, at) => `a${at}=""`).join(' ')}/>`);
    expect(await refusalOf(crowd(128))).toBe('read');
    expect(await refusalOf(crowd(129))).toBe('file-suspicious');
  });

  test('merged blocks over one another are refused before they cost time', async () => {
    const rows = Array.from({ length: 3_000 }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c></row>`);
    const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(30_000);
    expect(await refusalOf(`<sheetData>${rows.join('')}</sheetData><mergeCells>${merges}</mergeCells>`)).toBe(
      'file-suspicious',
    );
  });
});

describe('one address twice', () => {
  const twice = async (sheet: string) => {
    const { grid, doubled } = await sheetOf({ sheet });
    return { grid, doubled };
  };
  const held = { grid: [['#REF!', 2]], doubled: ['A1'] };

  test.each([
    ['two values', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c><c r="B1"><v>2</v></c></row>'],
    ['the same value', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'],
    ['a value, then a blank', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"/><c r="B1"><v>2</v></c></row>'],
    ['a blank, then a value', '<row r="1"><c r="A1"/><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'],
    ['in two rows', '<row r="1"><c r="A1"/><c r="B1"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'],
    ['three times', '<row r="1"><c r="B1"><v>2</v></c><c r="A1"/><c r="A1"><v>1</v></c><c r="A1"/></row>'],
    [
      'behind a cell without an address',
      '<row r="1"><c><v>1</v></c><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>',
    ],
  ])('is held and named: %s', async (_, rows) => {
    expect(await twice(`<sheetData>${rows}</sheetData>`)).toEqual(held);
  });

  test('is nothing when nothing stands there, and cells out of order are no twins', async () => {
    const rows =
      '<row r="3"><c r="B3"><v>4</v></c><c r="A3"/></row><row r="1"><c r="C1"/><c r="A1"><v>1</v></c><c r="C1"/></row><row r="3"><c r="C3"><v>5</v></c></row><row r="9"><c r="C9"/></row>';
    expect(await twice(`<sheetData>${rows}</sheetData>`)).toEqual({
      grid: [[1], [], [null, 4, 5]],
      doubled: undefined,
    });
  });
});

describe('merged blocks', () => {
  test('what is stored under one is taken out and named; its first cell speaks', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2" t="str"><v>×</v></c><c r="C2"><v>3</v></c></row><row r="9"><c r="A9"><v>9</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B8"/></mergeCells>';
    const { grid, coveredValues } = await sheetOf({ sheet });
    expect(grid).toEqual([[1, null], [null, null, 3], [], [], [], [], [], [], [9]]);
    expect(coveredValues).toEqual(['B1', 'A2']);
  });
});

describe('sheets that are too large', () => {
  const sheetsOf = (second: string) => {
    const parts = xlsxParts({ sheet: cells('<c r="A1"><v>1</v></c>') });
    return zipOf({
      ...parts,
      'xl/workbook.xml': String(parts['xl/workbook.xml']).replace(
        '</sheets>',
        '<sheet name="大" sheetId="2" r:id="rId9"/></sheets>',
      ),
      'xl/_rels/workbook.xml.rels': String(parts['xl/_rels/workbook.xml.rels']).replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet2.xml': String(parts['xl/worksheets/sheet1.xml']).replace(
        /<sheetData>.*<\/sheetData>/,
        second,
      ),
    });
  };
  const wide = (count: number) =>
    `<sheetData>${Array.from({ length: count }, (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`).join('')}</sheetData>`;

  test('are named as not read where others are, and cost the others nothing', async () => {
    const content = await contentOf(sheetsOf(wide(740)));
    expect(content).toMatchObject({
      sheets: [{ grid: [[1]] }],
      unread: [{ name: '大', found: '733 × 16384', most: 3_000_000 }],
    });
    expect(await contentOf(sheetsOf(wide(730)))).not.toHaveProperty('unread');
  });

  test('refuse the file when no other is left', async () => {
    expect(await refusalOf(wide(740))).toBe('sheet-too-large');
  });
});
