import { FileFault } from '../fault';
import { tableParts } from './graft';
import { partFaults, twice } from './partFaults';
import { partText, type PartSource } from '../package/parts';
import { typesPart } from '../package/package';
import { officeRelations, relationsIn, targetOf } from '../package/typesAndRelations';
import { attributeIn, childOf, childrenOf, xmlTree, type XmlElement } from '../xml/tree';

/**
 * What is unsound in a package, as `part: element` — the same fault gives the same text, whatever was added elsewhere. Only
 * what `touched` parts say is looked at, and what the package says of all its parts.
 */
export const packageFaults = (
  parts: PartSource,
  touched: ReadonlySet<string>,
  { part, styles }: { readonly part: string; readonly styles: string | undefined },
): readonly string[] => {
  const faults = [...typeFaults(parts), ...tableFaults(parts, part)];
  const formats =
    styles === undefined ? 0 : (childOf(xmlTree(partText(parts, styles)), 'cellXfs')?.children.length ?? 0);
  for (const name of touched) {
    if (!parts.has(name) || !/\.(xml|rels|vml)$/i.test(name)) continue;
    try {
      const root = xmlTree(partText(parts, name));
      const found = root.name === 'Relationships' ? relationFaults(parts, name, root) : partFaults(root, formats);
      faults.push(...[...found, ...referenceFaults(parts, name, root)].map((fault) => `${name}: ${fault}`));
    } catch (cause) {
      if (!(cause instanceof FileFault)) throw cause;
      // What damage names is the same in every language.
      faults.push(`${name}: ${cause.problemName === 'file-damaged' ? cause.detail.en : 'XML'}`);
    }
  }
  return faults;
};

/** Every part has a type, and none has two. */
const typeFaults = (parts: PartSource): readonly string[] => {
  const root = xmlTree(partText(parts, typesPart));
  const [kinds, ones] = [childrenOf(root, 'Default'), childrenOf(root, 'Override')];
  const ends = kinds.map(({ attributes }) => attributes.get('Extension'));
  const named = ones.map(({ attributes }) => attributes.get('PartName'));
  const typed = new Set([...ends.map((end) => `.${end ?? ''}`), ...named].map((name) => name?.toLowerCase()));
  const untyped = [...parts.keys()].filter((name) => {
    const folded = name.toLowerCase();
    return name !== typesPart && !typed.has(`/${folded}`) && !typed.has(folded.slice(folded.lastIndexOf('.')));
  });
  return [
    ...twice(ends).map((end) => `${typesPart}: Default ${end}`),
    ...twice(named).map((name) => `${typesPart}: Override ${name}`),
    ...untyped.map((name) => `${typesPart}: ${name}`),
  ];
};

/** Ids and names of tables are unique in a workbook, and no table has the name of a range. */
const tableFaults = (parts: PartSource, workbookPart: string): readonly string[] => {
  const tables = tableParts(parts, workbookPart).map((name) => xmlTree(partText(parts, name)).attributes);
  const names = childrenOf(childOf(xmlTree(partText(parts, workbookPart)), 'definedNames'), 'definedName');
  const ranges = new Set(names.map(({ attributes }) => attributes.get('name')?.toLowerCase()));
  const called = tables.map((table) => table.get('displayName'));
  return [
    ...twice(tables.map((table) => table.get('id'))).map((id) => `table id ${id}`),
    ...[...twice(called), ...called.filter((name) => ranges.has(name?.toLowerCase()))].map(
      (name) => `table displayName ${name ?? ''}`,
    ),
  ];
};

const ownerOf = (relationsPart: string): string => relationsPart.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');

const relationFaults = (parts: PartSource, name: string, root: XmlElement): readonly string[] => {
  const owner = ownerOf(name);
  const relations = childrenOf(root, 'Relationship').map(({ attributes }) => attributes);
  const lost = relations.filter((relation) => {
    const target = targetOf(relation, owner);
    return target !== undefined && !parts.has(target);
  });
  return [
    ...(owner === '' || parts.has(owner) ? [] : [owner]),
    ...twice(relations.map((relation) => relation.get('Id'))).map((id) => `Id ${id}`),
    ...relations.flatMap((relation) => (relation.has('Id') && relation.has('Type') ? [] : ['Relationship'])),
    ...lost.map((relation) => `Target ${relation.get('Target') ?? ''}`),
  ];
};

/** Every id of a relation that a part names is there. */
const referenceFaults = (parts: PartSource, name: string, root: XmlElement): readonly string[] => {
  let known: Set<string | undefined> | undefined;
  const lost: string[] = [];
  const visit = (element: XmlElement): void => {
    for (const local of ['id', 'embed', 'link', 'pict']) {
      const id = element.attributes.size === 0 ? undefined : attributeIn(element, officeRelations, local);
      if (id === undefined || id === '') continue;
      known ??= new Set(relationsIn(parts, name).map((relation) => relation.get('Id')));
      if (!known.has(id)) lost.push(`${element.name} ${id}`);
    }
    element.children.forEach(visit);
  };
  visit(root);
  return lost;
};
