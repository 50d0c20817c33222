import { unzipSync } from 'fflate';
import { sentenceOf } from '../../../src/problems';
import type { CellValue } from '../../../src/workbook';
import { readWorkbookFile, refreshWorkbookFile } from '../../../src/workbook/file';
import { workbookFile } from '../../adapters/workbookFile';
import { checkModels, fullModel, listModel, modelOf } from '../models';
import { valueOf } from '../../builders/valueOf';
import { testWith } from '../../builders/withProgram';
import { convert, formatFaults } from './office';
import { buildXlsx, cells, xlsxParts, zipOf as buildFrom } from './xlsxBuilder';

const refresh = async (bytes: Uint8Array, ...models: Parameters<typeof refreshWorkbookFile>[2]) => {
  return valueOf(await refreshWorkbookFile(bytes, 'book.xlsx', models));
};
const gridsOf = async (bytes: Uint8Array): Promise<Map<string, readonly (readonly CellValue[])[]>> => {
  const { sheets } = valueOf(await readWorkbookFile(bytes, 'book.xlsx'));
  return new Map(sheets.map(({ name, grid }) => [name, grid]));
};
const textOf = (bytes: Uint8Array, part: string) => new TextDecoder().decode(unzipSync(bytes)[part]);

/** A workbook as a municipality might keep it, with what hucre or another writer would drop. */
const userBook = () =>
  buildXlsx({
    sheet: `${cells('<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c>')}<conditionalFormatting sqref="A1"><cfRule type="cellIs" priority="1" operator="equal"><formula>2</formula></cfRule></conditionalFormatting><drawing r:id="rId1"/><extLst><ext uri="{x}"><x14:y xmlns:x14="x"/></ext></extLst>`,
    definedNames:
      '<definedNames><definedName name="mine" hidden="1" comment="c">\'回答\'!$A$1</definedName></definedNames>',
    calcPr: '<calcPr calcMode="manual" iterate="1"/>',
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing7.xml"/></Relationships>',
      'xl/drawings/drawing7.xml': '<xdr:wsDr xmlns:xdr="x"><xdr:sp/></xdr:wsDr>',
      'xl/vbaProject.bin': new Uint8Array([1, 2, 3, 4]),
      'customXml/item1.xml': '<a/>',
    },
  });

test('every part that is not ours survives byte for byte', async () => {
  const before = userBook();
  const { bytes } = await refresh(before, fullModel, listModel);
  const [old, now] = [unzipSync(before), unzipSync(bytes)];
  const touched = Object.keys(old).filter((part) => Buffer.compare(old[part]!, now[part] ?? new Uint8Array()) !== 0);
  expect(touched.sort()).toEqual([
    '[Content_Types].xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
  ]);
  const workbook = textOf(bytes, 'xl/workbook.xml');
  expect(workbook).toContain('<definedName name="mine" hidden="1" comment="c">');
  expect(workbook).toContain('<calcPr calcMode="manual" iterate="1"/>');
});

test('a refresh without changes gives back the very same bytes', async () => {
  const { bytes } = await refresh(userBook(), fullModel, listModel);
  expect((await refresh(bytes, fullModel, listModel)).bytes).toBe(bytes);
});

test('a refresh touches the sheet and the names, and keeps formats, widths and notes', async () => {
  const first = await refresh(userBook(), modelOf([['a', 1]]));
  const second = await refresh(first.bytes, modelOf([['a', 2]]));
  const [old, now] = [unzipSync(first.bytes), unzipSync(second.bytes)];
  const touched = Object.keys(now).filter((part) => Buffer.compare(old[part]!, now[part]!) !== 0);
  expect(touched.sort()).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet2.xml']);
  const strip = (xml: string) => xml.replace(/<v>\d+<\/v>/g, '').replace(/<dimension [^>]*>/, '');
  expect(strip(textOf(second.bytes, 'xl/worksheets/sheet2.xml'))).toBe(
    strip(textOf(first.bytes, 'xl/worksheets/sheet2.xml')),
  );
});

test('a row whose text changes becomes as high as the text needs, never lower, and other rows keep theirs', async () => {
  const texts = (first: string, second: string, heights: readonly (readonly [number, number])[]) => ({
    ...modelOf([[first], [second], ['三']]),
    rowHeights: new Map(heights),
  });
  const heightsOf = (bytes: Uint8Array) =>
    [...textOf(bytes, 'xl/worksheets/sheet2.xml').matchAll(/<row [^>]*>/g)].map(([row]) =>
      Number(/ ht="([\d.]+)"/.exec(row)?.[1] ?? 0),
    );
  const first = await refresh(
    userBook(),
    texts('一', '二', [
      [0, 18],
      [1, 60],
      [2, 18],
    ]),
  );
  expect(heightsOf(first.bytes)).toEqual([18, 60, 18]);
  const second = await refresh(
    first.bytes,
    texts('長い文', '短い', [
      [0, 48],
      [1, 18],
      [2, 33],
    ]),
  );
  expect(heightsOf(second.bytes)).toEqual([48, 60, 18]);
});

test('the code in the printed footer follows the figures, whatever else the user wrote there', async () => {
  const coded = (code: string, value: number) =>
    modelOf([['a', value]], { print: { orientation: 'landscape', footer: `&L検算コード ${code}&R&P / &N` } });
  const still = { ...coded('AAAA1111', 1), marker: 'still', name: '同じ' };
  const first = await refresh(userBook(), coded('AAAA1111', 1), still);
  const parts = unzipSync(first.bytes);
  const edited = textOf(first.bytes, 'xl/worksheets/sheet2.xml').replace('&amp;R&amp;P', '&amp;R課の控え &amp;P');
  const book = buildFrom({ ...parts, 'xl/worksheets/sheet2.xml': new TextEncoder().encode(edited) });
  const second = await refresh(book, coded('BBBB2222', 2), { ...still, print: coded('BBBB2222', 1).print });
  expect(textOf(second.bytes, 'xl/worksheets/sheet2.xml')).toContain('検算コード BBBB2222&amp;R課の控え &amp;P');
  expect(textOf(second.bytes, 'xl/worksheets/sheet3.xml')).toContain('検算コード BBBB2222');
  expect(textOf(second.bytes, 'xl/worksheets/sheet3.xml')).toContain('<dimension');
  // What an older version printed gives way to the code of everything on the sheet.
  const print = { orientation: 'landscape', footer: '&L資料コード AB12-CD34-EF56&R&P / &N' } as const;
  const third = await refresh(second.bytes, { ...coded('BBBB2222', 3), print }, still);
  expect(textOf(third.bytes, 'xl/worksheets/sheet2.xml')).toContain('資料コード AB12-CD34-EF56&amp;R課の控え &amp;P');
});

test('texts of the user never slip: where rows were put in, the paper is written anew beside', async () => {
  const paper = (figure: string) =>
    modelOf([['見出し'], [figure], ['文章'], ['終わり']], { userCells: [{ row: 2, column: 0 }] });
  const first = await refresh(userBook(), paper('1,955千円'));
  // As Excel leaves it when a row is put in at row 2: the marker grows.
  const inserted = textOf(first.bytes, 'xl/worksheets/sheet2.xml').replace(/<row r="(\d)"([^>]*)>(<c r="A)\d/g, (row, at: string, more: string, cell: string) => Number(at) < 2 ? row : `<row r="${Number(at) + 1}"${more}>${cell}${Number(at) + 1}`); // prettier-ignore
  const names = textOf(first.bytes, 'xl/workbook.xml').replace('$A$4', '$A$5');
  const book = buildFrom({
    ...unzipSync(first.bytes),
    'xl/worksheets/sheet2.xml': new TextEncoder().encode(inserted),
    'xl/workbook.xml': new TextEncoder().encode(names),
  });
  const second = await refresh(book, paper('2,000千円'));
  expect(second.outcome.sheets).toMatchObject([{ name: '得点 (2)', created: true }]);
  expect(textOf(second.bytes, 'xl/worksheets/sheet2.xml')).toBe(inserted);
});

test('texts of the user that stand above all that changes are kept in their place, however long the rest becomes', async () => {
  const paper = (...figures: readonly string[]) =>
    modelOf([['見出し'], ['文章'], ['次の見出し'], ...figures.map((figure) => [figure])], {
      userCells: [{ row: 1, column: 0 }],
    });
  const first = await refresh(userBook(), paper('1,955千円'));
  const typed = buildFrom(
    Object.fromEntries(
      Object.entries(unzipSync(first.bytes)).map(([name, part]) => [
        name,
        new TextEncoder().encode(new TextDecoder().decode(part).replaceAll('>文章<', '>課で書いた文<')),
      ]),
    ),
  );
  const longer = await refresh(typed, paper('2,000千円', '3,000千円', '4,000千円'));
  expect(longer.outcome.sheets).toMatchObject([{ name: '得点', created: false }]);
  const shorter = await refresh(longer.bytes, paper('5,000千円'));
  expect(shorter.outcome.sheets).toMatchObject([{ name: '得点', created: false }]);
  const kept = (await gridsOf(shorter.bytes)).get('得点');
  expect(kept?.map((row) => row[0] ?? null)).toEqual(['見出し', '課で書いた文', '次の見出し', '5,000千円']);
  // A row put in just above the text: the heading is where it was, the line below the text is not.
  const sheet = textOf(typed, 'xl/worksheets/sheet2.xml').replace(/<row r="(\d)"([^>]*)>(<c r="A)\d/g, (row, at: string, more: string, cell: string) => Number(at) < 2 ? row : `<row r="${Number(at) + 1}"${more}>${cell}${Number(at) + 1}`); // prettier-ignore
  const book = buildFrom({
    ...unzipSync(typed),
    'xl/worksheets/sheet2.xml': new TextEncoder().encode(sheet),
    'xl/workbook.xml': new TextEncoder().encode(textOf(typed, 'xl/workbook.xml').replace('$A$4', '$A$5')),
  });
  const beside = await refresh(book, paper('2,000千円', '3,000千円', '4,000千円'));
  expect(beside.outcome.sheets).toMatchObject([{ name: '得点 (2)', created: true }]);
});

test('our tables get ids and names that are free', async () => {
  const first = await refresh(userBook(), listModel);
  const second = await refresh(first.bytes, { ...listModel, name: '一覧２', marker: 'other' });
  expect(textOf(second.bytes, 'xl/tables/table2.xml')).toMatch(/ id="2" name="ListTable_2" displayName="ListTable_2"/);
});

test('where only the type of its styles is left, the workbook gets styles under another name', async () => {
  const [relations, types] = ['xl/_rels/workbook.xml.rels', '[Content_Types].xml'];
  const parts = xlsxParts();
  delete parts['xl/styles.xml'];
  parts[relations] = String(parts[relations]).replace(/<Relationship [^>]*styles[^>]*>/, '');
  parts[types] = String(parts[types]).replace('</Types>', '<Override PartName="/xl/styles.xml" ContentType="x/y"/></Types>'); // prettier-ignore
  const { bytes } = await refresh(buildFrom(parts), fullModel);
  expect(Object.keys(unzipSync(bytes))).toContain('xl/styles1.xml');
});

test('our number formats take no number that a conditional format of theirs has', async () => {
  const lists =
    '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellXfs>';
  const styles = `${lists}<dxfs count="1"><dxf><numFmt numFmtId="164" formatCode="&quot;x&quot;"/></dxf></dxfs>`;
  const { bytes } = await refresh(buildXlsx({ styles }), fullModel);
  const ids = [...textOf(bytes, 'xl/styles.xml').matchAll(/<numFmt numFmtId="(\d+)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a formula typed over a value of ours goes, and the calculation chain with it', async () => {
  const { bytes } = await refresh(userBook(), modelOf([['a', 1]]));
  const parts = unzipSync(bytes);
  const sheet = textOf(bytes, 'xl/worksheets/sheet2.xml').replace('<v>1</v>', '<f>1+1</f><v>2</v>');
  const chained = buildFrom({
    ...parts,
    'xl/worksheets/sheet2.xml': new TextEncoder().encode(sheet),
    'xl/calcChain.xml': new TextEncoder().encode('<calcChain/>'),
    'xl/_rels/workbook.xml.rels': new TextEncoder().encode(
      textOf(bytes, 'xl/_rels/workbook.xml.rels').replace(
        '</Relationships>',
        '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
      ),
    ),
  });
  const { bytes: after, outcome } = await refresh(chained, modelOf([['a', 1]]));
  expect(outcome.sheets[0]).toMatchObject({ changedCells: 1, editedSinceLastWrite: true });
  expect(Object.keys(unzipSync(after))).not.toContain('xl/calcChain.xml');
  expect(textOf(after, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  expect(textOf(after, 'xl/worksheets/sheet2.xml')).not.toContain('<f>');
});

test('formulas of ours stand with what they come to, and the calculation chain, which has none of them, goes', async () => {
  const [points, checks] = checkModels(3);
  const parts = unzipSync(userBook());
  const chained = buildFrom({
    ...parts,
    'xl/calcChain.xml': new TextEncoder().encode('<calcChain/>'),
    'xl/_rels/workbook.xml.rels': new TextEncoder().encode(
      textOf(userBook(), 'xl/_rels/workbook.xml.rels').replace(
        '</Relationships>',
        '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
      ),
    ),
  });
  const { bytes, outcome } = await refresh(chained, points, checks);
  expect(outcome.sheets).toMatchObject([{ created: true }, { created: true, changedCells: 2 }]);
  expect(Object.keys(unzipSync(bytes))).not.toContain('xl/calcChain.xml');
  const sheet = textOf(bytes, 'xl/worksheets/sheet3.xml');
  expect(sheet).toMatch(/<c r="A1" s="\d+"><f>SUM\('得点'!A1:B1\)<\/f><v>3<\/v><\/c>/);
  expect(sheet).toMatch(
    /<c r="B1" t="str" s="\d+"><f>IF\(ROUND\(A1-'得点'!C1,6\)=0,&quot;一致&quot;,&quot;不一致&quot;\)<\/f><v>一致<\/v>/,
  );
  const [other, others] = checkModels(4);
  const again = await refresh(bytes, other, others);
  expect(again.outcome.sheets).toMatchObject([{ changedCells: 1 }, { changedCells: 1, editedSinceLastWrite: false }]);
  expect(textOf(again.bytes, 'xl/worksheets/sheet3.xml')).toContain('<v>不一致</v>');
});

test.each([
  ['has one of its own', '<dxfs count="1"><dxf><font><b/></font></dxf></dxfs>', '1'],
  ['has an empty list', '<dxfs count="0"/>', '0'],
  ['has none', '', '0'],
])('what a rule of ours paints is added to the formats of rules: where the workbook %s', async (_, dxfs, number) => {
  const lists =
    '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellXfs>';
  const { bytes } = await refresh(buildXlsx({ styles: `${lists}${dxfs}` }), ...checkModels(4));
  const styles = textOf(bytes, 'xl/styles.xml');
  const painted = [...styles.matchAll(/<dxf>.*?<\/dxf>/g)].map(([dxf]) => dxf);
  expect(styles).toContain(`<dxfs count="${painted.length}">`);
  expect(painted[Number(number)]).toContain('FFFAD9D0');
  expect(textOf(bytes, 'xl/worksheets/sheet3.xml')).toContain(
    `<conditionalFormatting sqref="B1"><cfRule type="cellIs" priority="1" dxfId="${number}" operator="equal"><formula>"不一致"</formula></cfRule></conditionalFormatting>`,
  );
});

test('a workbook whose structure is locked is refused, and nothing is written', async () => {
  const locked = buildXlsx({ definedNames: '<!-- -->' });
  const parts = unzipSync(locked);
  const xml = textOf(locked, 'xl/workbook.xml').replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>');
  const result = await refreshWorkbookFile(
    buildFrom({ ...parts, 'xl/workbook.xml': new TextEncoder().encode(xml) }),
    'a.xlsx',
    [fullModel],
  );
  expect(result.ok ? '' : result.problems[0]?.code).toBe('E-119');
});

test.each([
  ['a cell', '<c r="A1" s="1"><v>1</v></c>', ''],
  ['a row', '<c r="A1"><v>1</v></c>', ' s="1"'],
])('where no formats are but %s asks for one, ours would take its place: refused', async (_, cell, format) => {
  const relations = 'xl/_rels/workbook.xml.rels';
  const parts = xlsxParts({ sheet: `<sheetData><row r="1"${format}>${cell}</row></sheetData>` });
  const bytes = buildFrom({
    ...parts,
    [relations]: String(parts[relations]).replace(/<Relationship [^>]*styles[^>]*>/, ''),
  });
  const result = await refreshWorkbookFile(bytes, 'book.xlsx', [fullModel]);
  if (result.ok) throw new Error('it was written into');
  expect(result.problems.map((one) => sentenceOf(one, 'en'))).toEqual([
    expect.stringMatching(/^E-118 .*the formats of its cells are not in the workbook/),
  ]);
});

test('a CSV cannot be written into', async () => {
  const result = await workbookFile(new TextEncoder().encode('a,b\n'), 'a.csv').write([fullModel]);
  expect(result.ok ? '' : result.problems[0]?.code).toBe('E-118');
});

const fods = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>
<table:content-validations><table:content-validation table:name="v1" table:condition="of:cell-content-is-in-list(&quot;○&quot;;&quot;×&quot;)" table:base-cell-address="回答.B2"/></table:content-validations>
<table:table table:name="回答"><table:table-row><table:table-cell office:value-type="string"><text:p>指標</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>回答</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="float" office:value="4"><text:p>4</text:p></table:table-cell><table:table-cell table:content-validation-name="v1" office:value-type="string"><text:p>○</text:p></table:table-cell><table:table-cell table:formula="of:=[.A2]*2" office:value-type="float" office:value="8"/></table:table-row></table:table>
<table:named-expressions><table:named-range table:name="answers" table:base-cell-address="$回答.$A$1" table:cell-range-address="$回答.$A$1:.$B$2"/></table:named-expressions>
</office:spreadsheet></office:body></office:document>`;

testWith('soffice')(
  'a workbook of LibreOffice keeps its validation, name and formula, and LibreOffice opens the result',
  async () => {
    const start = convert(fods, 'fods', 'xlsx');
    const { bytes } = await refresh(start, fullModel, listModel);
    const again = convert(bytes, 'xlsx', 'xlsx');
    expect(await gridsOf(again)).toEqual(await gridsOf(bytes));
    expect(textOf(again, 'xl/worksheets/sheet1.xml')).toMatch(
      /<dataValidation .*<f[^>]*>A2\*2<\/f>|<f[^>]*>A2\*2<\/f>.*<dataValidation /s,
    );
    expect(textOf(again, 'xl/workbook.xml')).toMatch(/name="answers"/);
    expect(
      (await refresh(again, fullModel, listModel)).outcome.sheets.map((sheet) => [sheet.created, sheet.changedCells]),
    ).toEqual([
      [false, 0],
      [false, 0],
    ]);
    for (const part of ['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet3.xml']) {
      expect([part, formatFaults(bytes, part)]).toEqual([part, []]);
    }
  },
);

testWith('soffice')('an .ods of LibreOffice is read', async () => {
  expect([...(await gridsOf(convert(fods, 'fods', 'ods')))]).toEqual([
    ['回答', [['指標', '回答'], [4, '○', 8]]], // prettier-ignore
  ]);
});
