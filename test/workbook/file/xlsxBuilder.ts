import { zipSync, type Zippable } from 'fflate';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const pack = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of a small workbook; a test replaces the one it is about. */
export interface BookParts {
  /** What stands between `<worksheet>` and `</worksheet>`. */
  readonly sheet?: string;
  readonly sheetName?: string;
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly definedNames?: string;
  readonly calcPr?: string;
  /** Whole parts, in place of or beside the usual ones. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** One sheet of cells, written by hand, as a zip. */
export const buildXlsx = (book: BookParts = {}): Uint8Array => zipOf(xlsxParts(book));

export const xlsxParts = (book: BookParts = {}): Record<string, string | Uint8Array> => ({
  '[Content_Types].xml': `${head}<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${rels}"><sheets><sheet name="${book.sheetName ?? '回答'}" sheetId="1" r:id="rId1"/></sheets>${book.definedNames ?? ''}${book.calcPr ?? ''}</workbook>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${rels}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rels}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${rels}/styles" Target="styles.xml"/></Relationships>`,
  'xl/sharedStrings.xml': `${head}<sst xmlns="${main}">${book.sharedStrings ?? '<si><t>ア</t></si>'}</sst>`,
  'xl/styles.xml': `${head}<styleSheet xmlns="${main}">${book.styles ?? '<fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellXfs>'}</styleSheet>`,
  'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}" xmlns:r="${rels}">${book.sheet ?? cells('<c r="A1"><v>1</v></c>')}</worksheet>`,
  ...book.parts,
});

/** `<sheetData>` with one row of cells. */
export const cells = (inner: string): string => `<sheetData><row r="1">${inner}</row></sheetData>`;

export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 = 6): Uint8Array => {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts)) {
    files[name] = typeof part === 'string' ? new TextEncoder().encode(part) : part;
  }
  return zipSync(files, { level });
};

/** Finds the directory entry of a part and lets the test lie in it: offsets 16 check sum, 20 packed, 24 unpacked. */
export const lieInDirectory = (zip: Uint8Array, part: string, offset: number, value: number): Uint8Array => {
  const lied = zip.slice();
  const view = new DataView(lied.buffer);
  const name = new TextEncoder().encode(part);
  for (let place = 0; place < lied.length - 46; place += 1) {
    if (view.getUint32(place, true) !== 0x02014b50) continue;
    if (!name.every((byte, index) => lied[place + 46 + index] === byte)) continue;
    view.setUint32(place + offset, value, true);
    return lied;
  }
  throw new Error(`lieInDirectory: no ${part}`);
};

/** Gives a part another name of the same length, in its header and in the directory. */
export const renamePart = (zip: Uint8Array, from: string, to: string): Uint8Array => {
  const old = new TextEncoder().encode(from);
  const next = new TextEncoder().encode(to);
  if (old.length !== next.length) throw new Error('renamePart: lengths differ');
  const renamed = zip.slice();
  for (let place = 0; place <= renamed.length - old.length; place += 1) {
    if (old.every((byte, index) => renamed[place + index] === byte)) renamed.set(next, place);
  }
  return renamed;
};
