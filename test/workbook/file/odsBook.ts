import { zipOf } from './xlsxBuilder';

const opendocument = 'urn:oasis:names:tc:opendocument:xmlns';

/** The namespaces as LibreOffice declares them. */
export const odsNamespaces = [
  ...['office', 'style', 'text', 'table', 'config'].map((name) => `xmlns:${name}="${opendocument}:${name}:1.0"`),
  `xmlns:draw="${opendocument}:drawing:1.0"`,
  `xmlns:fo="${opendocument}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${opendocument}:svg-compatible:1.0"`,
  `xmlns:number="${opendocument}:datastyle:1.0"`,
  `xmlns:of="${opendocument}:of:1.2"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
].join(' ');

const spreadsheet = 'application/vnd.oasis.opendocument.spreadsheet';

/** content.xml around what stands in `office:spreadsheet`, with automatic styles. */
export const odsContent = (body: string, styles = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${odsNamespaces} office:version="1.3"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`;

export const odsOf = (content: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipOf({ mimetype: spreadsheet, 'META-INF/manifest.xml': '<manifest/>', 'content.xml': content, ...more }, 0);

/** One sheet of rows, as a file. */
export const odsSheet = (rows: string, styles = ''): Uint8Array =>
  odsOf(odsContent(`<table:table table:name="回答">${rows}</table:table>`, styles));

/** A flat document, which LibreOffice turns into an .ods or .xlsx of its own making. */
export const flatOds = (body: string, styles = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document ${odsNamespaces} office:version="1.3" office:mimetype="${spreadsheet}"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document>`;

/** A text cell with attributes. */
export const said = (text: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string"${attributes}><text:p>${text}</text:p></table:table-cell>`;

export const row = (cells: string, attributes = ''): string =>
  `<table:table-row${attributes}>${cells}</table:table-row>`;
