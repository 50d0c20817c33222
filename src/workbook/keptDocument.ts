import type { SheetModel } from './model';
import type { OwnedSheet } from './ownership';
import { replacedMunicipalities } from './sheetMunicipalities';
import { replacedYear } from './sheetYear';
import type { Grid } from './values';

/** 「得点 (2)」, as we and Excel call a second sheet. */
const countedName = / \(\d+\)$/;

/**
 * A sheet of another year or municipality that a person gave a name of its own, 「得点R7」, 「得点（八王子市）」, is a document of
 * theirs: it is kept, and what is new goes to another sheet. One that is still called as we called it may be replaced, once
 * that was asked. `others` are the municipalities that other sheets of the book name; not every sheet names its own.
 */
export const isKeptDocument = (
  model: Pick<SheetModel, 'fiscalYear' | 'municipalities' | 'name' | 'rows'>,
  before: OwnedSheet,
  grid: Grid,
  others: readonly string[],
): boolean =>
  before.name.replace(countedName, '') !== model.name &&
  (replacedYear(model, before, grid) !== undefined ||
    replacedMunicipalities(model, before, grid).length > 0 ||
    others.some((name) => before.name.includes(name)));
