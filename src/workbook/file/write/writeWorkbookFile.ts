import {
  columnName,
  defaultSize,
  fontName,
  linkTarget,
  markerHashName,
  markerName,
  markerReference,
  modelHashReference,
  ownedRectangle,
  planWrite,
  quotedSheetName,
  type Rectangle,
  type SheetModel,
} from '../..';
import { withNames, type NewName } from '../edit/definedNames';
import { markParts, markProperties } from './fileMark';
import { packParts, partText, setText } from '../package/parts';
import { workbookParts } from './workbookParts';

/**
 * A new .xlsx with these sheets; the cells hold values only. With an `origin` (64 hexadecimal digits) it bears the mark by
 * which {@link readFileMark} knows it again. Throws when there is no sheet at all.
 */
export const writeWorkbookFile = async (models: readonly SheetModel[], origin?: string): Promise<Uint8Array> => {
  if (models.length === 0) throw new Error('writeWorkbookFile: a workbook needs a sheet');
  const plans = planWrite({ names: [], sheets: [] }, models);
  const parts = await workbookParts(plans, (link) => linkTarget(link, plans, []), 'shared', {
    defaultFont: { name: fontName, size: defaultSize, family: 3, charset: 128 },
    properties: {
      title: models[0]?.name ?? '',
      creator: 'incentive-score',
      ...(origin === undefined ? {} : { custom: markProperties(origin) }),
    },
  });
  const names = plans.flatMap(({ model, name }, sheet) => [
    ...printNames(model, name, sheet),
    ...markerNames(model, name, sheet, ownedRectangle(model)),
  ]);
  const workbook = partText(parts, 'xl/workbook.xml').replace(/<calcPr[^>]*\/>/, '');
  setText(parts, 'xl/workbook.xml', withNames(workbook, names));
  setText(parts, coreProperties, withoutClock(partText(parts, coreProperties)));
  if (origin !== undefined) markParts(parts);
  return packParts(parts);
};

const coreProperties = 'docProps/core.xml';

/** hucre stamps the time of writing; without it the same answers give the same file, which people compare. */
const withoutClock = (xml: string): string => xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '');

/** The hidden names that mark a sheet as ours: where our rectangle is, and the fingerprint of what we wrote. */
export const markerNames = (model: SheetModel, name: string, sheet: number, owned: Rectangle): readonly NewName[] => [
  { name: markerName(model.marker), refersTo: markerReference(name, owned), sheet, hidden: true },
  { name: markerHashName(model.marker), refersTo: modelHashReference(model), sheet, hidden: true },
];

/** What is repeated on every printed page, and the part that is printed: Excel keeps them as names of their own. */
export const printNames = (model: SheetModel, name: string, sheet: number): readonly NewName[] => {
  const { titleRows: rows, titleColumns: columns, area } = model.print;
  const place = `${quotedSheetName(name)}!`;
  const titles = [
    ...(columns === undefined ? [] : [`${place}$${columnName(columns.first)}:$${columnName(columns.last)}`]),
    ...(rows === undefined ? [] : [`${place}$${rows.first + 1}:$${rows.last + 1}`]),
  ];
  const printed = area && markerReference(name, area);
  return [
    ...(printed === undefined ? [] : [{ name: '_xlnm.Print_Area', refersTo: printed, sheet, hidden: false }]),
    ...(titles.length === 0 ? [] : [{ name: '_xlnm.Print_Titles', refersTo: titles.join(','), sheet, hidden: false }]),
  ];
};
