import { named } from '../details';
import { freeTableName, type NewSheetPlan, type SheetModel } from '../..';
import { FileFault } from '../fault';
import { partText, setText, type PartSource } from '../package/parts';
import {
  addContentType,
  addRelation,
  contentTypes,
  freeNumber,
  freePartName,
  relationPrefix,
  relationsIn,
  setRelations,
  targetOf,
} from '../package/typesAndRelations';
import { xmlTags } from '../xml/tags';
import { xmlText } from '../xml/text';
import { appended, childOf, childrenOf, spliced, xmlTree } from '../xml/tree';

/** The largest number Excel gives a sheet (ECMA-376 18.2.19, [MS-OI29500] 2.1.609). */
export const largestSheetId = 65_534;

/**
 * Adds one sheet at the end of the workbook, with its table, its drawing and its charts; `graft` holds the sheet as the
 * part `sheet`.
 */
export const addSheet = (
  parts: Map<string, Uint8Array>,
  workbookPart: string,
  { name, model }: NewSheetPlan,
  graft: { readonly parts: ReadonlyMap<string, Uint8Array>; readonly sheet: string },
): void => {
  const sheetFile = transplantPart(
    {
      from: graft.parts,
      to: parts,
      folder: workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1),
      adjust: (part, xml) => (part.startsWith('xl/tables/') ? freeTable(parts, workbookPart, xml, model) : xml),
    },
    graft.sheet,
  );
  const id = addRelation(parts, workbookPart, 'worksheet', sheetFile);
  const xml = partText(parts, workbookPart);
  const sheets = childOf(xmlTree(xml), 'sheets');
  if (sheets === undefined) throw new FileFault('file-cannot-refresh', named(`${workbookPart}: sheets`));
  const numbers = childrenOf(sheets, 'sheet').map(({ attributes }) => Number(attributes.get('sheetId')));
  const sheetId = freeNumber(numbers.filter(Number.isSafeInteger), 1, largestSheetId);
  const { prefix, declared } = relationPrefix(sheets);
  const tab =
    `<${sheets.open.prefix}sheet name="${xmlText(name)}" sheetId="${sheetId}"${declared} ` + `${prefix}:id="${id}"/>`;
  setText(parts, workbookPart, spliced(xml, [appended(sheets, tab)]));
};

/**
 * A table part of ours with an id no table of the package has, and a name that neither a table nor a defined name of the
 * workbook has: Excel keeps both in one list.
 */
const freeTable = (
  parts: ReadonlyMap<string, Uint8Array>,
  workbookPart: string,
  xml: string,
  { table: wanted }: SheetModel,
): string => {
  const others = tableParts(parts, workbookPart).map((part) => xmlTags(partText(parts, part))[0]?.attributes);
  const ids = others.map((other) => Number(other?.get('id'))).filter(Number.isSafeInteger);
  const names = childrenOf(childOf(xmlTree(partText(parts, workbookPart)), 'definedNames'), 'definedName');
  const taken = [
    ...others.map((other) => other?.get('displayName')),
    ...names.map(({ attributes }) => attributes.get('name')),
  ].filter((name) => name !== undefined);
  const name = freeTableName(wanted?.name ?? '', taken);
  return xml
    .replace(/ id="\d+"/, ` id="${freeNumber(ids, 1, largestTableId)}"`)
    .replace(/ name="[^"]*"/, ` name="${name}"`)
    .replace(/ displayName="[^"]*"/, ` displayName="${name}"`);
};

const largestTableId = 2 ** 31 - 1;

/** The table parts of a package: those it calls so, and those its sheets lead to. */
export const tableParts = (parts: PartSource, workbookPart: string): readonly string[] => {
  const called = [...contentTypes(parts)].flatMap(([part, type]) => (type.endsWith('.table+xml') ? [part] : []));
  const linked = [workbookPart, ...relatedParts(parts, workbookPart, 'worksheet')].flatMap((sheet) =>
    relatedParts(parts, sheet, 'table'),
  );
  return [...new Set([...called, ...linked])].filter((part) => parts.has(part));
};

const relatedParts = (parts: PartSource, part: string, type: string): readonly string[] =>
  relationsIn(parts, part).flatMap((relation) => {
    const target = targetOf(relation, part);
    return relation.get('Type')?.endsWith(`/${type}`) === true && target !== undefined ? [target] : [];
  });

/** Where parts come from, where they go, and what has to be changed on the way. */
interface Transplant {
  /** A package of our own making, whose parts lie in `xl/`. */
  readonly from: ReadonlyMap<string, Uint8Array>;
  readonly to: Map<string, Uint8Array>;
  /** Of the workbook part that gets them, with a slash at the end: `xl/`. */
  readonly folder: string;
  /** The part as it is to be there; called before it is. */
  readonly adjust: (part: string, xml: string) => string;
}

/**
 * Brings a part and all it leads to — drawing, charts, tables, links — into a package, under names that are free there,
 * with their relations and content types; no part that was there is touched but `[Content_Types].xml`. Returns the new
 * name. The id of each relation stays, since the XML of the part names it.
 */
const transplantPart = (transplant: Transplant, part: string): string => {
  const { from, to, folder, adjust } = transplant;
  const type = contentTypes(from).get(part);
  if (type === undefined) throw new Error(`transplantPart: ${part} has no content type`);
  const xml = adjust(part, partText(from, part));
  const name = freePartName(to, part.replace(/^xl\//, folder));
  setText(to, name, xml);
  addContentType(to, name, type);
  const relations = relationsIn(from, part).map((relation) => {
    const target = targetOf(relation, part);
    return target === undefined
      ? relation
      : new Map([...relation, ['Target', `/${transplantPart(transplant, target)}`]]);
  });
  if (relations.length > 0) setRelations(to, name, relations);
  return name;
};
