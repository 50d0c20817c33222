import { endOf, textIn, xmlTree, type XmlElement } from '../xml/tree';

/** What an edit of a part may do, beside keeping everything else as it was, in its order. */
export interface AllowedChanges {
  /** True for an element that may go, or change, with all it holds. */
  readonly dropped?: (element: XmlElement) => boolean;
  /** Names of elements that may be new, with all they hold. */
  readonly added: readonly string[];
  /** Attributes, as `element@name`, that may differ. */
  readonly attributes?: readonly string[];
}

/** Elements that an edited part lost, or that it got though nobody asked for them; empty when the edit was right. */
export const changedElements = (before: string, after: string, allowed: AllowedChanges): readonly string[] => {
  const isDropped = allowed.dropped ?? (() => false);
  const old = printed(before, allowed.attributes ?? [], isDropped);
  const now = printed(after, allowed.attributes ?? [], isDropped);
  const added = new Set<XmlElement>();
  const foreign: string[] = [];
  let next = 0;
  for (const { element, print } of now) {
    if (print === old[next]?.print) {
      next += 1;
      continue;
    }
    const isOurs = allowed.added.includes(element.name) || (element.parent !== undefined && added.has(element.parent));
    if (isOurs) added.add(element);
    else foreign.push(element.name);
  }
  return [...old.slice(next).map(({ element }) => element.name), ...foreign];
};

interface Printed {
  readonly element: XmlElement;
  /** Tells whether two elements are the same: depth, name, attributes and text. */
  readonly print: string;
}

const printed = (
  xml: string,
  changing: readonly string[],
  isDropped: (element: XmlElement) => boolean,
): readonly Printed[] => {
  const all: Printed[] = [];
  const visit = (element: XmlElement): void => {
    if (isDropped(element)) return;
    const attributes = [...element.attributes]
      .filter(([name]) => !changing.includes(`${element.name}@${name}`))
      .map(([name, value]) => `${name}=${value}`)
      .sort();
    const text = textIn(xml, element).trim();
    all.push({ element, print: JSON.stringify([element.open.depth, element.space, element.name, attributes, text]) });
    element.children.forEach(visit);
  };
  visit(xmlTree(xml));
  return all;
};

/** Whether an element is written with the same letters in two texts. */
export const sameText = (one: string, first: XmlElement, other: string, second: XmlElement): boolean =>
  one.slice(first.open.start, endOf(first)) === other.slice(second.open.start, endOf(second));

/** Whether two elements differ in that attribute at most; one that says nothing else is like none at all. */
export const sameButFor = (
  attribute: string,
  [one, first]: readonly [xml: string, element: XmlElement | undefined],
  [other, second]: readonly [xml: string, element: XmlElement | undefined],
): boolean => {
  const rest = (xml: string, element: XmlElement | undefined): string => {
    if (element === undefined) return '';
    const attributes = [...element.attributes].filter(([name]) => name !== attribute && name !== 'r');
    const content = xml.slice(element.open.end, (element.close ?? element.open).end);
    return attributes.length === 0 && element.children.length === 0 ? '' : JSON.stringify([attributes, content]);
  };
  return rest(one, first) === rest(other, second);
};
