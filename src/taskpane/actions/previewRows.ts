import {
  a1Range,
  ownedRectangle,
  ownedSheets,
  type DefinedName,
  type SheetModel,
  type WriteReport,
} from '../../workbook';
import type { PreviewRow } from '../state';

/** What writing `models` would do, sheet by sheet, with the block that is ours afterwards. */
export const previewRows = (
  { sheets }: WriteReport,
  models: readonly SheetModel[],
  names: readonly DefinedName[],
): readonly PreviewRow[] =>
  sheets.map(({ marker, name, created, changedCells, editedSinceLastWrite }) => {
    const model = models.find((one) => one.marker === marker);
    const standing = model && ownedSheets(names, model).find((owned) => owned.name === name);
    const { top, left } = standing?.rectangle ?? { top: 0, left: 0 };
    return {
      marker,
      name,
      created,
      changedCells,
      edited: editedSinceLastWrite === true,
      range: model === undefined ? '' : a1Range(ownedRectangle(model, top, left)),
    };
  });
