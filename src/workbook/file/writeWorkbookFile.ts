import { writeXlsx } from 'hucre/xlsx';
import { fontName } from '../appearance';
import { linkTarget, planWrite } from '../writePlan';
import { ownedRectangle } from '../refreshPlan';
import type { SheetModel } from '../sheetModel';
import { withNames } from './definedNames';
import { hucreSheet } from './hucreSheet';
import { markerNames, titleNames } from './markerNames';
import { ownParts, packParts, partText, setText } from './packParts';

/** A new .xlsx with these sheets; the cells hold values only. Throws when there is no sheet at all. */
export const writeWorkbookFile = async (models: readonly SheetModel[]): Promise<Uint8Array> => {
  if (models.length === 0) throw new Error('writeWorkbookFile: a workbook needs a sheet');
  const plans = planWrite({ names: [], sheets: [] }, models);
  const bytes = await writeXlsx({
    sheets: plans.map(({ model, name }) => hucreSheet(model, name, (link) => linkTarget(link, plans, []))),
    defaultFont: { name: fontName, size: 10.5, family: 3, charset: 128 },
    properties: { title: models[0]?.name ?? '', creator: 'incentive-score' },
  });
  const parts = ownParts(bytes);
  const names = plans.flatMap(({ model, name }, sheet) => [
    ...titleNames(model, name, sheet),
    ...markerNames(model, name, sheet, ownedRectangle(model)),
  ]);
  const workbook = partText(parts, 'xl/workbook.xml').replace(/<calcPr[^>]*\/>/, '');
  setText(parts, 'xl/workbook.xml', withNames(workbook, names));
  setText(parts, coreProperties, withoutClock(partText(parts, coreProperties)));
  return packParts(parts);
};

const coreProperties = 'docProps/core.xml';

/** hucre stamps the time of writing; without it the same answers give the same file, which people compare. */
const withoutClock = (xml: string): string => xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '');
