import { relationsName, targetPart, typesPart } from './package';
import { partText, setText, type PartSource } from './parts';
import { xmlTags } from '../xml/tags';
import { xmlHead, xmlText } from '../xml/text';
import { appended, childrenOf, spliced, without, xmlTree, type XmlElement } from '../xml/tree';

type Parts = Map<string, Uint8Array>;

/** The type of every relation between parts of an office file begins with it. */
export const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What the package says its parts are, by part name; kinds of files, which have no entry of their own, are left out. */
export const contentTypes = (parts: PartSource): ReadonlyMap<string, string> =>
  new Map(
    xmlTags(partText(parts, typesPart)).flatMap(({ name, attributes }) => {
      const part = attributes.get('PartName')?.replace(/^\//, '');
      return name === 'Override' && part !== undefined ? [[part, attributes.get('ContentType') ?? ''] as const] : [];
    }),
  );

/** Says what a part is that was added. */
export const addContentType = (parts: Parts, part: string, type: string): void => {
  changeTypes(parts, `Override PartName="/${xmlText(part)}" ContentType="${xmlText(type)}"`);
};

/** Forgets what a part was that is gone. */
export const dropContentType = (parts: Parts, part: string): void => {
  const xml = partText(parts, typesPart);
  const gone = childrenOf(xmlTree(xml), 'Override').filter(({ attributes }) => {
    return attributes.get('PartName')?.toLowerCase() === `/${part}`.toLowerCase();
  });
  setText(parts, typesPart, spliced(xml, gone.map(without)));
};

const kinds = [
  ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
  ['xml', 'application/xml'],
] as const;

/** Says what `.rels` and `.xml` files are where the package has none of its own: some programs leave it out. */
export const completeContentTypes = (parts: Parts): void => {
  const typed = new Set([...contentTypes(parts).keys()].map((name) => name.toLowerCase()));
  for (const [extension, type] of kinds) {
    const known = childrenOf(xmlTree(partText(parts, typesPart)), 'Default').some(
      ({ attributes }) => attributes.get('Extension')?.toLowerCase() === extension,
    );
    const isMissing = [...parts.keys()].some((name) => {
      const folded = name.toLowerCase();
      return folded.endsWith(`.${extension}`) && !typed.has(folded) && name !== typesPart;
    });
    if (!known && isMissing) changeTypes(parts, `Default Extension="${extension}" ContentType="${type}"`);
  }
};

const changeTypes = (parts: Parts, entry: string): void => {
  const xml = partText(parts, typesPart);
  const root = xmlTree(xml);
  setText(parts, typesPart, spliced(xml, [appended(root, `<${root.open.prefix}${entry}/>`)]));
};

/**
 * `xl/charts/chart1.xml` with the first number that is free in the package: no part, no relations and no content type —
 * some programs leave entries behind — bears the name, in any case.
 */
export const freePartName = (parts: ReadonlyMap<string, Uint8Array>, wanted: string): string => {
  const taken = new Set([...parts.keys(), ...contentTypes(parts).keys()].map((name) => name.toLowerCase()));
  const [, start = '', end = ''] = /^(.*?)\d*(\.[^./]*)$/.exec(wanted) ?? [];
  for (let number = 1; ; number += 1) {
    const name = `${start}${number}${end}`;
    if (!taken.has(name.toLowerCase()) && !taken.has(relationsName(name).toLowerCase())) return name;
  }
};

/** Behind the largest number in use, or the first free one where that would be beyond the bounds of the schema. */
export const freeNumber = (used: Iterable<number>, least: number, most: number): number => {
  const taken = new Set(used);
  const next = [...taken].reduce((largest, number) => Math.max(largest, number), least - 1) + 1;
  if (next <= most) return next;
  for (let number = least; ; number += 1) if (!taken.has(number)) return number;
};

/** The attributes of each relation of a part, as written. */
export const relationsIn = (parts: PartSource, part: string): readonly ReadonlyMap<string, string>[] => {
  const name = relationsName(part);
  if (!parts.has(name)) return [];
  return childrenOf(xmlTree(partText(parts, name)), 'Relationship').map(({ attributes }) => attributes);
};

/** Where a relation leads inside the package; undefined when it leads outside. */
export const targetOf = (relation: ReadonlyMap<string, string>, part: string): string | undefined =>
  relation.get('TargetMode') === 'External' ? undefined : targetPart(part, relation.get('Target') ?? '');

/** Gives a part one relation more to another part, and returns its id; a type that is no address is one of the office format. */
export const addRelation = (parts: Parts, part: string, type: string, target: string): string =>
  relate(parts, part, [
    ['Type', type.includes('://') ? type : `${officeRelations}/${type}`],
    ['Target', `/${target}`],
  ]);

/** The id of the relation by which a part links to a place outside the package, which it gets unless it has one. */
export const linkRelation = (parts: Parts, part: string, target: string): string => {
  const known = relationsIn(parts, part).find(
    (relation) => relation.get('Target') === target && relation.get('Type')?.endsWith('/hyperlink') === true,
  );
  return (
    known?.get('Id') ??
    relate(parts, part, [
      ['Type', `${officeRelations}/hyperlink`],
      ['Target', target],
      ['TargetMode', 'External'],
    ])
  );
};

const relate = (parts: Parts, part: string, says: readonly (readonly [string, string])[]): string => {
  const digits = relationsIn(parts, part).map((relation) => /^rId(\d{1,9})$/i.exec(relation.get('Id') ?? '')?.[1]);
  const id = `rId${freeNumber(digits.map(Number).filter(Number.isFinite), 1, 999_999_999)}`;
  const relation = new Map([['Id', id], ...says]);
  const name = relationsName(part);
  if (!parts.has(name)) setRelations(parts, part, [relation]);
  else {
    const xml = partText(parts, name);
    const root = xmlTree(xml);
    setText(parts, name, spliced(xml, [appended(root, relationXml(relation, root.open.prefix))]));
  }
  return id;
};

/** The prefix that ids of relations bear in the part; declared on the new element where it has none. */
export const relationPrefix = ({ spaces }: XmlElement): { readonly prefix: string; readonly declared: string } => {
  const known = [...spaces].find(([prefix, space]) => prefix !== '' && space === officeRelations)?.[0];
  return known === undefined
    ? { prefix: 'r', declared: ` xmlns:r="${officeRelations}"` }
    : { prefix: known, declared: '' };
};

/** Writes the relations of a part of ours. */
export const setRelations = (parts: Parts, part: string, relations: readonly ReadonlyMap<string, string>[]): void => {
  setText(
    parts,
    relationsName(part),
    relationsHead + relations.map((one) => relationXml(one, '')).join('') + relationsEnd,
  );
};

const relationsHead = `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`;
const relationsEnd = '</Relationships>';

const relationXml = (attributes: ReadonlyMap<string, string>, prefix: string): string =>
  `<${prefix}Relationship${[...attributes].map(([name, value]) => ` ${name}="${xmlText(value)}"`).join('')}/>`;

/** Takes away the relations of a part that lead to another. */
export const dropRelation = (parts: Parts, part: string, target: string): void => {
  const name = relationsName(part);
  const xml = partText(parts, name);
  const gone = childrenOf(xmlTree(xml), 'Relationship').filter(({ attributes }) => {
    return targetOf(attributes, part)?.toLowerCase() === target.toLowerCase();
  });
  setText(parts, name, spliced(xml, gone.map(without)));
};
