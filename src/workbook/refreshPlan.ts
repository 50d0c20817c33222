import { relookedBlocks, type FormatAt } from './cellLook';
import { a1Range, coveredCells, coveredKey, quotedSheetName, type Rectangle } from './address';
import { printedDigits, printedStamp, type SheetStamp } from './documentCode';
import { isOwnFormula, sameFormula } from './formula';
import { keyedCells } from './keyedRows';
import type { ModelCell, SheetModel } from './model';
import { fingerprint, hashReference, type OwnedSheet } from './ownership';
import { relayingOf, type Relaying } from './relaying';
import { cellAt, outwardValue, sameValue, type CellValue, type Grid } from './values';
import { printsAsWritten } from './verifiedSheets';

/** What a writer has to do to one sheet; cells not named stay as they are. */
export interface RefreshPlan {
  readonly edits: readonly CellEdit[];
  /** Points that rows with a changed text need; a row is made higher where it is lower, never lower. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** Blocks whose cells take the looks and number formats of the model ({@link relookedBlocks}), or become plain as they are ours no more. */
  readonly relooked: readonly Rectangle[];
  /** Lines moved: looks, merged blocks and heights are laid anew, and {@link rowHeights} says nothing. */
  readonly relaid: Relaying | undefined;
  /** What we own afterwards. */
  readonly owned: Rectangle;
  /** To be stored under {@link markerHashName}, with the stamp. */
  readonly fingerprint: string;
  /** Of a sheet that bears its code. */
  readonly stamp: SheetStamp | undefined;
  /** Someone changed a value of ours since it was written. */
  readonly edited: boolean;
}

export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** Without its `=`; the value is what it comes to. */
  readonly formula?: string;
}

/** Formulas by cell, as `coveredKey` names it, without their `=`. */
export type FormulaTexts = ReadonlyMap<string, string>;

/** What stands on a sheet now. */
export interface StandingCells {
  readonly grid: Grid;
  readonly formulas?: FormulaTexts | undefined;
  /** Of the whole sheet, or at least those that begin where we write; absent where nobody could tell. */
  readonly merges?: readonly Rectangle[] | undefined;
  /** Absent where nobody could tell. */
  readonly formatAt?: FormatAt | undefined;
}

/**
 * Whether the rectangle would grow over cells a user filled, or texts of the user would slip to another place: write a new
 * sheet instead, and leave this one alone.
 */
export const isBlocked = (model: SheetModel, { rectangle: old }: OwnedSheet, grid: Grid): boolean => {
  const owned = ownedRectangle(model, old.top, old.left);
  // Texts of the user are found by their row: where rows were put in, or ours are fewer or more, they would slip, unless that
  // is below them. Keyed rows have theirs in the model already.
  const holdsTexts = model.keyed === undefined && (model.userCells ?? []).length > 0;
  return (
    (holdsTexts && !sameSize(owned, old) && !standsDownToTexts(model, old, grid)) ||
    grownCells(old, owned).some(({ row, column }) => outwardValue(cellAt(grid, row, column)) !== null)
  );
};

/** Cells that become ours. */
export const grownCells = (
  old: Rectangle,
  owned: Rectangle,
): readonly { readonly row: number; readonly column: number }[] => {
  const cells: { row: number; column: number }[] = [];
  for (let row = owned.top; row <= owned.bottom; row += 1) {
    const first = row > old.bottom ? owned.left : old.right + 1;
    for (let column = first; column <= owned.right; column += 1) cells.push({ row, column });
  }
  return cells;
};

/**
 * The plan for a sheet we wrote before, on which nothing {@link isBlocked}; `formulas` are those of the model, by its own rows
 * and columns.
 */
export const planRefresh = (
  model: SheetModel,
  before: OwnedSheet,
  standing: StandingCells,
  formulas: FormulaTexts,
): RefreshPlan => {
  const { top, left } = before.rectangle;
  const owned = ownedRectangle(model, top, left);
  const kept = userCellsOf(model);
  const covered = coveredCells(model.merges ?? []);
  const old = before.rectangle;
  const relaid = relayingOf(model, old, owned, standing.merges);
  const edits: CellEdit[] = [];
  for (let row = top; row <= Math.max(owned.bottom, old.bottom); row += 1) {
    for (let column = left; column <= Math.max(owned.right, old.right); column += 1) {
      const wasOurs = row <= old.bottom && column <= old.right;
      const isOurs = row <= owned.bottom && column <= owned.right;
      if (!wasOurs && !isOurs) continue;
      const now = outwardValue(cellAt(standing.grid, row, column));
      const key = coveredKey(row - top, column - left);
      if (wasOurs && model.keyed === undefined && kept.has(key)) continue;
      // Nothing is ever written under a merged block; a value that stands there was ours before the lines moved.
      const value = covered.has(key) ? null : outwardValue(model.rows[row - top]?.[column - left]?.value ?? null);
      const formula = formulas.get(key);
      const stands = standing.formulas?.get(coveredKey(row, column));
      if (formula !== undefined) {
        if (!holds(stands, now, { formula, value })) edits.push({ row, column, value, formula });
      } else if (!sameValue(now, value) || (stands !== undefined && isOwnFormula(stands)))
        edits.push({ row, column, value });
    }
  }
  return {
    edits,
    rowHeights: relaid === undefined ? heightsOf(model, edits, top) : new Map(),
    relaid,
    relooked: relaid === undefined ? relookedBlocks(model, { old, owned }, edits, standing) : [relaid.area],
    owned,
    fingerprint: modelFingerprint(model),
    stamp: printedStamp(model),
    edited: isEdited(model, before, standing),
  };
};

/** Whether a cell holds the formula, and what it comes to; another program may work out the last digits otherwise. */
const holds = (
  standing: string | undefined,
  now: CellValue,
  { formula, value }: Required<Pick<CellEdit, 'formula' | 'value'>>,
): boolean => {
  if (standing === undefined || (standing !== '' && !sameFormula(standing, formula))) return false;
  return typeof now === 'number' && typeof value === 'number' ? isAsPrinted(now, value) : sameValue(now, value);
};

const isAsPrinted = (one: number, other: number): boolean =>
  one.toPrecision(printedDigits) === other.toPrecision(printedDigits);

/** No viewer fits a row to text in merged cells, or one whose height was ever set: a longer text would be cut. */
const heightsOf = (
  { rowHeights }: SheetModel,
  edits: readonly CellEdit[],
  top: number,
): ReadonlyMap<number, number> => {
  const heights = new Map<number, number>();
  for (const { row, value } of edits) {
    const points = rowHeights?.get(row - top);
    if (typeof value === 'string' && points !== undefined) heights.set(row, points);
  }
  return heights;
};

const sameSize = (one: Rectangle, other: Rectangle): boolean =>
  one.bottom - one.top === other.bottom - other.top && one.right - one.left === other.right - other.left;

/** The rectangle a model fills when its first cell stands at `top`, `left`. */
export const ownedRectangle = (model: SheetModel, top = 0, left = 0): Rectangle => ({
  top,
  left,
  bottom: top + Math.max(1, model.rows.length) - 1,
  right: left + Math.max(1, model.rows[0]?.length ?? 0) - 1,
});

/** Of the values a model writes; cells left to the user do not count, and of a formula only that there is one. */
export const modelFingerprint = (model: SheetModel): string => {
  const kept = silentCells(model);
  return fingerprint(
    model.rows.map((cells, row) =>
      cells.map((cell, column) => (kept.has(coveredKey(row, column)) ? null : writtenSign(cell))),
    ),
  );
};

/** Stands for a formula in a fingerprint: what it comes to changes with other sheets, and nobody edited it. */
const formulaSign = '=ƒ';

/** What a fingerprint is made of, of a cell that is written. */
export const writtenSign = ({ value, formula }: Pick<ModelCell, 'value' | 'formula'>): CellValue =>
  formula === undefined ? value : formulaSign;

/** … and of one that stands. */
export const standingSign = ({ grid, formulas }: StandingCells, row: number, column: number): CellValue =>
  formulas?.has(coveredKey(row, column)) === true ? formulaSign : cellAt(grid, row, column);

/** What a sheet's name of the fingerprint refers to once the model is written. */
export const modelHashReference = (model: SheetModel): string =>
  hashReference({ fingerprint: modelFingerprint(model), stamp: printedStamp(model) });

/** `'得点'!$A$1:$H$40`, as the marker stores it. */
export const markerReference = (sheet: string, owned: Rectangle): string =>
  `${quotedSheetName(sheet)}!${a1Range(owned).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;

const isEdited = (model: SheetModel, before: OwnedSheet, standing: StandingCells): boolean => {
  if (before.fingerprint === undefined) return false;
  const { grid, formulas } = standing;
  const { top, left, bottom, right } = before.rectangle;
  const printWithout = (silent: ReadonlySet<string>, cells: StandingCells): string =>
    fingerprint(
      Array.from({ length: bottom - top + 1 }, (_, row) =>
        Array.from({ length: right - left + 1 }, (__, column) =>
          silent.has(coveredKey(row, column)) ? null : standingSign(cells, top + row, left + column),
        ),
      ),
    );
  // A sheet whose lines moved had values where the new model merges; under its own merged blocks nothing stood.
  const users = userCellsOf(model, bottom - top + 1);
  // A formula of the user's that comes to what we wrote changes nothing; ours count as formulas.
  const readings = formulas === undefined || formulas.size === 0 ? [{ grid }] : [standing, { grid }];
  const isUntouched = [silentCells(model, users), users].some((silent) =>
    readings.some((cells) => printWithout(silent, cells) === before.fingerprint),
  );
  // LibreOffice keeps fifteen digits of a number: another fingerprint, and nothing that anybody edited.
  return !isUntouched && !printsAsWritten(model.marker, before, grid);
};

/**
 * Whether all that is ours down to the line below the last text of the user stands where the model has it: what changes is
 * further down. That line too, since a row may have been put in just above the text.
 */
const standsDownToTexts = (model: SheetModel, { top, left, bottom, right }: Rectangle, grid: Grid): boolean => {
  const { rows, userCells = [] } = model;
  const last = Math.max(...userCells.map(({ row }) => row));
  const width = Math.max(...rows.map((cells) => cells.length));
  const silent = silentCells(model);
  if (top + last >= bottom || width !== right - left + 1) return false;
  return rows
    .slice(0, last + 2)
    .every((cells, row) =>
      Array.from({ length: width }, (_, column) => coveredKey(row, column)).every(
        (key, column) =>
          silent.has(key) ||
          sameValue(outwardValue(cells[column]?.value ?? null), outwardValue(cellAt(grid, top + row, left + column))),
      ),
    );
};

/** Cells whose content is not ours to judge: the user's, and those under merged blocks. */
export const silentCells = (model: SheetModel, users = userCellsOf(model)): ReadonlySet<string> =>
  new Set([...users, ...coveredCells(model.merges ?? [])]);

/** The user's cells of the model; where rows are keyed, of as many rows as there are. */
const userCellsOf = ({ keyed, rows, userCells = [] }: SheetModel, count = rows.length): ReadonlySet<string> =>
  new Set(
    (keyed === undefined ? userCells : keyedCells(keyed, count)).map(({ row, column }) => coveredKey(row, column)),
  );

/** A word of ours and the code behind it: 「資料コード AB12-CD34-EF56」, 「検算コード AB12CD34」 of an older version. */
const labelledCode = /(?:資料|検算)コード [0-9A-Z]{4}-?[0-9A-Z]{4}(?:-[0-9A-Z]{4})?(?![0-9A-Z-])/;

/**
 * A printed footer with the code of the figures now on the sheet; the rest of it is the user's. Paper that bears the code of
 * other figures would prove the wrong thing.
 */
export const refreshedFooter = (standing: string, wanted: string | undefined): string => {
  const [coded] = labelledCode.exec(wanted ?? '') ?? [];
  return coded === undefined ? standing : standing.replace(labelledCode, coded);
};

/** True for a footer that {@link refreshedFooter} would bring up to date. */
export const carriesCode = (footer: string | undefined): footer is string => labelledCode.test(footer ?? '');
