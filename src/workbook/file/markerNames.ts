import { quotedSheetName, type Rectangle } from '../address';
import { markerHashName, markerName } from '../marker';
import { markerReference, modelFingerprint } from '../refreshPlan';
import type { SheetModel } from '../sheetModel';
import type { NewName } from './definedNames';

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
