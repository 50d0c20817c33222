import { strToU8, zipSync } from 'fflate';
import { a1Range, columnName, type SheetContent } from '../../src/workbook';

/**
 * One sheet as Excel writes it: a style on every cell, empty ones too, texts shared, formats of its own among the styles,
 * widths and heights. Readers that look up formats or texts cell by cell pay for it, as they do for the ministry's table.
 */
export const excelXlsx = ({ name, grid, merges }: Pick<SheetContent, 'name' | 'grid' | 'merges'>): Uint8Array => {
  const texts = new Map<string, number>();
  const shared = (text: string): number => {
    const place = texts.get(text) ?? texts.size;
    texts.set(text, place);
    return place;
  };
  const width = Math.max(...grid.map((row) => row.length));
  const names = Array.from({ length: width }, (_, column) => columnName(column));
  const rows = grid.map((row, at) => {
    const cells = row.map((value, column) => {
      const place = `<c r="${names[column] ?? ''}${String(at + 1)}" s="${String(1 + ((column * 7) % (styles - 1)))}"`;
      if (typeof value === 'number') return `${place}><v>${String(value)}</v></c>`;
      if (typeof value === 'string') return `${place} t="s"><v>${String(shared(value))}</v></c>`;
      return `${place}/>`;
    });
    return strToU8(
      `<row r="${String(at + 1)}" spans="1:${String(width)}" ht="13.5" customHeight="1" x14ac:dyDescent="0.15">${cells.join('')}</row>`,
    );
  });
  const whole = a1Range({ top: 0, left: 0, bottom: grid.length - 1, right: width - 1 });
  const merged = merges.map((one) => `<mergeCell ref="${a1Range(one)}"/>`).join('');
  const strings = [...texts.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('');
  return zipSync(
    {
      '[Content_Types].xml': xml(
        `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${kind}.sharedStrings+xml"/></Types>`,
      ),
      '_rels/.rels': xml(relations(['officeDocument', 'xl/workbook.xml'])),
      'xl/workbook.xml': xml(
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': xml(
        relations(
          ['worksheet', 'worksheets/sheet1.xml'],
          ['styles', 'styles.xml'],
          ['sharedStrings', 'sharedStrings.xml'],
        ),
      ),
      'xl/styles.xml': xml(
        `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="176" formatCode="#,##0_);[Red]\\(#,##0\\)"/><numFmt numFmtId="177" formatCode="0.0_ &quot;点&quot;"/></numFmts><fonts count="1"><font><sz val="11"/><name val="ＭＳ Ｐゴシック"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${String(styles)}">${Array.from({ length: styles }, (_, at) => `<xf numFmtId="${String([0, 176, 177, 38, 1][at % 5])}" fontId="0" fillId="0" borderId="0" xfId="0"/>`).join('')}</cellXfs></styleSheet>`,
      ),
      'xl/sharedStrings.xml': xml(`<sst xmlns="${main}" uniqueCount="${String(texts.size)}">${strings}</sst>`),
      'xl/worksheets/sheet1.xml': Buffer.concat([
        xml(
          `<worksheet xmlns="${main}" xmlns:r="${office}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><dimension ref="${whole}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="13.5"/><cols><col min="1" max="${String(width)}" width="9" customWidth="1"/></cols><sheetData>`,
        ),
        ...rows,
        strToU8(
          `</sheetData>${merged === '' ? '' : `<mergeCells count="${String(merges.length)}">${merged}</mergeCells>`}</worksheet>`,
        ),
      ]),
    },
    { level: 6 },
  );
};

const styles = 40;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const xml = (text: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n${text}`);

const relations = (...parts: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${packages}/relationships">${parts.map(([type, target], at) => `<Relationship Id="r${String(at + 1)}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('>', '&gt;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
