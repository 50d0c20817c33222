import { named } from '../details';
import { FileFault } from '../fault';
import { xmlText } from '../xml/text';
import { appended, childOf, childrenOf, inserted, spliced, without, xmlTree, type XmlElement } from '../xml/tree';

/** A name to be put into xl/workbook.xml; `sheet` is the 0-based tab it belongs to. */
export interface NewName {
  readonly name: string;
  readonly refersTo: string;
  readonly sheet: number;
  readonly hidden: boolean;
}

/** The children of a workbook in the order of the schema (ECMA-376 18.2.27). */
export const workbookOrder: readonly string[] = [
  'fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups',
  'externalReferences', 'definedNames', 'calcPr', 'oleSize', 'customWorkbookViews', 'pivotCaches', 'smartTagPr',
  'smartTagTypes', 'webPublishing', 'fileRecoveryPr', 'webPublishObjects', 'extLst',
]; // prettier-ignore

/** xl/workbook.xml with these names added, each in place of an older one of the same name and sheet. */
export const withNames = (workbookXml: string, names: readonly NewName[]): string => {
  if (names.length === 0) return workbookXml;
  const root = xmlTree(workbookXml);
  if (childOf(root, 'sheets') === undefined) throw new FileFault('file-cannot-refresh', named('xl/workbook.xml'));
  const { prefix } = root.open;
  const written = names.map((name) => nameXml(name, prefix)).join('');
  const list = childOf(root, 'definedNames');
  if (list === undefined) {
    const text = `<${prefix}definedNames>${written}</${prefix}definedNames>`;
    return spliced(workbookXml, inserted(root, workbookOrder, [{ name: 'definedNames', text }]));
  }
  const old = childrenOf(list, 'definedName').filter((element) => names.some((name) => isSame(element, name)));
  return spliced(workbookXml, [...old.map(without), appended(list, written)]);
};

const nameXml = ({ name, refersTo, sheet, hidden }: NewName, prefix: string): string =>
  `<${prefix}definedName name="${xmlText(name)}" localSheetId="${sheet}"${hidden ? ' hidden="1"' : ''}>` +
  `${xmlText(refersTo)}</${prefix}definedName>`;

export const isSame = ({ attributes }: XmlElement, wanted: NewName): boolean =>
  attributes.get('name')?.toLowerCase() === wanted.name.toLowerCase() &&
  attributes.get('localSheetId')?.trim() === String(wanted.sheet);
