import { strFromU8, unzipSync } from 'fflate';
import { keepAddinSettings, readAddinSettings, readWorkbookFile } from '../../../src/workbook/file';
import { valueOf } from '../../builders/valueOf';
import { testWith } from '../../builders/withProgram';
import { convert, packageFaults } from './office';
import { buildXlsx, xlsxParts, zipOf } from './xlsxBuilder';

const kept = async (bytes: Uint8Array, texts: Readonly<Record<string, string>>): Promise<Uint8Array> =>
  valueOf(await keepAddinSettings(bytes, 'a.xlsx', new Map(Object.entries(texts))));
const textOf = (bytes: Uint8Array, key: string): string | undefined =>
  valueOf(readAddinSettings(bytes, 'a.xlsx')).get(key);
const odd = '{"sheet":"課 <案> & \'控\'","header":"◎\\n2"}';

test('what is kept is read again, and every part that stood is the same but the lists of parts', async () => {
  const bytes = buildXlsx();
  const after = await kept(bytes, { mapping: odd });
  expect(textOf(after, 'mapping')).toBe(odd);
  const [old, now] = [unzipSync(bytes), unzipSync(after)];
  const changed = Object.keys(now).filter((name) => strFromU8(now[name]!) !== strFromU8(old[name] ?? new Uint8Array()));
  expect(changed.sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/webextensions/_rels/taskpanes1.xml.rels',
    'xl/webextensions/taskpanes1.xml',
    'xl/webextensions/webextension1.xml',
  ]);
  expect(strFromU8(now['xl/webextensions/taskpanes1.xml']!)).toContain('visibility="0"');
  expect(packageFaults(after)).toEqual([]);
  expect(await readWorkbookFile(after, 'a.xlsx')).toEqual(await readWorkbookFile(bytes, 'a.xlsx'));
});

test('the same again changes no byte; another text changes that one, and an empty one takes it away', async () => {
  const first = await kept(buildXlsx(), { mapping: odd, other: 'x' });
  expect(await kept(first, { mapping: odd })).toBe(first);
  const second = await kept(first, { mapping: '2' });
  expect([textOf(second, 'mapping'), textOf(second, 'other')]).toEqual(['2', 'x']);
  expect(Object.keys(unzipSync(second))).toEqual(Object.keys(unzipSync(first)));
  const third = await kept(second, { mapping: '' });
  expect([textOf(third, 'mapping'), textOf(third, 'other')]).toEqual([undefined, 'x']);
});

test('beside another add-in of the workbook, which keeps what it had', async () => {
  const { '_rels/.rels': rels, '[Content_Types].xml': types, ...parts } = xlsxParts();
  const space = 'http://schemas.microsoft.com/office/webextensions';
  const bytes = zipOf({
    ...parts,
    '[Content_Types].xml': String(types).replace(
      '</Types>',
      '<Override PartName="/xl/webextensions/taskpanes.xml" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"/><Override PartName="/xl/webextensions/webextension1.xml" ContentType="application/vnd.ms-office.webextension+xml"/></Types>',
    ),
    '_rels/.rels': String(rels).replace(
      '</Relationships>',
      '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"/></Relationships>',
    ),
    'xl/webextensions/taskpanes.xml': `<wetp:taskpanes xmlns:wetp="${space}/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="1" width="350" row="1"><wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
    'xl/webextensions/_rels/taskpanes.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2011/relationships/webextension" Target="webextension1.xml"/></Relationships>',
    'xl/webextensions/webextension1.xml': `<we:webextension xmlns:we="${space}/webextension/2010/11" id="{2}"><we:reference id="x" version="1.0.0.0" store="a" storeType="Registry"/><we:properties><we:property name="theirs" value="&quot;1&quot;"/></we:properties></we:webextension>`,
  });
  const after = await kept(bytes, { mapping: odd });
  expect([textOf(after, 'theirs'), textOf(after, 'mapping')]).toEqual(['1', odd]);
  const [old, now] = [unzipSync(bytes), unzipSync(after)];
  expect(now['xl/webextensions/webextension1.xml']).toEqual(old['xl/webextensions/webextension1.xml']);
  const panes = strFromU8(now['xl/webextensions/taskpanes.xml']!);
  expect(panes.match(/visibility="\d"|row="\d"|r:id="\w+"/g)).toEqual([
    'visibility="1"',
    'row="1"',
    'r:id="rId1"',
    'visibility="0"',
    'row="2"',
    'r:id="rId2"',
  ]);
  expect(packageFaults(after)).toEqual([]);
});

test('a file of another kind keeps nothing', async () => {
  const csv = new TextEncoder().encode('年度,回答\nR6,○\n');
  expect(await kept(csv, { mapping: odd })).toBe(csv);
});

testWith('soffice')('LibreOffice opens such a workbook', async () => {
  const after = await kept(buildXlsx(), { mapping: odd });
  expect(convert(after, 'xlsx', 'csv').length).toBeGreaterThan(0);
});
