import { useOfGrant as grantUse, type UseTable } from '../../allocation';
import type { FiscalYear } from '../../kernel';
import { programmeLines, readSettingsSheet, settingEntries, type EnteredSettings } from '../../settings';
import { parseA1, type CellValue, type EnteredCell, type Grid, type SheetContent } from '../../workbook';

/** 使途 as it would be read if what is typed were written. */
interface EnteredUse {
  readonly tables: readonly UseTable[];
  /** Rows that say too little, or no amount that can be read: they are in no sum. */
  readonly unread: number;
}

/** What is typed, on top of what stands on the sheet 設定. */
export const enteredUse = (
  year: FiscalYear,
  { name, grid }: Pick<SheetContent, 'name' | 'grid'>,
  entered: EnteredSettings,
): EnteredUse => {
  const { cells } = settingEntries([{ name, grid }], entered);
  const then = withCells(grid, cells);
  const { notice, programmes } = readSettingsSheet(name, then).settings;
  const filled = programmeLines([{ name, grid: then }]).filter((line) => line !== undefined);
  return {
    tables: filled.length === 0 ? [] : grantUse(year, notice, programmes).tables,
    unread: filled.length - programmes.length,
  };
};

const withCells = (grid: Grid, cells: readonly EnteredCell[]): Grid => {
  const rows = new Map<number, Map<number, CellValue>>();
  for (const { cell, value } of cells) {
    const { top, left } = parseA1(cell) ?? { top: -1, left: -1 };
    rows.set(top, (rows.get(top) ?? new Map<number, CellValue>()).set(left, value));
  }
  const height = Math.max(grid.length, ...[...rows.keys()].map((row) => row + 1));
  return Array.from({ length: height }, (_, row) => {
    const standing = grid[row] ?? [];
    const typed = rows.get(row);
    if (typed === undefined) return standing;
    const width = Math.max(standing.length, ...[...typed.keys()].map((column) => column + 1));
    return Array.from(
      { length: width },
      (__, column) => (typed.has(column) ? typed.get(column) : standing[column]) ?? null,
    );
  });
};
