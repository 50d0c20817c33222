import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What a workbook of somebody else may hold that we must not lose. */
export const bookFeatures = [
  'chart',
  'pivot',
  'validation',
  'conditional',
  'comment',
  'shape',
  'image',
  'name',
  'print',
  'hidden',
  'frozen',
  'merged',
  'filter',
  'formula',
] as const;
export type BookFeature = (typeof bookFeatures)[number];

/** A workbook to be made by LibreOffice: its sheets, and which features each of them has. */
export interface BookPlan {
  readonly sheets: readonly {
    readonly name: string;
    readonly features: readonly BookFeature[];
    readonly rows: number;
  }[];
}

/** Names as municipalities give them: spaces, quotes, signs of XML, Japanese, and those our own sheets want. */
const sheetNames = [
  '回答',
  '集計 表',
  "it's",
  'R&D <控え>',
  '得点',
  '検算 (2)',
  '資料A',
  '"引用"',
  '第１表！',
  'Sheet1',
  '𠮷野家',
  'a.b-c',
];

/** Plans of one to four sheets; a hidden sheet is never the only one, since Excel wants one to show. */
export const bookPlans: fc.Arbitrary<BookPlan> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...sheetNames), { minLength: 1, maxLength: 4 }),
    fc.array(fc.subarray([...bookFeatures], { minLength: 2 }), { minLength: 4, maxLength: 4 }),
    fc.array(fc.integer({ min: 3, max: 30 }), { minLength: 4, maxLength: 4 }),
  )
  .map(([names, features, rows]) => ({
    sheets: names.map((name, at) => ({
      name,
      features: (features[at] ?? []).filter((feature) => feature !== 'hidden' || at > 0),
      rows: rows[at] ?? 3,
    })),
  }));

/**
 * The plan as flat OpenDocument text, which LibreOffice turns into a workbook of its own making. `frozen` is not in it:
 * LibreOffice keeps panes with its windows, and has none when it converts; see {@link withPanes}.
 */
export const flatBook = ({ sheets }: BookPlan): string => {
  const has = (feature: BookFeature) => sheets.filter(({ features }) => features.includes(feature));
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:styles><style:style style:name="Default" style:family="table-cell"/><style:style style:name="Low" style:family="table-cell" style:parent-style-name="Default"><style:table-cell-properties fo:background-color="#ffcc00"/></style:style></office:styles>
<office:automatic-styles>
<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin-top="1.3cm"/></style:page-layout>
${[true, false].flatMap((shown) => ['Default', 'Landscape'].map((page) => `<style:style style:name="${styleName(shown, page)}" style:family="table" style:master-page-name="${page}"><style:table-properties table:display="${shown}"/></style:style>`)).join('\n')}
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Default"/><style:master-page style:name="Landscape" style:page-layout-name="pm1"><style:header><text:p>資料 <text:sheet-name>x</text:sheet-name></text:p></style:header><style:footer><text:p><text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:spreadsheet>
<table:content-validations>${has('validation').map(validation).join('')}</table:content-validations>
${sheets.map(table).join('\n')}
<table:named-expressions>${has('name').map(namedRange).join('')}</table:named-expressions>
<table:database-ranges>${has('filter').map(filterRange).join('')}</table:database-ranges>
<table:data-pilot-tables>${has('pivot').map(pivot).join('')}</table:data-pilot-tables>
</office:spreadsheet></office:body></office:document>`;
};

/** The workbook LibreOffice made, with the first row and column frozen on the sheets whose plan says so. */
export const withPanes = (bytes: Uint8Array, { sheets }: BookPlan): Uint8Array => {
  const parts = unzipSync(bytes);
  sheets.forEach(({ features }, at) => {
    const part = `xl/worksheets/sheet${at + 1}.xml`;
    const xml = strFromU8(parts[part] ?? new Uint8Array());
    if (!xml.includes('<selection pane="topLeft"')) throw new Error(`withPanes: no view in ${part}`);
    if (features.includes('frozen')) {
      const pane = '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>';
      parts[part] = strToU8(xml.replace('<selection pane="topLeft"', `${pane}<selection pane="bottomRight"`));
    }
  });
  return zipSync(parts);
};

type Sheet = BookPlan['sheets'][number];

const styleName = (shown: boolean, page: string): string => `${shown ? 'shown' : 'hidden'}${page}`;

const namespaces = Object.entries({
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  draw: 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  chart: 'urn:oasis:names:tc:opendocument:xmlns:chart:1.0',
  of: 'urn:oasis:names:tc:opendocument:xmlns:of:1.2',
  dc: 'http://purl.org/dc/elements/1.1/',
  xlink: 'http://www.w3.org/1999/xlink',
  calcext: 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0',
  loext: 'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** `'it''s'.A1`, as OpenDocument writes a place. */
const place = ({ name }: Sheet, cell: string): string => escaped(`'${name.replaceAll("'", "''")}'.${cell}`);
const block = (sheet: Sheet, from: string, to: string): string => `${place(sheet, from)}:${place(sheet, to)}`;
const lastRow = ({ rows }: Sheet): number => rows + 1;

const textCell = (text: string, more = ''): string =>
  `<table:table-cell office:value-type="string"${more}><text:p>${escaped(text)}</text:p></table:table-cell>`;

/** Header 区分, 値, 回答; then rows of data; to the right a pivot, below it what lies on the sheet. */
const table = (sheet: Sheet): string => {
  const { features, rows } = sheet;
  const has = (feature: BookFeature): boolean => features.includes(feature);
  const style = styleName(!has('hidden'), has('print') ? 'Landscape' : 'Default');
  const printed = has('print') ? ` table:print-ranges="${block(sheet, 'A1', `C${lastRow(sheet)}`)}"` : '';
  const note = has('comment')
    ? '<office:annotation draw:style-name="gr" svg:width="3cm" svg:height="1.5cm" svg:x="5cm" svg:y="0cm"><dc:date>2025-08-15T00:00:00</dc:date><text:p>担当者に確認</text:p></office:annotation>'
    : '';
  const header = `<table:table-row><table:table-cell office:value-type="string">${note}<text:p>区分</text:p></table:table-cell>${textCell('値')}${textCell('回答')}</table:table-row>`;
  const checked = has('validation') ? ` table:content-validation-name="v${validationNumber(sheet)}"` : '';
  const body = Array.from({ length: rows }, (_, at) => {
    const value = has('formula') && at > 0 ? ` table:formula="of:=[.B${at + 1}]+3"` : '';
    return `<table:table-row>${textCell(['推進', '支援', '共通'][at % 3] ?? '')}<table:table-cell${value} office:value-type="float" office:value="${at * 3 + 1}"/>${textCell(at % 2 === 0 ? '○' : '×', checked)}</table:table-row>`;
  });
  const merged = has('merged')
    ? `<table:table-row>${textCell('結合した見出し', ' table:number-columns-spanned="3" table:number-rows-spanned="1"')}<table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>`
    : '';
  const conditional = has('conditional')
    ? `<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="${block(sheet, 'B2', `B${lastRow(sheet)}`)}"><calcext:condition calcext:apply-style-name="Low" calcext:value="&lt;5" calcext:base-cell-address="${place(sheet, 'B2')}"/></calcext:conditional-format></calcext:conditional-formats>`
    : '';
  const repeated = has('print') ? `<table:table-header-rows>${header}</table:table-header-rows>` : header;
  return `<table:table table:name="${escaped(sheet.name)}" table:style-name="${style}"${printed}>${shapes(sheet)}<table:table-column table:number-columns-repeated="3"/>${repeated}${body.join('')}${merged}${conditional}</table:table>`;
};

const shapes = (sheet: Sheet): string => {
  const drawn = [
    ...(sheet.features.includes('shape')
      ? [
          '<draw:rect draw:name="印" svg:width="3cm" svg:height="1cm" svg:x="12cm" svg:y="1cm"><text:p>承認</text:p></draw:rect>',
        ]
      : []),
    ...(sheet.features.includes('image')
      ? [
          `<draw:frame draw:name="市章" svg:width="1cm" svg:height="1cm" svg:x="16cm" svg:y="1cm"><draw:image><office:binary-data>${onePixel}</office:binary-data></draw:image></draw:frame>`,
        ]
      : []),
    ...(sheet.features.includes('chart') ? [chart(sheet)] : []),
  ];
  return drawn.length === 0 ? '' : `<table:shapes>${drawn.join('')}</table:shapes>`;
};

/** A PNG of one grey pixel. */
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

const chart = (sheet: Sheet): string => {
  const [categories, values] = ['A', 'B'].map((column) => block(sheet, `${column}2`, `${column}${lastRow(sheet)}`));
  return `<draw:frame draw:name="図1" svg:width="8cm" svg:height="5cm" svg:x="12cm" svg:y="4cm"><draw:object draw:notify-on-update-of-ranges="${block(sheet, 'A1', `B${lastRow(sheet)}`)}"><office:document ${namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.chart"><office:body><office:chart><chart:chart svg:width="8cm" svg:height="5cm" chart:class="chart:bar"><chart:title><text:p>得点の推移</text:p></chart:title><chart:legend chart:legend-position="end"/><chart:plot-area table:cell-range-address="${block(sheet, 'A1', `B${lastRow(sheet)}`)}" chart:data-source-has-labels="both"><chart:axis chart:dimension="x" chart:name="primary-x"><chart:categories table:cell-range-address="${categories ?? ''}"/></chart:axis><chart:axis chart:dimension="y" chart:name="primary-y"/><chart:series chart:values-cell-range-address="${values ?? ''}" chart:label-cell-address="${place(sheet, 'B1')}" chart:class="chart:bar"><chart:data-point chart:repeated="${sheet.rows}"/></chart:series></chart:plot-area></chart:chart></office:chart></office:body></office:document></draw:object></draw:frame>`;
};

/** A name of their own for things that belong to the whole workbook. */
const validationNumber = ({ name }: Sheet): number => sheetNames.indexOf(name) + 1;

/** Each sheet has choices of its own: LibreOffice keeps those that are alike as one, of whichever sheet. */
const validation = (sheet: Sheet): string =>
  `<table:content-validation table:name="v${validationNumber(sheet)}" table:condition="of:cell-content-is-in-list(&quot;○&quot;;&quot;×&quot;;&quot;${validationNumber(sheet)}&quot;)" table:allow-empty-cell="true" table:base-cell-address="${place(sheet, 'C2')}"/>`;

const namedRange = (sheet: Sheet): string =>
  `<table:named-range table:name="範囲_${validationNumber(sheet)}" table:base-cell-address="$${place(sheet, '$A$1')}" table:cell-range-address="$${block(sheet, '$A$1', `$C$${lastRow(sheet)}`).replace(':', ':$')}"/>`;

const filterRange = (sheet: Sheet): string =>
  `<table:database-range table:name="__Anonymous_Sheet_DB__${validationNumber(sheet)}" table:target-range-address="${block(sheet, 'A1', `C${lastRow(sheet)}`)}" table:display-filter-buttons="true"/>`;

const pivot = (sheet: Sheet): string =>
  `<table:data-pilot-table table:name="集計${validationNumber(sheet)}" table:target-range-address="${block(sheet, 'E1', 'F6')}" table:grand-total="both"><table:source-cell-range table:cell-range-address="${block(sheet, 'A1', `C${lastRow(sheet)}`)}"/><table:data-pilot-field table:source-field-name="区分" table:orientation="row" table:used-hierarchy="-1" table:function="auto"><table:data-pilot-level table:show-empty="false"/></table:data-pilot-field><table:data-pilot-field table:source-field-name="値" table:orientation="data" table:used-hierarchy="-1" table:function="sum"><table:data-pilot-level table:show-empty="false"/></table:data-pilot-field></table:data-pilot-table>`;
