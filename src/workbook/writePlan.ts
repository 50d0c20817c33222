import { choiceList, eachCell, type CellLink, type SheetModel } from './model';
import { coveredBy, coveredKey } from './address';
import { outwardValue, type Grid } from './values';
import { ownedSheets, uniqueSheetName, type OwnedSheet } from './ownership';
import { withStandingTexts } from './keyedRows';
import { formulaText, type SheetOrigin } from './formula';
import {
  isBlocked,
  planRefresh,
  type CellEdit,
  type FormulaTexts,
  type RefreshPlan,
  type StandingCells,
} from './refreshPlan';
import type { SheetContent, WorkbookContent } from './content';
import { isKeptDocument } from './keptDocument';
import { replacedMunicipalities } from './sheetMunicipalities';
import { replacedYear } from './sheetYear';
import type { FiscalYear } from '../kernel';

/** Where one model goes: into the sheet we wrote before, or onto a new sheet at the end. */
export type SheetPlan = NewSheetPlan | RefreshedSheetPlan;

export interface NewSheetPlan {
  readonly kind: 'new';
  readonly model: SheetModel;
  readonly name: string;
  /** Those of the model, by its rows and columns. */
  readonly formulas: FormulaTexts;
}

export interface RefreshedSheetPlan {
  readonly kind: 'refresh';
  readonly model: SheetModel;
  readonly name: string;
  readonly formulas: FormulaTexts;
  readonly before: OwnedSheet;
  readonly plan: RefreshPlan;
  readonly replaced: Replaced;
}

/** What is lost of the figures that stand. */
export interface Replaced {
  /** Their year, where it is not the model's. */
  readonly year: FiscalYear | undefined;
  /** The municipalities that the model has not. */
  readonly municipalities: readonly string[];
}

/**
 * What a writer has to do, for all models together, before it touches anything; every adapter follows this one plan.
 * A sheet of ours that is protected, that a user built on where it would have to grow, or that was renamed and is of another
 * year or municipality, is left alone. Throws for a
 * drop-down list no workbook can hold: that is a bug of the model, and must not lose the list without a word.
 */
export const planWrite = (book: StandingBook, models: readonly SheetModel[]): readonly SheetPlan[] => {
  const taken = book.sheets.map(({ name }) => name);
  const others = otherMunicipalities(book, models);
  const places = models.map((model): PlannedPlace => {
    for (const { values } of model.choices ?? []) choiceList(values);
    const standing = standingPlace(book, model, others);
    if (standing !== undefined) return standing;
    const name = uniqueSheetName(model.name, taken);
    taken.push(name);
    return { model, name };
  });
  // Formulas are told once every sheet has its place and its name.
  const origins = new Map(places.map((place) => [place.model.marker, originOf(place)]));
  return places.map(({ model, name, standing }): SheetPlan => {
    const formulas = formulasOf(model, origins);
    if (standing === undefined) return { kind: 'new', model, name, formulas };
    const { before, cells } = standing;
    return {
      kind: 'refresh',
      model,
      name,
      formulas,
      before,
      plan: planRefresh(model, before, cells, formulas),
      replaced: replacedBy(model, before, cells.grid),
    };
  });
};

type StandingBook = Pick<WorkbookContent, 'names'> & {
  readonly sheets: readonly (Pick<SheetContent, 'name' | 'grid' | 'formulas' | 'protected'> &
    Pick<StandingCells, 'merges' | 'formatAt'>)[];
};

/** The sheet a model goes to, and what stands there of ours. */
interface PlannedPlace {
  readonly model: SheetModel;
  readonly name: string;
  readonly standing?: { readonly before: OwnedSheet; readonly cells: StandingCells };
}

const replacedBy = (model: SheetModel, before: OwnedSheet, grid: Grid): Replaced => ({
  year: replacedYear(model, before, grid),
  municipalities: replacedMunicipalities(model, before, grid),
});

/** Whether figures are lost that nobody writes again. */
const losesFigures = ({ year, municipalities }: Replaced): boolean => year !== undefined || municipalities.length > 0;

/** Those of whom sheets of ours speak, wherever they stand, and the models do not. */
const otherMunicipalities = ({ names, sheets }: StandingBook, models: readonly SheetModel[]): readonly string[] =>
  models.flatMap((model) =>
    ownedSheets(names, model).flatMap((before) => {
      const grid = sheets.find(({ name }) => name === before.name)?.grid;
      return grid === undefined ? [] : replacedMunicipalities(model, before, grid);
    }),
  );

/**
 * The first sheet of ours that may take the model, with what a person wrote there, one of its own year and municipality
 * before any other; undefined where there is none.
 */
const standingPlace = (
  { names, sheets }: StandingBook,
  model: SheetModel,
  others: readonly string[],
): PlannedPlace | undefined => {
  let ofOthers: PlannedPlace | undefined;
  for (const before of ownedSheets(names, model)) {
    const sheet = sheets.find(({ name }) => name === before.name);
    if (sheet === undefined || sheet.protected || isKeptDocument(model, before, sheet.grid, others)) continue;
    const told = withStandingTexts(model, before, sheet.grid);
    if (told === undefined || isBlocked(told, before, sheet.grid)) continue;
    const place = { model: told, name: before.name, standing: { before, cells: sheet } };
    if (!losesFigures(replacedBy(model, before, sheet.grid))) return place;
    ofOthers ??= place;
  }
  return ofOthers;
};

const originOf = ({ name, standing }: PlannedPlace): SheetOrigin => {
  const { top, left } = standing?.before.rectangle ?? { top: 0, left: 0 };
  return { name, top, left };
};

const formulasOf = ({ marker, rows }: SheetModel, origins: ReadonlyMap<string, SheetOrigin>): FormulaTexts => {
  const formulas = new Map<string, string>();
  eachCell(rows, (row, column, { formula }) => {
    if (formula !== undefined) formulas.set(coveredKey(row, column), formulaText(formula, marker, origins));
  });
  return formulas;
};

/** What a write did, or would do. */
export interface WriteOutcome {
  /** In the order of the models: where each was written, whether the sheet is new, and how many cells changed. */
  readonly sheets: readonly {
    readonly marker: string;
    readonly name: string;
    readonly created: boolean;
    readonly changedCells: number;
    /** Someone changed our values since we wrote them; absent when the writer cannot tell. */
    readonly editedSinceLastWrite?: boolean;
    /** A1 addresses of the values that were changed; absent when the writer cannot tell which. */
    readonly editedCells?: readonly string[];
    /** What is lost of the figures that stood. */
    readonly replaced?: Replaced;
  }[];
}

/** What the plans come to, as every adapter reports it. */
export const writeOutcomeOf = (plans: readonly SheetPlan[]): WriteOutcome => ({
  sheets: plans.map((plan) => ({
    marker: plan.model.marker,
    name: plan.name,
    created: plan.kind === 'new',
    changedCells: editsOf(plan).length,
    editedSinceLastWrite: plan.kind === 'refresh' && plan.plan.edited,
    ...(plan.kind === 'refresh' && losesFigures(plan.replaced) ? { replaced: plan.replaced } : {}),
  })),
});

/** The values to write: of a new sheet all that say something, nothing under a merged block. */
export const editsOf = (plan: SheetPlan): readonly CellEdit[] => {
  if (plan.kind === 'refresh') return plan.plan.edits;
  const isCovered = coveredBy(plan.model.merges ?? []);
  return plan.model.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column): readonly CellEdit[] => {
      const value = isCovered(row, column) ? null : outwardValue(cell.value);
      const formula = plan.formulas.get(coveredKey(row, column));
      if (formula !== undefined) return [{ row, column, value, formula }];
      return value === null ? [] : [{ row, column, value }];
    }),
  );
};

/** False for a refresh that would leave everything as it is, marker included. */
export const changesSomething = (plan: SheetPlan): boolean => {
  if (plan.kind === 'new' || plan.plan.edits.length > 0 || plan.plan.relaid !== undefined) return true;
  const { before, plan: after } = plan;
  const [old, owned] = [before.rectangle, after.owned];
  return (
    before.fingerprint !== after.fingerprint ||
    before.stamp?.code !== after.stamp?.code ||
    old.top !== owned.top ||
    old.left !== owned.left ||
    old.bottom !== owned.bottom ||
    old.right !== owned.right
  );
};

/** Where a link of a model leads once the sheets bear their real names; undefined when this book has no such sheet. */
export const linkTarget = (
  link: CellLink,
  plans: readonly SheetPlan[],
  sheetNames: readonly string[],
): CellLink | undefined => {
  if (link.file !== undefined) return link;
  const written = plans.find(({ model }) => model.name === link.sheet)?.name;
  const sheet = written ?? sheetNames.find((name) => name === link.sheet);
  return sheet === undefined ? undefined : { sheet, cell: link.cell };
};
