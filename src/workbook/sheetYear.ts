import { fiscalYearsIn, westernYear, type FiscalYear } from '../kernel';
import type { SheetModel } from './model';
import type { OwnedSheet } from './ownership';
import { cellAt, type CellValue, type Grid } from './values';

/** Title and the line below it: 「令和8年度 … 評価結果（得点）」, 「評価年度｜令和8年度」, 「前年度比較（令和7年度と令和8年度）」. */
const headRows = 2;

/**
 * The fiscal years of a sheet we wrote: those a person called it by, 「得点R7」, else those that stand where the model names
 * its own. Any other year in a head may be of a date or a meeting.
 */
const yearsOfSheet = (
  { rows, fiscalYear }: Pick<SheetModel, 'rows' | 'fiscalYear'>,
  { name, rectangle: { top, left } }: OwnedSheet,
  grid: Grid,
): readonly FiscalYear[] => {
  const called = fiscalYearsIn(name);
  if (called.length > 0) return called;
  return rows
    .slice(0, headRows)
    .flatMap((cells, row) =>
      cells.flatMap(({ value }, column) =>
        yearsIn(value).some((year) => year === fiscalYear) ? yearsIn(cellAt(grid, top + row, left + column)) : [],
      ),
    );
};

const yearsIn = (value: CellValue): readonly FiscalYear[] => (typeof value === 'string' ? fiscalYearsIn(value) : []);

/**
 * The year of the figures a refresh would replace; undefined where they are of the model's own, or nobody can tell. A sheet
 * that compares years is of the last of them.
 */
export const replacedYear = (
  model: Pick<SheetModel, 'rows' | 'fiscalYear'>,
  before: OwnedSheet,
  grid: Grid,
): FiscalYear | undefined => {
  const { fiscalYear } = model;
  const years = yearsOfSheet(model, before, grid);
  if (fiscalYear === undefined || years.includes(fiscalYear)) return undefined;
  return [...years].sort((one, other) => westernYear(other) - westernYear(one))[0];
};
