import { useOfGrant as grantUse, type UseTable } from '../../allocation';
import type { FiscalYear } from '../../kernel';
import { programmeLines, readSettingsSheet, settingEntries, withEntered, type EnteredSettings } from '../../settings';
import type { SheetContent } from '../../workbook';

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
  const then = withEntered(grid, cells);
  const { notice, programmes } = readSettingsSheet(name, then).settings;
  const filled = programmeLines([{ name, grid: then }]).filter((line) => line !== undefined);
  return {
    tables: filled.length === 0 ? [] : grantUse(year, notice, programmes).tables,
    unread: filled.length - programmes.length,
  };
};
