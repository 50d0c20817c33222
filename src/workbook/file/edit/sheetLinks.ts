import {
  a1,
  coveredBy,
  hasLinks,
  linkPlace,
  linkTarget,
  movedLinks,
  parseA1,
  type CellLink,
  type ModelCell,
  type Rectangle,
  type SheetPlan,
} from '../..';
import { partText, type PartSource } from '../package/parts';
import { hyperlinkTo } from '../write/hucre';
import { xmlText } from '../xml/text';
import { attributeIn, childrenOf, endOf, inserted, spliced, without, xmlTree, type XmlElement } from '../xml/tree';
import { sheetOrder } from './partFaults';
import { officeRelations, relationPrefix, relationsIn } from '../package/typesAndRelations';

/** A cell in which another link is to stand than does, 0-based; undefined: none. */
export interface LinkChange {
  readonly row: number;
  readonly column: number;
  readonly target: CellLink | undefined;
}

/** Where the cells of a worksheet part lead, by address: `#'回答'!C5`, or `file.xlsx#'回答'!C5`. */
export const standingLinks = (parts: PartSource, part: string): ReadonlyMap<string, string> => {
  const outside = new Map(relationsIn(parts, part).map((relation) => [relation.get('Id'), relation.get('Target')]));
  return new Map(
    linkElements(xmlTree(partText(parts, part))).map((element) => {
      const id = attributeIn(element, officeRelations, 'id');
      return [
        addressOf(element),
        linkPlace(id === undefined ? undefined : outside.get(id), element.attributes.get('location')),
      ];
    }),
  );
};

/** The links of a sheet of ours that lead elsewhere than its model says once all plans are carried out. */
export const linkChanges = (
  parts: PartSource,
  part: string,
  plan: SheetPlan,
  plans: readonly SheetPlan[],
  sheetNames: readonly string[],
): readonly LinkChange[] => {
  if (plan.kind === 'new' || !hasLinks(plan.model)) return [];
  const standing = standingLinks(parts, part);
  const targetOf = (cell: ModelCell | undefined) => cell?.link && linkTarget(cell.link, plans, sheetNames);
  const isCovered = coveredBy(plan.model.merges ?? []);
  const { top, left } = plan.before.rectangle;
  return movedLinks(
    plan,
    bothOf(plan.before.rectangle, plan.plan.owned),
    (row, column) => standing.get(a1(row, column)) ?? '',
    (cell) => placeOf(targetOf(cell)),
  )
    .filter(({ row, column }) => !isCovered(row - top, column - left))
    .map(({ row, column, cell }) => ({ row, column, target: targetOf(cell) }));
};

const placeOf = (link: CellLink | undefined): string => {
  if (link === undefined) return '';
  const { target, location } = hyperlinkTo(link);
  return linkPlace(target, location);
};

const bothOf = (one: Rectangle, other: Rectangle): Rectangle => ({
  top: Math.min(one.top, other.top),
  left: Math.min(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.max(one.right, other.right),
});

/** A worksheet part with those links; `relate` gives the part a relation to a file, and returns its id. */
export const relinkSheet = (
  xml: string,
  changes: readonly LinkChange[],
  relate: (target: string) => string,
): string => {
  if (changes.length === 0) return xml;
  const root = xmlTree(xml);
  const changed = new Set(changes.map(({ row, column }) => a1(row, column)));
  const kept = linkElements(root)
    .filter((element) => !changed.has(addressOf(element)))
    .map((element) => xml.slice(element.open.start, endOf(element)));
  const { prefix } = root.open;
  const { prefix: relation, declared } = relationPrefix(root);
  const ours = changes.flatMap(({ row, column, target }) => {
    if (target === undefined) return [];
    const { target: file, location } = hyperlinkTo(target);
    const leads =
      location === undefined ? `${declared} ${relation}:id="${relate(file)}"` : ` location="${xmlText(location)}"`;
    return [`<${prefix}hyperlink ref="${a1(row, column)}"${leads}/>`];
  });
  const all = [...kept, ...ours].join('');
  const list = `<${prefix}hyperlinks>${all}</${prefix}hyperlinks>`;
  return spliced(xml, [
    ...childrenOf(root, 'hyperlinks').map(without),
    ...(all === '' ? [] : inserted(root, sheetOrder, [{ name: 'hyperlinks', text: list }])),
  ]);
};

const linkElements = (root: XmlElement): readonly XmlElement[] =>
  childrenOf(root, 'hyperlinks').flatMap((list) => childrenOf(list, 'hyperlink'));

/** The cell a link stands in, the first of its block. */
const addressOf = ({ attributes }: XmlElement): string => {
  const block = parseA1(attributes.get('ref') ?? '');
  return block === undefined ? '' : a1(block.top, block.left);
};
