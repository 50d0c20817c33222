import { readWorkbookFile } from '../../../src/workbook/file';
import type { SheetContent, WorkbookContent } from '../../../src/workbook';
import { flatOds, odsContent, odsOf, odsSheet, row, said } from './odsBook';
import { zipOf } from './xlsxBuilder';

const read = async (bytes: Uint8Array): Promise<WorkbookContent> => {
  const result = await readWorkbookFile(bytes, 'a.ods');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

const sheetOf = async (bytes: Uint8Array): Promise<SheetContent> => {
  const [sheet] = (await read(bytes)).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};

const nameOf = async (bytes: Uint8Array): Promise<string> => {
  const result = await readWorkbookFile(bytes, 'a.ods');
  return result.ok ? 'read' : (result.problems[0]?.name ?? '');
};

const cellsOf = async (cells: string, styles = '') => (await sheetOf(odsSheet(row(cells), styles))).grid[0];

describe('rows and columns', () => {
  test('rows follow one another wherever they stand: headings, groups in groups, lists of rows', async () => {
    const rows = `<table:table-header-rows>${row(said('1'))}</table:table-header-rows>${row(said('2'))}<table:table-row-group>${row(said('3'))}<table:table-row-group table:display="false"><table:table-header-rows>${row(said('4'))}</table:table-header-rows>${row(said('5'))}</table:table-row-group>${row(said('6'))}</table:table-row-group><table:table-rows>${row(said('7'))}</table:table-rows>`;
    const { grid, hiddenRows } = await sheetOf(odsSheet(rows));
    expect(grid).toEqual([['1'], ['2'], ['3'], ['4'], ['5'], ['6'], ['7']]);
    expect([...hiddenRows]).toEqual([3, 4]);
  });

  test('repeats of what is empty are counted, not made; a row that says something is repeated', async () => {
    const empty = (rows: number) => row('<table:table-cell table:number-columns-repeated="2000000000"/>', ` table:number-rows-repeated="${rows}"`); // prettier-ignore
    const { grid } = await sheetOf(
      odsSheet(
        `${empty(2)}${row(`<table:table-cell table:number-columns-repeated="2"/>${said('x', ' table:number-columns-repeated="2"')}<table:table-cell table:number-columns-repeated="16380"/>`, ' table:number-rows-repeated="2"')}${empty(2_000_000_000)}`,
      ),
    );
    expect(grid).toEqual([[], [], [null, null, 'x', 'x'], [null, null, 'x', 'x']]);
  });

  test('hidden and filtered rows and columns are told as far as anything stands there', async () => {
    const columns =
      '<table:table-column/><table:table-column-group><table:table-header-columns><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/></table:table-header-columns></table:table-column-group><table:table-column table:visibility="collapse" table:number-columns-repeated="16381"/>';
    const rows = `${row(said('a'))}${row(said('b', ' table:number-columns-repeated="3"'), ' table:visibility="filter"')}${row(said('c'), ' table:visibility="collapse"')}${row('<table:table-cell/>', ' table:visibility="collapse" table:number-rows-repeated="1048573"')}`;
    const sheet = await sheetOf(odsSheet(columns + rows));
    expect([...sheet.hiddenRows]).toEqual([1, 2]);
    expect([...sheet.hiddenColumns]).toEqual([1, 2]);
    expect(sheet.filtered).toBe(true);
  });

  test.each([
    ['a repeated row beyond the last', row(said('x'), ' table:number-rows-repeated="1048577"'), 'sheet-out-of-bounds'],
    ['a repeated cell beyond the last column', row(said('x', ' table:number-columns-repeated="16385"')), 'sheet-out-of-bounds'],
    ['more cells than the cap', row(said('x', ' table:number-columns-repeated="16384"'), ' table:number-rows-repeated="1048576"'), 'sheet-too-large'],
    ['a repeat that is no number', row(said('x', ' table:number-columns-repeated="-1"')), 'file-damaged'],
    ['a cell outside a row', said('x'), 'file-damaged'],
    ['a row inside a row', row(row(said('x'))), 'file-damaged'],
    ['a row among columns', `<table:table-columns>${row(said('x'))}</table:table-columns>`, 'file-damaged'],
  ])('%s is refused by name', async (_, rows, name) => {
    expect(await nameOf(odsSheet(rows))).toBe(name);
  }); // prettier-ignore

  test('values under a merged block are named and stand nowhere, whatever the element is called', async () => {
    const covered = (text: string) => `<table:covered-table-cell office:value-type="string"><text:p>${text}</text:p></table:covered-table-cell>`; // prettier-ignore
    const block = ' table:number-columns-spanned="2" table:number-rows-spanned="2"';
    const sheet = await sheetOf(
      odsSheet(`${row(said('A', block) + covered('hidden') + said('C'))}${row(covered('') + said('under') + covered('shown'))}${row(covered('free'))}`),
    ); // prettier-ignore
    expect(sheet.grid).toEqual([['A', null, 'C'], [null, null, 'shown'], ['free']]);
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
    expect(sheet.coveredValues).toEqual(['B1', 'B2']);
  });
});

describe('values', () => {
  test('the type and its attribute speak, not what is shown', async () => {
    const value = (type: string, attribute: string, shown = 'shown') =>
      `<table:table-cell office:value-type="${type}" office:${attribute} calcext:value-type="other" calcext:value="9"><text:p>${shown}</text:p></table:table-cell>`;
    expect(
      await cellsOf(
        value('float', 'value="-1.5e3"') +
          value('percentage', 'value="0.25"', '25%') +
          value('currency', 'value="1000"', '￥1,000') +
          value('boolean', 'boolean-value="false"', 'FALSE') +
          value('date', 'date-value="2025-08-15"') +
          value('date', 'date-value="2025-08-15T12:30:00.5"') +
          value('time', 'time-value="PT36H30M00S"') +
          value('string', 'string-value="値"') +
          '<table:table-cell><text:p>型なし</text:p></table:table-cell>',
      ),
    ).toEqual([
      -1500,
      0.25,
      1000,
      false,
      new Date(Date.UTC(2025, 7, 15)),
      new Date(Date.UTC(2025, 7, 15, 12, 30, 0, 500)),
      new Date(Date.UTC(1900, 0, 1, 12, 30)),
      '値',
      '型なし',
    ]);
  });

  test.each([
    ['a number without a value and without text', ' office:value-type="float"', '', null],
    ['a number without a value that shows one', ' office:value-type="float"', '1', '#VALUE!'],
    ['a truth value without a value', ' office:value-type="boolean" office:boolean-value=""', 'TRUE', '#VALUE!'],
    ['a number that is none', ' office:value-type="float" office:value="1e999"', '∞', '1e999'],
    ['a day that does not exist', ' office:value-type="date" office:date-value="2025-02-30"', 'x', '2025-02-30'],
    ['an error of LibreOffice', ' table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"', '#DIV/0!', '#DIV/0!'],
    ['an error of OpenOffice, whose value is 0', ' table:formula="of:=FOO()" office:value-type="float" office:value="0"', 'Err:508', 'Err:508'],
    ['an error shown in other words', ' table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"', 'エラー', '#VALUE!'],
  ])('%s is held or blank, never 0 or ×', async (_, attributes, text, expected) => {
    const shown = text === '' ? '' : `<text:p>${text}</text:p>`;
    const cells = await cellsOf(`${said('a')}<table:table-cell${attributes}>${shown}</table:table-cell>`);
    expect(cells?.[1] ?? null).toEqual(expected);
  }); // prettier-ignore

  test('a formula without a result is not calculated, one whose result is an empty text is', async () => {
    const sheet = await sheetOf(
      odsSheet(row('<table:table-cell table:formula="of:=A2"/><table:table-cell table:formula="of:=IF(1;&quot;&quot;;2)"><text:p/></table:table-cell>')),
    ); // prettier-ignore
    expect(sheet.uncalculated).toEqual(['A1']);
  });

  test('text: paragraphs, spaces, tabs, breaks, links and entities; without notes, furigana and drawings', async () => {
    const ruby = '<text:ruby><text:ruby-base>介護</text:ruby-base><text:ruby-text>かいご</text:ruby-text></text:ruby>';
    const cell = `<table:table-cell office:value-type="string"><office:annotation><text:p>担当に確認</text:p></office:annotation><text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p><text:p/><text:p>${ruby}<text:a xlink:href="x">保険</text:a> &lt;&#x25CB;&gt;<![CDATA[<&]]></text:p><draw:frame><draw:text-box><text:p>図の中</text:p></draw:text-box></draw:frame></table:table-cell>`;
    const sheet = await sheetOf(odsSheet(row(cell)));
    expect(sheet.grid).toEqual([['a  b\tc\nd\n\n介護保険 <○><&']]);
    expect(sheet.drawings).toBe(true);
  });

  test('text is cut where a cell ends', async () => {
    const [cell] = (await cellsOf(said('<text:s text:c="2000000000"/>x'))) ?? [];
    expect(String(cell)).toHaveLength(32_767);
  });

  test('struck-through text: by the style of the cell, its parent, its row or column, or of all its parts', async () => {
    const struck = (name: string, family: string, parent = '') =>
      `<style:style style:name="${name}" style:family="${family}"${parent}><style:text-properties style:text-line-through-style="solid"/></style:style>`;
    const styles = `${struck('s', 'table-cell')}<style:style style:name="child" style:family="table-cell" style:parent-style-name="s"/><style:style style:name="off" style:family="table-cell" style:parent-style-name="s"><style:text-properties style:text-line-through-style="none"/></style:style>${struck('T', 'text')}`;
    const span = (text: string) => `<text:span text:style-name="T">${text}</text:span>`;
    const rows = `<table:table-column/><table:table-column table:number-columns-repeated="9" table:default-cell-style-name="child"/>${row(said('plain') + said('column') + said('off', ' table:style-name="off"'))}${row(said('row') + said('own', ' table:style-name="s"'), ' table:default-cell-style-name="s"')}${row(said(`${span('all')} ${span('of it')}`) + said(`${span('part')} of it`, ' table:style-name="off"'))}`;
    expect((await sheetOf(odsSheet(rows, styles))).struckThrough).toEqual(['B1', 'A2', 'B2', 'A3']);
  });
});

describe('the book', () => {
  const table = (name: string, inner: string, attributes = '') =>
    `<table:table table:name="${name}"${attributes}>${inner}</table:table>`;

  test('hidden and protected sheets, names, filters, links to other files and the calculation mode', async () => {
    const styles =
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const names = (inner: string) => `<table:named-expressions>${inner}</table:named-expressions>`;
    const range = (name: string, address: string) =>
      `<table:named-range table:name="${name}" table:base-cell-address="$回答.$A$1" table:cell-range-address="${address}"/>`;
    const body =
      '<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell><text:p>x</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>' +
      table('回答', row(said('x')) + names(range('_INCENTIVE_score', '$回答.$A$1:.$B$2'))) +
      table("it's", row(said('y')), ' table:style-name="ta2" table:protected="true"') +
      table('&apos;file:///x.ods&apos;#$Sheet1', row(said('z'))) +
      names(
        `${range('範囲', '$&apos;it&apos;&apos;s&apos;.$A$1:$&apos;it&apos;&apos;s&apos;.$C$4')}<table:named-expression table:name="式" table:expression="of:=[$回答.$A$1]*2"/>${range('_xlnm.Print_Area', '$回答.$A$1')}`,
      ) +
      `<table:database-ranges><table:database-range table:name="d" table:target-range-address="&apos;it&apos;&apos;s&apos;.A1:&apos;it&apos;&apos;s&apos;.C9"><table:filter><table:filter-condition table:field-number="0" table:value="1" table:operator="="/></table:filter></table:database-range><table:database-range table:name="e" table:target-range-address="回答.A1:回答.C9" table:display-filter-buttons="true"/></table:database-ranges>`;
    const settings = `<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"><office:settings><config:config-item-set config:name="ooo:configuration-settings"><config:config-item config:name="Other" config:type="boolean">false</config:config-item><config:config-item config:name="AutoCalculate" config:type="boolean">false</config:config-item></config:config-item-set></office:settings></office:document-settings>`;
    const book = await read(odsOf(odsContent(body, styles), { 'settings.xml': settings }));
    expect(book.sheets.map(({ name, visibility, protected: locked, filtered }) => [name, visibility, locked, filtered])).toEqual([
      ['回答', 'visible', false, false],
      ["it's", 'hidden', true, true],
    ]); // prettier-ignore
    expect(book.names).toEqual([
      { name: '_INCENTIVE_score', refersTo: "'回答'!$A$1:$B$2", sheet: '回答' },
      { name: '範囲', refersTo: "'it''s'!$A$1:$C$4" },
      { name: '式', refersTo: "'回答'!$A$1*2" },
    ]);
    expect([book.externalLinks, book.manualCalculation]).toEqual([true, true]);
  });

  test('the prefixes are the file’s own', async () => {
    const content = odsContent(table('回答', row(said('x'))))
      .replaceAll(/(<\/?|\s)table:/g, '$1t:')
      .replaceAll('xmlns:table=', 'xmlns:t=');
    expect(content).toContain('<t:table-row>');
    expect((await sheetOf(odsOf(content))).grid).toEqual([['x']]);
  });

  test('a package without a mimetype, and a flat file, are read; another kind of document is refused', async () => {
    const content = odsContent(table('回答', row(said('x'))));
    const bare = (xml: string) => zipOf({ 'META-INF/manifest.xml': '<manifest/>', 'content.xml': xml });
    expect((await sheetOf(bare(content))).grid).toEqual([['x']]);
    const flat = new TextEncoder().encode(flatOds(table('回答', row(said('x')))));
    expect((await sheetOf(flat)).grid).toEqual([['x']]);
    const letter = content.replaceAll('office:spreadsheet', 'office:text');
    expect(await nameOf(bare(letter))).toBe('file-unknown');
    expect(await nameOf(odsOf(odsContent('')))).toBe('file-no-sheets');
  });
});

/** What an XML reader must refuse (XML 1.0 and Namespaces in XML), as changes of a good file. */
test.each<[string, string, string, string]>([
  ['a closing name of another element', '</text:p>', '</text:h>', 'file-damaged'],
  ['an attribute said twice', '<text:p>', '<text:p a="1" a="2">', 'file-damaged'],
  ['an attribute said twice under two prefixes', '<text:p>', '<text:p xmlns:a="u" xmlns:b="u" a:c="1" b:c="2">', 'file-damaged'],
  ['a prefix nobody declared', '<text:p>', '<text:p x:y="1">', 'file-damaged'],
  ['a value without quotes', '<text:p>', '<text:p a=1>', 'file-damaged'],
  ['two attributes without a space', '<text:p>', '<text:p a="1"b="2">', 'file-damaged'],
  ['a < in a value', '<text:p>', '<text:p a="<">', 'file-damaged'],
  ['an entity nobody declared', '○', '&maru;', 'file-damaged'],
  ['an & alone in a value', '<text:p>', '<text:p a="&">', 'file-damaged'],
  ['a control character', '○', '\u0001', 'file-damaged'],
  ['a comment with two dashes', '○', '<!-- a -- b -->', 'file-damaged'],
  ['the end of a block without a beginning', '○', ']]>', 'file-damaged'],
  ['a tag that never ends', '</office:document-content>', '</office:document-content', 'file-damaged'],
  ['a second root', '</office:document-content>', '</office:document-content><a/>', 'file-damaged'],
  ['text behind the root', '</office:document-content>', '</office:document-content>x', 'file-damaged'],
  ['an element that is never closed', '<text:p>', '<text:p><text:span>', 'file-damaged'],
  ['a DTD', '<office:document-content', '<!DOCTYPE a><office:document-content', 'file-suspicious'],
  ['a thousand levels', '○', '<text:span>'.repeat(1_000) + '</text:span>'.repeat(1_000), 'file-suspicious'],
  ['a tag of a megabyte', '<text:p>', `<text:p a="${'x'.repeat(1024 * 1024)}">`, 'file-suspicious'],
  ['names without end', '<text:p>', `<text:p ${Array.from({ length: 5_000 }, (_, at) => `a${at}="1"`).join(' ')}>`, 'file-suspicious'],
])('%s is refused', async (_, good, bad, name) => {
  const content = odsContent(`<table:table table:name="回答">${row(said('○'))}</table:table>`);
  expect(content.split(good)).toHaveLength(2);
  expect(await nameOf(odsOf(content))).toBe('read');
  expect(await nameOf(odsOf(content.replace(good, () => bad)))).toBe(name);
}); // prettier-ignore
