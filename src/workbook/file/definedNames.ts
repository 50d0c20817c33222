import { FileFault } from './fileFault';
import { xmlTags, xmlText, type XmlTag } from './xmlTags';

/** A name to be put into xl/workbook.xml; `sheet` is the 0-based tab it belongs to. */
export interface NewName {
  readonly name: string;
  readonly refersTo: string;
  readonly sheet: number;
  readonly hidden: boolean;
}

/** xl/workbook.xml with these names added, each in place of an older one of the same name and sheet. */
export const withNames = (workbookXml: string, names: readonly NewName[]): string => {
  const kept = names.reduce(withoutName, workbookXml);
  const written = names.map(nameXml).join('');
  const tags = xmlTags(kept);
  const end = tags.find(({ name, kind }) => name === 'definedNames' && kind === 'close');
  if (end !== undefined) return kept.slice(0, end.start) + written + kept.slice(end.start);
  const empty = tags.find(({ name, kind }) => name === 'definedNames' && kind === 'empty');
  const base = empty === undefined ? kept : kept.slice(0, empty.start) + kept.slice(empty.end);
  // The order of elements is fixed by the schema: names stand behind these three, whichever is last.
  const before = xmlTags(base).findLast(
    ({ name, kind, depth }) =>
      ['sheets', 'functionGroups', 'externalReferences'].includes(name) && kind !== 'open' && depth === 1,
  );
  if (before === undefined) throw new FileFault('file-cannot-refresh', 'xl/workbook.xml');
  return `${base.slice(0, before.end)}<definedNames>${written}</definedNames>${base.slice(before.end)}`;
};

const nameXml = ({ name, refersTo, sheet, hidden }: NewName): string =>
  `<definedName name="${xmlText(name)}" localSheetId="${sheet}"${hidden ? ' hidden="1"' : ''}>` +
  `${xmlText(refersTo)}</definedName>`;

const withoutName = (xml: string, wanted: NewName): string => {
  const tags = xmlTags(xml);
  const at = tags.findIndex((tag) => isSame(tag, wanted));
  const [open, close] = [tags[at], tags[at + 1]];
  if (open === undefined || close === undefined) return xml;
  return xml.slice(0, open.start) + xml.slice(open.kind === 'empty' ? open.end : close.end);
};

const isSame = ({ name, kind, attributes }: XmlTag, wanted: NewName): boolean =>
  name === 'definedName' &&
  kind !== 'close' &&
  attributes.get('name')?.toLowerCase() === wanted.name.toLowerCase() &&
  attributes.get('localSheetId') === String(wanted.sheet);
