import { writeXlsx } from 'hucre/xlsx';
import {
  fontName,
  linkTarget,
  markerHashName,
  markerName,
  markerReference,
  modelFingerprint,
  ownedRectangle,
  planWrite,
  quotedSheetName,
  type Rectangle,
  type SheetModel,
} from '..';
import { FileFault } from './fault';
import { markParts, markProperties } from './fileMark';
import { hucreSheet, withQuotePrefix } from './hucre';
import { ownParts, packParts, partText, setText } from './parts';
import { xmlTags, xmlText, type XmlTag } from './xml';

/**
 * A new .xlsx with these sheets; the cells hold values only. With an `origin` (64 hexadecimal digits) it bears the mark by
 * which {@link readFileMark} knows it again. Throws when there is no sheet at all.
 */
export const writeWorkbookFile = async (models: readonly SheetModel[], origin?: string): Promise<Uint8Array> => {
  if (models.length === 0) throw new Error('writeWorkbookFile: a workbook needs a sheet');
  const plans = planWrite({ names: [], sheets: [] }, models);
  const bytes = await writeXlsx({
    sheets: plans.map(({ model, name }) => hucreSheet(model, name, (link) => linkTarget(link, plans, []))),
    defaultFont: { name: fontName, size: 10.5, family: 3, charset: 128 },
    properties: {
      title: models[0]?.name ?? '',
      creator: 'incentive-score',
      ...(origin === undefined ? {} : { custom: markProperties(origin) }),
    },
  });
  const parts = ownParts(bytes);
  const names = plans.flatMap(({ model, name }, sheet) => [
    ...titleNames(model, name, sheet),
    ...markerNames(model, name, sheet, ownedRectangle(model)),
  ]);
  const workbook = partText(parts, 'xl/workbook.xml').replace(/<calcPr[^>]*\/>/, '');
  setText(parts, 'xl/workbook.xml', withNames(workbook, names));
  setText(parts, stylesPart, withQuotePrefix(partText(parts, stylesPart)));
  setText(parts, coreProperties, withoutClock(partText(parts, coreProperties)));
  if (origin !== undefined) markParts(parts);
  return packParts(parts);
};

const stylesPart = 'xl/styles.xml';
const coreProperties = 'docProps/core.xml';

/** hucre stamps the time of writing; without it the same answers give the same file, which people compare. */
const withoutClock = (xml: string): string => xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '');

/** A name to be put into xl/workbook.xml; `sheet` is the 0-based tab it belongs to. */
interface NewName {
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

/** The hidden names that mark a sheet as ours: where our rectangle is, and the fingerprint of what we wrote. */
export const markerNames = (model: SheetModel, name: string, sheet: number, owned: Rectangle): readonly NewName[] => [
  { name: markerName(model.marker), refersTo: markerReference(name, owned), sheet, hidden: true },
  { name: markerHashName(model.marker), refersTo: `"${modelFingerprint(model)}"`, sheet, hidden: true },
];

/** The rows repeated on every printed page, which Excel keeps as a name of its own. */
export const titleNames = (model: SheetModel, name: string, sheet: number): readonly NewName[] => {
  const rows = model.print.titleRows;
  if (rows === undefined) return [];
  const refersTo = `${quotedSheetName(name)}!$${rows.first + 1}:$${rows.last + 1}`;
  return [{ name: '_xlnm.Print_Titles', refersTo, sheet, hidden: false }];
};
