import {
  markedSheets,
  type ColumnChooser,
  type DefinedName,
  type SheetContent,
  type UnreadSheet,
  type WorkbookContent,
} from '../..';
import { finished, type Steps } from '../../../kernel';
import type { BytesPassed } from '../bytesPassed';
import { FileFault, limits } from '../fault';
import { relationsOf, typesPart, workbookPart, type Package, type Relation } from '../package/package';
import { plainText, xmlTags } from '../xml/tags';
import { readCellFormats, type CellFormats } from './cellFormats';
import { takeCovered } from './coveredValues';
import { noSharedTexts, readSharedTexts } from './sharedTexts';
import type { CellContext } from './sheetCell';
import { readingSheetPart } from './sheetPart';
import type { Budget } from './sheetRows';

export interface XlsxReading {
  /** Leaves what is stored under merged blocks in the grid: for comparing cells as the file has them. */
  readonly withCovered?: true;
  /** Tells the formulas too. */
  readonly withFormulas?: true;
  /** Leaves out columns that nobody wants. */
  readonly wanted?: ColumnChooser | undefined;
  readonly passed?: BytesPassed | undefined;
}

/**
 * Reads a checked .xlsx or .xlsm, transitional or Strict. A sheet that is too large is named as unread when others are left.
 * Throws {@link FileFault} for everything else that is beyond the limits or damaged.
 */
export const readXlsxFile = (book: Package, how: XlsxReading = {}): WorkbookContent =>
  finished(readingXlsxFile(book, how));

/** {@link readXlsxFile} in steps. */
export function* readingXlsxFile(book: Package, how: XlsxReading = {}): Steps<WorkbookContent> {
  const types = book.text(typesPart);
  if (types === undefined) throw new FileFault('file-unknown', typesPart);
  xmlTags(types);
  if (types.includes('application/vnd.ms-excel.sheet.binary')) throw new FileFault('file-xlsb', '');
  const plan = workbookPlan(book);
  const context = contextOf(book, plan);
  const budget: Budget = { cells: limits.cells, slots: limits.slots };
  const sheets: SheetContent[] = [];
  // Answers rest on no formula of ours.
  const ours = new Set(markedSheets(plan.names).map(({ owned }) => owned.name));
  let calculated = false;
  const unread: FileFault[] = [];
  for (const place of plan.sheets) {
    if (place.part === undefined) continue;
    try {
      const read = yield* sheetContent(book, { ...place, part: place.part }, { ...context, ...how }, budget);
      sheets.push(read.sheet);
      calculated ||= read.calculated && !ours.has(place.name);
    } catch (fault) {
      if (!(fault instanceof FileFault) || fault.problemName !== 'sheet-too-large') throw fault;
      unread.push(fault);
    }
  }
  const [first] = unread;
  if (first !== undefined && sheets.length === 0) throw first;
  return {
    sheets,
    ...(unread.length === 0 ? {} : { unread: unread.map(unreadSheet) }),
    names: plan.names,
    manualCalculation: plan.manualCalculation,
    ...(plan.recalculates && calculated ? { recalculationDue: true } : {}),
    externalLinks: plan.relations.some(({ type }) => type === 'externalLink'),
  };
}

const unreadSheet = ({ sheet = '', found = '' }: FileFault): UnreadSheet => ({
  why: 'too-large',
  name: sheet,
  found,
  most: limits.cells,
});

/** What the cells of all sheets refer to. */
const contextOf = (book: Package, plan: WorkbookPlan): CellContext => {
  const shared = targetIn(plan, 'sharedStrings');
  const texts = shared === undefined ? undefined : book.part(shared);
  return {
    formats: formatsIn(book, plan),
    texts: shared === undefined || texts === undefined ? noSharedTexts : readSharedTexts(texts, shared),
    date1904: plan.date1904,
  };
};

/** The formats of the cells of all sheets. */
export const formatsIn = (book: Package, plan: WorkbookPlan): CellFormats => {
  const styles = targetIn(plan, 'styles');
  return readCellFormats(styles === undefined ? undefined : book.text(styles));
};

const targetIn = ({ relations }: WorkbookPlan, wanted: string): string | undefined =>
  relations.find(({ type }) => type === wanted)?.target;

function* sheetContent(
  book: Package,
  { name, part, visibility }: SheetPlace & { readonly part: string },
  context: CellContext & XlsxReading,
  budget: Budget,
): Steps<{ readonly sheet: SheetContent; readonly calculated: boolean }> {
  const bytes = book.part(part);
  if (bytes === undefined) throw new FileFault('file-damaged', part);
  const { wanted, withCovered, ...cells } = context;
  const chosen = wanted === undefined ? {} : { wanted };
  const {
    grid,
    calculated,
    unseenValues = [],
    ...read
  } = yield* readingSheetPart({ ...cells, ...chosen, bytes, part, sheet: name, budget });
  const relations = relationsOf(book, part);
  const tables = relations.flatMap(({ type, target }) => (type === 'table' ? (book.text(target) ?? []) : []));
  const filters = tables.map((xml) => xmlTags(xml).some((tag) => tag.name === 'filterColumn'));
  const coveredValues = withCovered === true ? [] : takeCovered(grid, read.merges, name);
  const sheet: SheetContent = {
    ...read,
    ...(coveredValues.length === 0 ? {} : { coveredValues }),
    ...(unseenValues.length === 0 ? {} : { unseenValues }),
    name,
    visibility,
    grid,
    filtered: read.filtered || filters.includes(true),
    drawings: relations.some(({ type }) => ['drawing', 'ctrlProp', 'control'].includes(type)),
  };
  return { sheet, calculated };
}

/** What xl/workbook.xml says, without any cell. */
export interface WorkbookPlan {
  readonly part: string;
  readonly xml: string;
  readonly relations: readonly Relation[];
  /** All tabs in order, chart sheets included: names are scoped by this order. */
  readonly sheets: readonly SheetPlace[];
  readonly names: readonly DefinedName[];
  readonly manualCalculation: boolean;
  /** Formulas are to be calculated when the book is opened. */
  readonly recalculates: boolean;
  readonly date1904: boolean;
  readonly structureLocked: boolean;
  /** Strict Open XML: the same elements under other names of the vocabulary. */
  readonly strict: boolean;
}

interface SheetPlace {
  readonly name: string;
  /** The worksheet part; undefined for chart and macro sheets. */
  readonly part: string | undefined;
  readonly visibility: SheetContent['visibility'];
}

/** Throws {@link FileFault} for a damaged workbook, and for one without sheets. */
export const workbookPlan = (book: Package): WorkbookPlan => {
  const part = workbookPart(book);
  const xml = book.text(part);
  if (xml === undefined) throw new FileFault('file-damaged', part);
  const relations = relationsOf(book, part);
  const tags = xmlTags(xml).filter(({ kind }) => kind !== 'close');
  const root = tags[0];
  if (root?.name !== 'workbook') throw new FileFault('file-unknown', part);
  const flag = (name: string, attribute: string): string | undefined =>
    tags.find((tag) => tag.name === name)?.attributes.get(attribute);
  const sheets = tags.flatMap((tag): readonly SheetPlace[] => {
    if (tag.name !== 'sheet') return [];
    const relation = relations.find(({ id }) => id === relationId(tag.attributes));
    const isSheet = relation?.type === 'worksheet';
    const state = tag.attributes.get('state');
    return [
      {
        name: tag.attributes.get('name') ?? '',
        part: isSheet ? relation.target : undefined,
        visibility: state === 'veryHidden' ? 'very-hidden' : state === 'hidden' ? 'hidden' : 'visible',
      },
    ];
  });
  if (!sheets.some((sheet) => sheet.part !== undefined)) throw new FileFault('file-no-sheets', part);
  return {
    part,
    xml,
    relations,
    sheets,
    names: namesOf(xml, sheets),
    manualCalculation: flag('calcPr', 'calcMode') === 'manual',
    recalculates: isTrue(flag('calcPr', 'fullCalcOnLoad')),
    date1904: isTrue(flag('workbookPr', 'date1904')),
    strict: [...root.attributes.values()].some((value) => value.startsWith('http://purl.oclc.org/ooxml/')),
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
