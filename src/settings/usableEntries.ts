import type { Problem, ProblemName } from '../problems';
import { parseA1, type CellValue, type EnteredCell, type Grid, type SheetContent } from '../workbook';
import { readSettingsSheet } from './readSheet';
import { settingCells } from './settingCells';
import { settingEntries, type EnteredSettings } from './settingEntries';

/** A value counts as not told; what is only to be looked at may be written. */
const refusals: ReadonlySet<ProblemName> = new Set([
  'settings-unreadable',
  'insured-missing',
  'insured-impossible',
  'unit-contradicts',
  'unit-missing',
  'amount-impossible',
]);

/**
 * What of the typed the sheet 設定 could be read with, and why not the rest. Nothing is written yet: what nobody can read is
 * never put on a sheet. Of 使途の表 all rows are left out together, since half a table would add up to something nobody meant.
 */
export const usableEntries = (
  sheet: Pick<SheetContent, 'name' | 'grid'>,
  entered: EnteredSettings,
): { readonly usable: EnteredSettings; readonly problems: readonly Problem[] } => {
  const { cells } = settingEntries([sheet], entered);
  const typed = new Set(cells.map(({ cell }) => cell));
  const then = readSettingsSheet(sheet.name, withEntered(sheet.grid, cells));
  const problems = then.problems.filter(({ name, cell = '' }) => refusals.has(name) && typed.has(cell));
  const refused = new Set(problems.map(({ cell = '' }) => cell));
  const places = settingCells([sheet]);
  const fields = new Map([...entered.fields].filter(([path]) => !refused.has(places?.get(path)?.cell ?? '')));
  const ofFields = new Set([...entered.fields.keys()].map((path) => places?.get(path)?.cell));
  const isTableRead = [...refused].every((cell) => ofFields.has(cell));
  return { usable: { fields, programmes: isTableRead ? entered.programmes : undefined }, problems };
};

/** The sheet as it would be once the cells are entered. */
export const withEntered = (grid: Grid, cells: readonly EnteredCell[]): Grid => {
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
