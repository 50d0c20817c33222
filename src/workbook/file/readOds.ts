import { readOds } from 'hucre/ods';
import { countElements } from './tagBytes';
import { FileFault, limits } from './fault';
import type { Package } from './package';
import { sheetContent } from './sheetContent';
import { storedZip } from './zip';
import type { WorkbookContent } from '..';

/** Reads a checked .ods; names, filters and the calculation mode are not looked for there. */
export const readOdsFile = async (book: Package): Promise<WorkbookContent> => {
  if (book.text('META-INF/manifest.xml')?.includes('encryption-data') === true)
    throw new FileFault('file-password', '');
  const content = book.part('content.xml');
  if (content === undefined) throw new FileFault('file-damaged', 'content.xml');
  countElements(content, 'table', 3);
  const parts = new Map<string, Uint8Array>();
  for (const name of ['mimetype', 'META-INF/manifest.xml', 'content.xml', 'styles.xml', 'meta.xml']) {
    const bytes = book.part(name);
    if (bytes !== undefined) parts.set(name, bytes);
  }
  const { sheets } = await readOds(storedZip(parts));
  const cells = sheets.reduce((sum, { rows }) => sum + rows.reduce((count, row) => count + row.length, 0), 0);
  if (cells > limits.slots) throw new FileFault('sheet-too-large', '', { found: String(cells) });
  const facts = {
    brokenTexts: [],
    struckThrough: [],
    filtered: false,
    drawings: new TextDecoder().decode(content).includes('<draw:'),
  };
  return {
    sheets: sheets.map((sheet) => sheetContent(sheet, facts)),
    names: [],
    manualCalculation: false,
    externalLinks: false,
  };
};
