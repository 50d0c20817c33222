import type { NewSheetPlan } from '../writePlan';
import { FileFault } from './fileFault';
import { freeTable } from './freeTable';
import { insertBefore } from './insertBefore';
import { partText } from './packParts';
import { relationXml, transplantPart } from './transplantPart';
import { xmlTags, xmlText } from './xmlTags';

const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The workbook part as it is now, and the part that holds its relations. */
export interface GrowingWorkbook {
  readonly part: string;
  readonly xml: string;
  readonly relations: string;
}

/**
 * Adds one sheet at the end of the workbook, with its table, its drawing and its charts, and returns the changed
 * xl/workbook.xml; `graft` holds the sheet as the part `sheet`.
 */
export const addSheet = (
  parts: Map<string, Uint8Array>,
  workbook: GrowingWorkbook,
  { name, model }: NewSheetPlan,
  graft: { readonly parts: ReadonlyMap<string, Uint8Array>; readonly sheet: string },
): string => {
  const sheetFile = transplantPart(
    {
      from: graft.parts,
      to: parts,
      folder: workbook.part.slice(0, workbook.part.lastIndexOf('/') + 1),
      adjust: (part, xml) => (part.startsWith('xl/tables/') ? freeTable(parts, xml, model) : xml),
    },
    graft.sheet,
  );
  const known = partText(parts, workbook.relations);
  const id = `rId${1 + Math.max(0, ...[...known.matchAll(/ Id="rId(\d+)"/g)].map(([, digits]) => Number(digits)))}`;
  const relation = relationXml(
    new Map([['Id', id], ['Type', `${namespace}/worksheet`], ['Target', `/${sheetFile}`]]), // prettier-ignore
  );
  insertBefore(parts, workbook.relations, '</Relationships>', relation);
  const sheetId =
    1 + Math.max(0, ...[...workbook.xml.matchAll(/ sheetId="(\d+)"/g)].map(([, digits]) => Number(digits)));
  const end = xmlTags(workbook.xml).find((tag) => tag.name === 'sheets' && tag.kind === 'close');
  if (end === undefined) throw new FileFault('file-cannot-refresh', workbook.part);
  const tab = `<sheet name="${xmlText(name)}" sheetId="${sheetId}" xmlns:r="${namespace}" r:id="${id}"/>`;
  return workbook.xml.slice(0, end.start) + tab + workbook.xml.slice(end.start);
};
