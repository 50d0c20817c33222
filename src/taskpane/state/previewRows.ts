import { resultSheets } from '../../report';
import { a1Range, ownedRectangle, ownedSheets } from '../../workbook';
import type { PaneState } from './paneState';

/** One sheet of the preview. */
export interface PreviewRow {
  readonly marker: string;
  readonly name: string;
  /** A1:H40, the block we own afterwards. */
  readonly range: string;
  readonly created: boolean;
  readonly changedCells: number;
  readonly edited: boolean;
}

/** What writing would do, sheet by sheet; empty before the preview was made. */
export const previewRows = ({ preview, reading }: Pick<PaneState, 'preview' | 'reading'>): readonly PreviewRow[] => {
  if (preview === undefined || reading?.outcome.ok !== true) return [];
  const models = resultSheets(reading.outcome.value);
  return preview.sheets.map(({ marker, name, created, changedCells, editedSinceLastWrite }) => {
    const model = models.find((one) => one.marker === marker);
    const standing = model && ownedSheets(reading.content.names, model).find((owned) => owned.name === name);
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
};
