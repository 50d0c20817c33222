import type { NewSheetPlan, SheetModel } from '..';
import { FileFault } from './fault';
import { relationsName, targetPart } from './package';
import { addContentType, contentTypes, freePartName, insertBefore, partText, setText } from './parts';
import { xmlTags, xmlText } from './xml';

const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The workbook part as it is now, and the part that holds its relations. */
interface GrowingWorkbook {
  readonly part: string;
  readonly xml: string;
  readonly relations: string;
}

/**
 * Adds one sheet at the end of the workbook, with its table, its drawing and its charts, and returns the changed
 * xl/workbook.xml; `graft` holds the sheet as the part `sheet`.
 */
export const addSheet = (
  parts: Map<string, Uint8Array>,
  workbook: GrowingWorkbook,
  { name, model }: NewSheetPlan,
  graft: { readonly parts: ReadonlyMap<string, Uint8Array>; readonly sheet: string },
): string => {
  const sheetFile = transplantPart(
    {
      from: graft.parts,
      to: parts,
      folder: workbook.part.slice(0, workbook.part.lastIndexOf('/') + 1),
      adjust: (part, xml) => (part.startsWith('xl/tables/') ? freeTable(parts, xml, model) : xml),
    },
    graft.sheet,
  );
  const known = partText(parts, workbook.relations);
  const id = `rId${1 + Math.max(0, ...[...known.matchAll(/ Id="rId(\d+)"/g)].map(([, digits]) => Number(digits)))}`;
  const relation = relationXml(
    new Map([['Id', id], ['Type', `${namespace}/worksheet`], ['Target', `/${sheetFile}`]]), // prettier-ignore
  );
  insertBefore(parts, workbook.relations, '</Relationships>', relation);
  const sheetId =
    1 + Math.max(0, ...[...workbook.xml.matchAll(/ sheetId="(\d+)"/g)].map(([, digits]) => Number(digits)));
  const end = xmlTags(workbook.xml).find((tag) => tag.name === 'sheets' && tag.kind === 'close');
  if (end === undefined) throw new FileFault('file-cannot-refresh', workbook.part);
  const tab = `<sheet name="${xmlText(name)}" sheetId="${sheetId}" xmlns:r="${namespace}" r:id="${id}"/>`;
  return workbook.xml.slice(0, end.start) + tab + workbook.xml.slice(end.start);
};

/** A table part of ours with an id and a name that no table of the package has: both are unique in a workbook. */
const freeTable = (parts: ReadonlyMap<string, Uint8Array>, xml: string, { table: wanted }: SheetModel): string => {
  const others = [...parts]
    .filter(([name]) => /\/tables\/[^/]*\.xml$/i.test(name))
    .map(([, bytes]) => new TextDecoder().decode(bytes));
  const ids = others.map((other) => Number(/<[^>]*table[^>]* id="(\d+)"/.exec(other)?.[1] ?? 0));
  const names = new Set(others.map((other) => (/ displayName="([^"]*)"/.exec(other)?.[1] ?? '').toLowerCase()));
  let name = wanted?.name ?? '';
  for (let count = 2; names.has(name.toLowerCase()); count += 1) name = `${wanted?.name ?? ''}_${count}`;
  return xml
    .replace(/ id="\d+"/, ` id="${1 + Math.max(0, ...ids)}"`)
    .replace(/ name="[^"]*"/, ` name="${name}"`)
    .replace(/ displayName="[^"]*"/, ` displayName="${name}"`);
};

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
  const relations = relationsOf(from, part).map((attributes) => {
    const outside = attributes.get('TargetMode') === 'External';
    const target = attributes.get('Target') ?? '';
    const moved = outside ? target : `/${transplantPart(transplant, targetPart(part, target))}`;
    return relationXml(new Map([...attributes, ['Target', moved]]));
  });
  if (relations.length > 0) setText(to, relationsName(name), relationsHead + relations.join('') + relationsEnd);
  return name;
};

const relationsHead =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';
const relationsEnd = '</Relationships>';

const relationsOf = (parts: ReadonlyMap<string, Uint8Array>, part: string): readonly ReadonlyMap<string, string>[] => {
  const name = relationsName(part);
  if (!parts.has(name)) return [];
  return xmlTags(partText(parts, name)).flatMap((tag) => (tag.name === 'Relationship' ? [tag.attributes] : []));
};

/** One relation, from its attributes as written in the file. */
const relationXml = (attributes: ReadonlyMap<string, string>): string =>
  `<Relationship${[...attributes].map(([name, value]) => ` ${name}="${xmlText(value)}"`).join('')}/>`;
