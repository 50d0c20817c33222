import { FileFault } from './fileFault';
import { relationsOf, workbookPart, type Package, type Relation } from './openPackage';
import { plainText, xmlTags } from './xmlTags';
import type { DefinedName } from '../workbookContent';

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

export interface SheetPlace {
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
