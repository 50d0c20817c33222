import { named } from '../details';
import { FileFault } from '../fault';
import { freeNumber } from '../package/typesAndRelations';
import { xmlText } from '../xml/text';
import {
  appended,
  childOf,
  childrenOf,
  endOf,
  inserted,
  prefixed,
  spliced,
  withAttribute,
  xmlTree,
  type Splice,
  type XmlElement,
} from '../xml/tree';

/** The children of a style sheet in the order of the schema (ECMA-376 18.8.39). */
export const styleOrder: readonly string[] = [
  'numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst',
]; // prettier-ignore

/** Excel refuses workbooks with more cell formats (rules/bad-inputs.md#b080). */
const mostFormats = 64_000;

/** A styles part that knows our formats too; `format(n)` is the new number of our format n, `rule(n)` that of one a rule paints. */
interface MergedStyles {
  readonly xml: string;
  format(ours: number): number;
  /** Undefined where there was no room. */
  rule(ours: number): number | undefined;
}

/** Appends fonts, fills, borders, number formats and cell formats of ours behind theirs; theirs keep their numbers. */
export const mergeStyles = (theirs: string, ours: string, part: string): MergedStyles => {
  const [root, graft] = [xmlTree(theirs), xmlTree(ours)];
  if (root.name !== 'styleSheet' || root.space !== graft.space) throw new FileFault('file-cannot-refresh', named(part));
  const formats = itemsOf(graft, 'cellXfs');
  const known = itemsOf(root, 'cellXfs').length;
  if (known + formats.length > mostFormats) return { xml: theirs, format: () => 0, rule: () => undefined };
  const plain = (name: string): readonly string[] => itemsOf(graft, name).map((item) => textOf(ours, item));
  // Excel takes the second fill for its own grey pattern, whatever it is.
  const spare = itemsOf(root, 'fills').length === 1 ? plain('fills').slice(1, 2) : [];
  // Without a list of formats every cell has the default one; that must not become one of ours.
  const first = known === 0 ? ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'] : [];
  const offsets = new Map(
    ['font', 'fill', 'border'].map((name) => [
      `${name}Id`,
      itemsOf(root, `${name}s`).length + (name === 'fill' ? spare.length : 0),
    ]),
  );
  const numbers = numberFormats(root, graft);
  const moved = formats.map((format) => movedFormat(ours, format, offsets, numbers, hasParentFormat(root)));
  const added = numbers.added.map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`);
  const splices = appendItems(theirs, root, [
    { name: 'numFmts', items: added },
    { name: 'fonts', items: plain('fonts') },
    { name: 'fills', items: [...spare, ...plain('fills')] },
    { name: 'borders', items: plain('borders') },
    { name: 'cellXfs', items: [...first, ...moved] },
    { name: 'dxfs', items: plain('dxfs') },
  ]);
  const rules = itemsOf(root, 'dxfs').length;
  return {
    xml: spliced(theirs, splices),
    format: (number) => number + known + first.length,
    rule: (number) => number + rules,
  };
};

const itemsOf = (root: XmlElement, list: string): readonly XmlElement[] => childOf(root, list)?.children ?? [];

const textOf = (xml: string, element: XmlElement): string => xml.slice(element.open.start, endOf(element));

const hasParentFormat = (root: XmlElement): boolean => itemsOf(root, 'cellStyleXfs').length > 0;

interface ItemList {
  readonly name: string;
  readonly items: readonly string[];
}

/** Items behind those of each list, which is made where it is missing; counts say how many there are. */
const appendItems = (xml: string, root: XmlElement, lists: readonly ItemList[]): readonly Splice[] => {
  const { prefix } = root.open;
  const written = lists
    .filter(({ items }) => items.length > 0)
    .map(({ name, items }) => ({ name, items, text: items.map((item) => prefixed(item, prefix)).join('') }));
  const isKnown = ({ name }: { readonly name: string }) => childOf(root, name) !== undefined;
  const made = written
    .filter((list) => !isKnown(list))
    .map(({ name, items, text }) => {
      return { name, text: `<${prefix}${name} count="${items.length}">${text}</${prefix}${name}>` };
    });
  const grown = written.flatMap(({ name, items, text }) => {
    const list = childOf(root, name);
    if (list === undefined) return [];
    const count = String(list.children.length + items.length);
    return [withAttribute(xml, list, 'count', count), appended(list, text)];
  });
  return [...inserted(root, styleOrder, made), ...grown];
};

/** One of our cell formats with the numbers its font, fill, border and number format have among theirs. */
const movedFormat = (
  ours: string,
  format: XmlElement,
  offsets: ReadonlyMap<string, number>,
  numbers: NumberFormats,
  hasParent: boolean,
): string => {
  const { start } = format.open;
  const changes = [...format.attributes].flatMap(([name, value]): readonly Splice[] => {
    const offset = offsets.get(name);
    if (offset !== undefined) return [withAttribute(ours, format, name, String(Number(value) + offset))];
    if (name === 'numFmtId') return [withAttribute(ours, format, name, String(numbers.idOf(Number(value))))];
    if (name === 'xfId' && !hasParent) return [withAttribute(ours, format, name, undefined)];
    return [];
  });
  return spliced(
    textOf(ours, format),
    changes.map(({ start: from, end, text }) => ({ start: from - start, end: end - start, text })),
  );
};

interface NumberFormats {
  readonly added: readonly { readonly id: number; readonly code: string }[];
  /** The number one of our number formats has among theirs. */
  idOf(ours: number): number;
}

/** The only one of Excel's own formats that hucre uses; the others it writes with numbers from 164 on. */
const general = { id: 0, code: 'General' };

/** Excel's own numbers end below; its number formats have 16 bits. */
const [firstOwnFormat, lastFormat] = [164, 65_535];

/**
 * Codes they have already keep their number; the others get free ones. Some programs give Excel's own number 0 another
 * meaning: then ours gets a number that means what we mean.
 */
const numberFormats = (theirs: XmlElement, ours: XmlElement): NumberFormats => {
  const known = codesOf(theirs);
  const redefined = known.has(general.id) && known.get(general.id) !== general.code;
  const wanted = new Map([...(redefined ? [[general.id, general.code] as const] : []), ...codesOf(ours)]);
  const ids = new Map<number, number>();
  const taken = numbersIn(theirs);
  const added: { readonly id: number; readonly code: string }[] = [];
  for (const [id, code] of wanted) {
    const same = [...known].find(([number, other]) => other === code && number >= firstOwnFormat)?.[0];
    const free = freeNumber([...taken, ...added.map((one) => one.id)], firstOwnFormat, lastFormat);
    if (same === undefined) added.push({ id: free, code });
    ids.set(id, same ?? free);
  }
  return { added, idOf: (id) => ids.get(id) ?? id };
};

/** The numbers of all number formats, those of conditional formats and tables (`dxf`) too. */
const numbersIn = (element: XmlElement): readonly number[] =>
  element.name === 'numFmt' ? [Number(element.attributes.get('numFmtId'))] : element.children.flatMap(numbersIn);

const codesOf = (root: XmlElement): ReadonlyMap<number, string> =>
  new Map(
    childrenOf(childOf(root, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes.get('numFmtId')),
      attributes.get('formatCode') ?? '',
    ]),
  );
