import { ok, type Result } from '../../../problems';
import { openPackage, openXmlPackage, type Package } from '../package/package';
import { partsOf, partText, repackParts, setText } from '../package/parts';
import {
  addContentType,
  addRelation,
  freePartName,
  officeRelations,
  relationsIn,
  targetOf,
} from '../package/typesAndRelations';
import { orRefusal } from '../readWorkbookFile';
import { addinSettings, settingsParts } from '../write/addinSetting';
import { xmlHead, xmlText } from '../xml/text';
import { appended, childOf, childrenOf, spliced, withAttribute, without, xmlTree } from '../xml/tree';

type Parts = Map<string, Uint8Array>;

/**
 * Keeps texts in an .xlsx or .xlsm as Excel keeps what an add-in remembers ([MS-OWEXML] 2.1.8), so that the pane,
 * `--mapping` and `readAddinSettings` find them; an empty text is taken away. A workbook that the pane was never in gets them
 * beside a pane that is shut: Excel loads nothing for it. All else is the same packed bytes; the very bytes come back where
 * nothing changes, and of files of other kinds, which keep nothing.
 */
export const keepAddinSettings = (
  bytes: Uint8Array,
  fileName: string,
  texts: ReadonlyMap<string, string>,
): Promise<Result<Uint8Array>> =>
  orRefusal(fileName, () => {
    const book = openXmlPackage(bytes);
    return Promise.resolve(ok(book === undefined ? bytes : keep(book, texts)));
  });

const keep = (book: Package, texts: ReadonlyMap<string, string>): Uint8Array => {
  const known = addinSettings(book);
  const changed = new Map([...texts].filter(([key, text]) => (known.get(key) ?? '') !== text));
  if (changed.size === 0) return book.bytes;
  const before = partsOf(book);
  const parts = new Map(before);
  const part = settingsParts(book).find((name) => isOurs(partText(parts, name), texts)) ?? addPart(parts);
  setText(parts, part, withTexts(partText(parts, part), changed));
  const after = repackParts(book, before, parts);
  const read = addinSettings(openPackage(after));
  for (const [key, text] of changed)
    if ((read.get(key) ?? '') !== text) throw new Error(`keepAddinSettings: ${key} was lost`);
  return after;
};

/** `<Id>` of manifest.xml: by it Excel hands the settings to the add-in they are of. */
const addinId = '6bc27253-339f-4999-82ea-24af6678bca5';

const isOurs = (xml: string, texts: ReadonlyMap<string, string>): boolean => {
  const root = xmlTree(xml);
  const reference = childOf(root, 'reference')?.attributes.get('id')?.toLowerCase();
  const properties = childrenOf(childOf(root, 'properties'), 'property');
  return reference === addinId || properties.some(({ attributes }) => texts.has(attributes.get('name') ?? ''));
};

const withTexts = (xml: string, texts: ReadonlyMap<string, string>): string => {
  const root = xmlTree(xml);
  const { prefix } = root.open;
  const list = childOf(root, 'properties');
  const standing = childrenOf(list, 'property');
  const splices = [...texts].flatMap(([key, text]) => {
    const property = standing.find(({ attributes }) => attributes.get('name') === key);
    if (property === undefined) return [];
    return [text === '' ? without(property) : withAttribute(xml, property, 'value', JSON.stringify(text))];
  });
  const added = [...texts]
    .filter(([key, text]) => text !== '' && !standing.some(({ attributes }) => attributes.get('name') === key))
    .map(([key, text]) => `<${prefix}property name="${xmlText(key)}" value="${xmlText(JSON.stringify(text))}"/>`)
    .join('');
  if (added === '') return spliced(xml, splices);
  return spliced(xml, [
    ...splices,
    list === undefined ? appended(root, `<${prefix}properties>${added}</${prefix}properties>`) : appended(list, added),
  ]);
};

const office = 'http://schemas.microsoft.com/office';
const relations = `${office}/2011/relationships`;
const types = 'application/vnd.ms-office';

/** The settings of an add-in that is not there yet, and the pane that is shut beside them. */
const addPart = (parts: Parts): string => {
  const part = freePartName(parts, 'xl/webextensions/webextension.xml');
  setText(
    parts,
    part,
    `${xmlHead}<we:webextension xmlns:we="${office}/webextensions/webextension/2010/11" id="{${addinId}}">` +
      `<we:reference id="${addinId}" version="1.0.0.0" store="developer" storeType="Registry"/>` +
      '<we:alternateReferences/><we:properties/><we:bindings/></we:webextension>',
  );
  addContentType(parts, part, `${types}.webextension+xml`);
  const panes = panesPart(parts);
  const id = addRelation(parts, panes, `${relations}/webextension`, part);
  const xml = partText(parts, panes);
  const root = xmlTree(xml);
  const { prefix } = root.open;
  const rows = childrenOf(root, 'taskpane').length;
  setText(
    parts,
    panes,
    spliced(xml, [
      appended(
        root,
        `<${prefix}taskpane dockstate="right" visibility="0" width="350" row="${rows + 1}">` +
          `<${prefix}webextensionref xmlns:r="${officeRelations}" ` +
          `r:id="${id}"/></${prefix}taskpane>`,
      ),
    ]),
  );
  return part;
};

/** The list of panes, which hangs at the package itself. */
const panesPart = (parts: Parts): string => {
  const type = `${relations}/webextensiontaskpanes`;
  const standing = relationsIn(parts, '').find((relation) => relation.get('Type') === type);
  const target = standing && targetOf(standing, '');
  if (target !== undefined && parts.has(target)) return target;
  const part = freePartName(parts, 'xl/webextensions/taskpanes.xml');
  setText(parts, part, `${xmlHead}<wetp:taskpanes xmlns:wetp="${office}/webextensions/taskpanes/2010/11"/>`);
  addContentType(parts, part, `${types}.webextensiontaskpanes+xml`);
  addRelation(parts, '', type, part);
  return part;
};
