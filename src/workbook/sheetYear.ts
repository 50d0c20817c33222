import { fiscalYearsIn, type FiscalYear } from '../kernel';
import type { SheetModel } from './model';
import type { OwnedSheet } from './ownership';
import { cellAt, type Grid } from './values';

/** The title of our sheets, or the line below it, says the year: 「令和8年度 … 評価結果（得点）」, 「評価年度｜令和8年度」. */
const headCells = [0, 1].flatMap((row) => [0, 1].map((column) => ({ row, column })));

/** The fiscal year of a sheet we wrote: what a person called it, 「得点R7」, else what its head says; undefined where neither does. */
const yearOfSheet = ({ name, rectangle: { top, left } }: OwnedSheet, grid: Grid): FiscalYear | undefined => {
  const texts = headCells.map(({ row, column }) => cellAt(grid, top + row, left + column));
  return [name, ...texts].flatMap((text) => (typeof text === 'string' ? fiscalYearsIn(text) : []))[0];
};

/** The year of the figures a refresh would replace; undefined where they are of the model's own, or nobody can tell. */
export const replacedYear = (
  { fiscalYear }: Pick<SheetModel, 'fiscalYear'>,
  before: OwnedSheet,
  grid: Grid,
): FiscalYear | undefined => {
  const year = yearOfSheet(before, grid);
  return fiscalYear === undefined || year === fiscalYear ? undefined : year;
};

/** 「得点 (2)」, as we and Excel call a second sheet. */
const countedName = / \(\d+\)$/;

/**
 * A sheet of another year that a person gave a name of its own, 「得点R7」, is a document of that year: it is kept, and what
 * is new goes to another sheet. One that is still called as we called it may be replaced, once that was asked.
 */
export const isKeptDocument = (
  model: Pick<SheetModel, 'fiscalYear' | 'name'>,
  before: OwnedSheet,
  grid: Grid,
): boolean => before.name.replace(countedName, '') !== model.name && replacedYear(model, before, grid) !== undefined;
