import { parseA1, quotedSheetName, type Rectangle } from './address';
import { markerHashName, markerName } from './marker';
import type { SheetModel } from './sheetModel';
import type { DefinedName } from './workbookContent';

/** Our sheet as an earlier run left it, and as it is now. */
export interface OwnedSheet {
  readonly name: string;
  readonly rectangle: Rectangle;
  /** Of the values we wrote; absent when an older version wrote them. */
  readonly fingerprint?: string;
}

/**
 * The sheets that bear the marker, whatever they are called now; the one with the wanted name first. A marker that is
 * broken, or points to another sheet than the one it belongs to, counts as none (rules/bad-inputs.md#b077).
 */
export const ownedSheets = (
  names: readonly DefinedName[],
  model: Pick<SheetModel, 'marker' | 'name'>,
): readonly OwnedSheet[] => {
  const found = names.flatMap((name) => ownedBy(name, names, model.marker));
  return [...found.filter(({ name }) => name === model.name), ...found.filter(({ name }) => name !== model.name)];
};

const ownedBy = (marker: DefinedName, names: readonly DefinedName[], wanted: string): readonly OwnedSheet[] => {
  const sheet = marker.sheet;
  if (sheet === undefined || marker.name.toLowerCase() !== markerName(wanted).toLowerCase()) return [];
  const refersTo = marker.refersTo.replace(/^=/, '');
  const place = refersTo.slice(0, Math.max(0, refersTo.lastIndexOf('!')));
  const rectangle = parseA1(refersTo);
  if (rectangle === undefined || (place !== sheet && place !== quotedSheetName(sheet))) return [];
  const hash = names.find(
    (name) => name.sheet === sheet && name.name.toLowerCase() === markerHashName(wanted).toLowerCase(),
  );
  const digits = /^="?([0-9a-f]{16})"?$/.exec(`=${hash?.refersTo.replace(/^=/, '') ?? ''}`)?.[1];
  return [{ name: sheet, rectangle, ...(digits === undefined ? {} : { fingerprint: digits }) }];
};
