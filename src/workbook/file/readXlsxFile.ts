import { readXlsx, type Sheet } from 'hucre/xlsx';
import { countElements } from './countElements';
import { FileFault } from './fileFault';
import { limits } from './limits';
import { relationsName, relationsOf, type Package } from './openPackage';
import { scanSheet, type SheetScan } from './scanSheet';
import { sheetContent } from './sheetContent';
import { storedZip } from './storedZip';
import { struckStyles } from './struckStyles';
import { workbookPlan, type SheetPlace } from './workbookPlan';
import { xmlTags } from './xmlTags';
import type { WorkbookContent } from '../workbookContent';

/** Reads a checked .xlsx or .xlsm: hucre is given only the parts that hold cells, unpacked and measured. */
export const readXlsxFile = async (book: Package): Promise<WorkbookContent> => {
  const types = book.text('[Content_Types].xml');
  if (types === undefined) throw new FileFault('file-unknown', '[Content_Types].xml');
  xmlTags(types);
  if (types.includes('application/vnd.ms-excel.sheet.binary')) throw new FileFault('file-xlsb', '');
  const plan = workbookPlan(book);
  const shared = plan.relations.find(({ type }) => type === 'sharedStrings')?.target;
  const styles = plan.relations.find(({ type }) => type === 'styles')?.target;
  const parts = new Map<string, Uint8Array>();
  for (const name of ['[Content_Types].xml', '_rels/.rels', plan.part, relationsName(plan.part), styles]) {
    keep(book, parts, name);
  }
  if (styles !== undefined) checkXml(parts.get(styles));
  keep(book, parts, shared);
  const sharedBytes = shared === undefined ? undefined : parts.get(shared);
  const texts = sharedBytes === undefined ? 0 : countElements(sharedBytes, 'si', 1);
  const struck = struckStyles(styles === undefined ? undefined : decode(parts.get(styles)));
  const worksheets = plan.sheets.filter(isWorksheet);
  const scans = new Map<string, SheetScan>();
  for (const { name, part } of worksheets) {
    const bytes = book.part(part);
    if (bytes === undefined) throw new FileFault('file-damaged', part);
    const own = book.entries.get(part)?.method === 0 ? bytes.slice() : bytes;
    scans.set(name, scanSheet(own, { sheet: name, texts, struck }));
    checkSize([...scans.values()], name);
    parts.set(part, own);
    keep(book, parts, relationsName(part));
    relationsOf(book, part)
      .filter(({ type }) => type === 'table')
      .forEach(({ target }) => {
        keep(book, parts, target);
        checkXml(parts.get(target));
      });
  }
  const readable = new Set(worksheets.map(({ name }) => name));
  const { sheets } = await readXlsx(storedZip(parts), { sheets: ({ name }) => readable.has(name) });
  return {
    sheets: sheets.map((sheet) => contentOf(book, parts, sheet, worksheets, scans)),
    names: plan.names,
    manualCalculation: plan.manualCalculation,
    externalLinks: plan.relations.some(({ type }) => type === 'externalLink'),
  };
};

const isWorksheet = (sheet: SheetPlace): sheet is SheetPlace & { readonly part: string } => sheet.part !== undefined;

const keep = (book: Package, parts: Map<string, Uint8Array>, name: string | undefined): void => {
  const bytes = name === undefined ? undefined : book.part(name);
  if (name !== undefined && bytes !== undefined) parts.set(name, bytes);
};

const decode = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : new TextDecoder().decode(bytes);

const checkXml = (bytes: Uint8Array | undefined): void => {
  if (bytes !== undefined) xmlTags(new TextDecoder().decode(bytes));
};

const checkSize = (scans: readonly SheetScan[], sheet: string): void => {
  const cells = scans.reduce((sum, scan) => sum + scan.cells, 0);
  const slots = scans.reduce((sum, scan) => sum + scan.rows * scan.columns, 0);
  if (cells <= limits.cells && slots <= limits.slots) return;
  const { rows, columns } = scans.at(-1) ?? { rows: 0, columns: 0 };
  throw new FileFault('sheet-too-large', sheet, { sheet, found: `${rows} × ${columns}` });
};

const contentOf = (
  book: Package,
  parts: ReadonlyMap<string, Uint8Array>,
  sheet: Sheet,
  worksheets: readonly (SheetPlace & { readonly part: string })[],
  scans: ReadonlyMap<string, SheetScan>,
) => {
  const part = worksheets.find(({ name }) => name === sheet.name)?.part;
  const scan = scans.get(sheet.name);
  if (part === undefined || scan === undefined) throw new Error(`contentOf: sheet ${sheet.name} was never scanned`);
  const relations = relationsOf(book, part);
  return sheetContent(sheet, {
    brokenTexts: scan.brokenTexts,
    struckThrough: scan.struckThrough,
    filtered:
      scan.filtered ||
      relations.some(
        ({ type, target }) => type === 'table' && decode(parts.get(target))?.includes('<filterColumn') === true,
      ),
    drawings: relations.some(({ type }) => ['drawing', 'ctrlProp', 'control'].includes(type)),
  });
};
