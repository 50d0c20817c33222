import { HostError } from '../model/hostError';
import type { HostWorkbook } from '../model/hostWorkbook';

/** What fails while another workbook is in front (Microsoft: excel-add-ins-troubleshooting; office-js #6365). */
const needFront: ReadonlyMap<string, string> = new Map([
  ['call WorksheetCollection.add', 'GeneralException'],
  ['call WorksheetFreezePanes.freezeAt', 'GeneralException'],
  ['call WorksheetFreezePanes.freezeRows', 'GeneralException'],
  ['call WorksheetFreezePanes.freezeColumns', 'GeneralException'],
  ['call Worksheet.activate', 'GeneralException'],
  ['call Range.select', 'GeneralException'],
  ['call Workbook.getActiveCell', 'InvalidSelection'],
  ['call Workbook.getSelectedRange', 'InvalidSelection'],
  ['go Worksheet.names', 'InvalidSelection'],
]);

/** No cell is active while a chart, or a chart sheet, is selected (office-js #5319, #2268, #2444). */
const needCell: ReadonlySet<string> = new Set(['call Workbook.getActiveCell', 'call Workbook.getSelectedRange']);

const pageClasses: ReadonlySet<string> = new Set(['PageLayout', 'HeaderFooter']);

/** Refuses what Excel cannot do in the situation its user has brought it into; `use` is e.g. `call Range.select`. */
export const refuseInSituation = (
  { habits, inFront, chartSelected, sheetsGrouped, hasPrinter }: HostWorkbook,
  how: 'get' | 'set' | 'go' | 'call',
  className: string,
  member: string,
): void => {
  const name = `${className}.${member}`;
  const use = `${how} ${name}`;
  const code = needFront.get(use);
  if (habits.needsFront && !inFront && code !== undefined)
    throw new HostError(code, 'another workbook is in front', name);
  if (chartSelected && needCell.has(use)) throw new HostError('InvalidSelection', 'no cell is selected', name);
  // Any call, so the thread says; writes are what we hold for sure (office-js #2266).
  if (habits.needsFront && sheetsGrouped && how === 'set')
    throw new HostError('GeneralException', 'several sheets are selected', name);
  const printed = pageClasses.has(className) && how !== 'go';
  if (habits.printsByPrinter && !hasPrinter && printed)
    throw new HostError('GeneralException', 'no printer is installed', name);
};
