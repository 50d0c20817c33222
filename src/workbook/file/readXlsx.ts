import { readXlsx, type Sheet } from 'hucre/xlsx';
import type { DefinedName, WorkbookContent } from '..';
import { FileFault, limits } from './fault';
import { relationsName, relationsOf, workbookPart, type Package, type Relation } from './package';
import { scanSheet, type SheetScan } from './scanSheet';
import { sheetContent } from './sheetContent';
import { countElements } from './tagBytes';
import { xmlTags } from './xml';
import { plainText } from './xmlText';
import { storedZip } from './zip';

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

/** The cell formats of xl/styles.xml whose font is struck through, by their index. */
const struckStyles = (xml: string | undefined): ReadonlySet<number> => {
  const struck = new Set<number>();
  if (xml?.includes('strike') !== true) return struck;
  const struckFonts = new Set<number>();
  let [font, format] = [-1, -1];
  let section = '';
  for (const { name, kind, attributes } of xmlTags(xml)) {
    if (name === 'fonts' || name === 'cellXfs') section = kind === 'open' ? name : '';
    if (kind === 'close') continue;
    if (section === 'fonts' && name === 'font') font += 1;
    if (section === 'fonts' && name === 'strike' && !['0', 'false'].includes(attributes.get('val') ?? '1')) {
      struckFonts.add(font);
    }
    if (section === 'cellXfs' && name === 'xf') {
      format += 1;
      if (struckFonts.has(Number(attributes.get('fontId')))) struck.add(format);
    }
  }
  return struck;
};

/** What xl/workbook.xml says, without any cell. */
export interface WorkbookPlan {
  readonly part: string;
  readonly xml: string;
  readonly relations: readonly Relation[];
  /** All tabs in order, chart sheets included: names are scoped by this order. */
  readonly sheets: readonly SheetPlace[];
  readonly names: readonly DefinedName[];
  readonly manualCalculation: boolean;
  readonly date1904: boolean;
  readonly structureLocked: boolean;
}

interface SheetPlace {
  readonly name: string;
  /** The worksheet part; undefined for chart and macro sheets. */
  readonly part: string | undefined;
}

/** Throws {@link FileFault} for a Strict or damaged workbook, and for one without sheets. */
export const workbookPlan = (book: Package): WorkbookPlan => {
  const part = workbookPart(book);
  const xml = book.text(part);
  if (xml === undefined) throw new FileFault('file-damaged', part);
  const relations = relationsOf(book, part);
  const tags = xmlTags(xml).filter(({ kind }) => kind !== 'close');
  const root = tags[0];
  if (root?.name !== 'workbook') throw new FileFault('file-unknown', part);
  if ([...root.attributes.values()].some((value) => value.startsWith('http://purl.oclc.org/ooxml/'))) {
    throw new FileFault('file-strict', part);
  }
  const flag = (name: string, attribute: string): string | undefined =>
    tags.find((tag) => tag.name === name)?.attributes.get(attribute);
  const sheets = tags.flatMap((tag): readonly SheetPlace[] => {
    if (tag.name !== 'sheet') return [];
    const relation = relations.find(({ id }) => id === relationId(tag.attributes));
    const isSheet = relation?.type === 'worksheet';
    return [{ name: tag.attributes.get('name') ?? '', part: isSheet ? relation.target : undefined }];
  });
  if (!sheets.some((sheet) => sheet.part !== undefined)) throw new FileFault('file-no-sheets', part);
  return {
    part,
    xml,
    relations,
    sheets,
    names: namesOf(xml, sheets),
    manualCalculation: flag('calcPr', 'calcMode') === 'manual',
    date1904: isTrue(flag('workbookPr', 'date1904')),
    structureLocked: isTrue(flag('workbookProtection', 'lockStructure')),
  };
};

const relationId = (attributes: ReadonlyMap<string, string>): string | undefined =>
  [...attributes].find(([name]) => name.endsWith(':id'))?.[1];

const isTrue = (flag: string | undefined): boolean => flag === '1' || flag === 'true';

/** Names Excel keeps for itself (`_xlnm.Print_Area`…) are settings, not names. */
const namesOf = (xml: string, sheets: readonly SheetPlace[]): readonly DefinedName[] => {
  const tags = xmlTags(xml);
  return tags.flatMap((tag, index): readonly DefinedName[] => {
    const name = tag.attributes.get('name') ?? '';
    if (tag.name !== 'definedName' || tag.kind !== 'open' || name.startsWith('_xlnm.')) return [];
    const refersTo = plainText(xml.slice(tag.end, tags[index + 1]?.start ?? tag.end));
    const sheet = sheets[Number(tag.attributes.get('localSheetId') ?? NaN)]?.name;
    return [{ name, refersTo, ...(sheet === undefined ? {} : { sheet }) }];
  });
};
