import { addContentType, contentTypes } from './contentTypes';
import { freePartName } from './freePartName';
import { relationsName, targetPart } from './openPackage';
import { partText, setText } from './packParts';
import { xmlTags, xmlText } from './xmlTags';

/** Where parts come from, where they go, and what has to be changed on the way. */
export interface Transplant {
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
export const transplantPart = (transplant: Transplant, part: string): string => {
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
export const relationXml = (attributes: ReadonlyMap<string, string>): string =>
  `<Relationship${[...attributes].map(([name, value]) => ` ${name}="${xmlText(value)}"`).join('')}/>`;
