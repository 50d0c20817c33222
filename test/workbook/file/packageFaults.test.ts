import { strFromU8, unzipSync } from 'fflate';
import { openPackage } from '../../../src/workbook/file/package/package';
import { packageFaults } from '../../../src/workbook/file/edit/packageFaults';
import { partSource } from '../../../src/workbook/file/package/parts';
import { writeWorkbookFile } from '../../../src/workbook/file';
import { chartModel, fullModel, listModel } from '../models';
import { zipOf } from './xlsxBuilder';

/** A sound package, and the same with one thing broken in one part: every rule of the checker has to see its own. */
let sound: Record<string, Uint8Array>;
beforeAll(async () => {
  sound = unzipSync(await writeWorkbookFile([fullModel, listModel, { ...listModel, marker: 'b', name: '二' , table: { ...listModel.table!, name: 'Other' } }, chartModel])); // prettier-ignore
});

const faultsOf = (parts: Record<string, string | Uint8Array>): readonly string[] => {
  const book = openPackage(zipOf(parts));
  const touched = new Set(book.entries.keys());
  return packageFaults(partSource(book), touched, { part: 'xl/workbook.xml', styles: 'xl/styles.xml' });
};

const broken = (part: string, from: string | RegExp, to: string): readonly string[] => {
  const xml = strFromU8(sound[part] ?? new Uint8Array());
  const changed = xml.replace(from, to);
  if (changed === xml) throw new Error(`broken: nothing to break in ${part}: ${xml.slice(0, 2000)}`);
  return faultsOf({ ...sound, [part]: changed });
};

test('a workbook of ours has no fault', () => {
  expect(faultsOf(sound)).toEqual([]);
});

const [types, relations, workbook, styles, sheet] = [
  '[Content_Types].xml',
  'xl/_rels/workbook.xml.rels',
  'xl/workbook.xml',
  'xl/styles.xml',
  'xl/worksheets/sheet1.xml',
];

test.each<readonly [rule: string, part: string, from: string | RegExp, to: string, fault: string]>([
  ['nothing where the kind of a part has a type', types, /<Override PartName="\/xl\/styles.xml"[^>]*>/, '', 'none'],
  ['a kind without a type', types, /<Default Extension="rels"[^>]*>/, '', `${types}: _rels/.rels`],
  ['a type twice', types, /<Override [^>]*styles[^>]*>/, '$&$&', `${types}: Override /xl/styles.xml`],
  ['a kind twice', types, /<Default Extension="rels"[^>]*>/, '$&$&', `${types}: Default rels`],
  ['an id of a relation twice', relations, 'Id="rId2"', 'Id="rId1"', `${relations}: Id rid1`],
  ['a relation without a type', relations, / Type="[^"]*theme"/, '', `${relations}: Relationship`],
  ['a relation without a target', relations, 'styles.xml', 'style.xml', `${relations}: Target style.xml`],
  ['a reference to no relation', workbook, 'r:id="rId1"', 'r:id="rId99"', `${workbook}: sheet rId99`],
  ['a sheet id twice', workbook, 'sheetId="2"', 'sheetId="1"', `${workbook}: sheetId 1`],
  ['a sheet id beyond the bounds', workbook, 'sheetId="2"', 'sheetId="65535"', `${workbook}: sheetId 65535`],
  ['a sheet name twice', workbook, 'name="二"', 'name="一覧"', `${workbook}: sheet 一覧`],
  [
    'a sheet name too long',
    workbook,
    'name="二"',
    `name="${'二'.repeat(32)}"`,
    `${workbook}: sheet ${'二'.repeat(32)}`,
  ],
  ['one part as two sheets', workbook, 'r:id="rId2"', 'r:id="rId1"', `${workbook}: sheet rid1`],
  ['a scope beyond the sheets', workbook, 'localSheetId="3"', 'localSheetId="4"', `${workbook}: localSheetId 4`],
  [
    'a name twice in a scope',
    workbook,
    /<definedName [^>]*>[^<]*<\/definedName>/,
    '$&$&',
    `${workbook}: definedName _xlnm.print_area 0`,
  ],
  [
    'children in another order',
    workbook,
    /(<bookViews>.*<\/bookViews>)(<sheets>.*<\/sheets>)/,
    '$2$1',
    `${workbook}: workbook bookViews`,
  ],
  ['a list twice', styles, /<numFmts.*<\/numFmts>/, '$&$&', `${styles}: styleSheet numFmts`],
  ['a wrong count', styles, /<fonts count="\d+"/, '<fonts count="1"', `${styles}: fonts count`],
  ['a font out of range', styles, /(<cellXfs.*?) fontId="0"/, '$1 fontId="999"', `${styles}: cellXfs 0 fontId`],
  ['a fill out of range', styles, /(<cellXfs.*?) fillId="0"/, '$1 fillId="999"', `${styles}: cellXfs 0 fillId`],
  ['a border out of range', styles, /(<cellXfs.*?) borderId="0"/, '$1 borderId="999"', `${styles}: cellXfs 0 borderId`],
  ['a parent out of range', styles, /(<cellXfs.*?) xfId="0"/, '$1 xfId="7"', `${styles}: cellXfs 0 xfId`],
  [
    'a number format nobody knows',
    styles,
    /(<cellXfs.*?) numFmtId="0"/,
    '$1 numFmtId="900"',
    `${styles}: cellXfs 0 numFmtId`,
  ],
  ['a number format twice', styles, /<numFmt numFmtId="165"/, '<numFmt numFmtId="164"', `${styles}: numFmtId 164`],
  ['a format out of range', sheet, / s="\d+"/, ' s="500"', `${sheet}: c A1 s`],
  ['a cell twice', sheet, /<c r="B2"/, '<c r="A2"', `${sheet}: c A2`],
  ['a cell in another row', sheet, /<c r="C2"/, '<c r="C3"', `${sheet}: c C3`],
  ['rows not ascending', sheet, '<row r="2"', '<row r="1"', `${sheet}: row 1`],
  ['a merge count', sheet, /<mergeCells count="1"/, '<mergeCells count="2"', `${sheet}: mergeCells count`],
  ['a follower without its shared formula', sheet, /(<c r="B3"[^>]*>)/, '$1<f t="shared" si="4"/>', `${sheet}: f si 4`],
  ['a sheet out of order', sheet, /(<pageMargins[^>]*>)(<pageSetup[^>]*>)/, '$2$1', `${sheet}: worksheet pageMargins`],
  ['two tables of one id', 'xl/tables/table2.xml', ' id="2"', ' id="1"', 'table id 1'],
  [
    'two tables of one name',
    'xl/tables/table2.xml',
    'displayName="Other"',
    'displayName="LISTTABLE"',
    'table displayName listtable',
  ],
  [
    'a table called like a range',
    workbook,
    '<definedName name="_INCENTIVE_score"',
    '<definedName name="Other"',
    'table displayName Other',
  ],
  ['text that is no XML', sheet, '</sheetData>', '</sheetdata>', `${sheet}: XML`],
  ['an attribute twice', sheet, '<row r="2"', '<row r="2" r="2"', `${sheet}: XML`],
  ['a prefix of nothing', sheet, '<sheetData>', '<sheetData z:a="1">', `${sheet}: XML: z:a`],
])('sees %s', (_, part, from, to, fault) => {
  const found = broken(part, from, to);
  if (fault === 'none') expect(found).toEqual([]);
  else expect(found).toContain(fault);
});

test('sees a part that no kind and no entry names, and relations of a part that is gone', () => {
  expect(faultsOf({ ...sound, 'xl/odd.xyz': 'a' })).toEqual([`${types}: xl/odd.xyz`]);
  const { 'xl/worksheets/sheet2.xml': gone, ...others } = sound;
  expect(gone).toBeDefined();
  expect(faultsOf(others)).toEqual(
    expect.arrayContaining([
      'xl/worksheets/_rels/sheet2.xml.rels: xl/worksheets/sheet2.xml',
      `${relations}: Target worksheets/sheet2.xml`,
    ]),
  );
});
