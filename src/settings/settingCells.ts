import { a1, cellAt, type CellValue, type SheetContent } from '../workbook';
import { fieldsByLabel, settingFields } from './fields';
import { isBlank, textAt } from './readTables';
import { mostRows, settingsSheetIn } from './readSheet';

/** The row of one setting on the sheet 設定. */
export interface SettingCell {
  readonly sheet: string;
  /** A1 address of 値. */
  readonly cell: string;
  readonly value: CellValue;
  /** As the unit column has it; empty where it has none. */
  readonly unit: string;
}

type NamedGrid = Pick<SheetContent, 'name' | 'grid'>;

/** Where each setting stands on the sheet 設定 among these, by its path; undefined where there is no such sheet. */
export const settingCells = (sheets: readonly NamedGrid[]): ReadonlyMap<string, SettingCell> | undefined => {
  const sheet = settingsSheetIn(sheets);
  if (sheet === undefined) return undefined;
  const { name, grid } = sheet;
  const fieldOf = fieldsByLabel(settingFields);
  const cells = new Map<string, SettingCell>();
  for (let row = 0; row < Math.min(grid.length, mostRows); row += 1) {
    const column = (grid[row] ?? []).findIndex((cell) => !isBlank(cell));
    const field = column < 0 ? undefined : fieldOf(textAt(grid, row, column));
    if (field === undefined || cells.has(field.path)) continue;
    cells.set(field.path, {
      sheet: name,
      cell: a1(row, column + 1),
      value: cellAt(grid, row, column + 1),
      unit: textAt(grid, row, column + 2),
    });
  }
  return cells;
};
