import { choiceList, type CellLink, type SheetModel } from './model';
import { coveredCells, coveredKey } from './address';
import { outwardValue } from './values';
import { ownedSheets, uniqueSheetName, type OwnedSheet } from './ownership';
import { withStandingTexts } from './keyedRows';
import { formulaText, type SheetOrigin } from './formula';
import { planRefresh, type CellEdit, type FormulaTexts, type RefreshPlan } from './refreshPlan';
import type { SheetContent, WorkbookContent } from './content';

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
}

/**
 * What a writer has to do, for all models together, before it touches anything; every adapter follows this one plan.
 * A sheet of ours that is protected, or that a user built on where it would have to grow, is left alone. Throws for a
 * drop-down list no workbook can hold: that is a bug of the model, and must not lose the list without a word.
 */
export const planWrite = (
  book: Pick<WorkbookContent, 'names'> & {
    readonly sheets: readonly Pick<SheetContent, 'name' | 'grid' | 'formulas' | 'protected'>[];
  },
  models: readonly SheetModel[],
): readonly SheetPlan[] => {
  const taken = book.sheets.map(({ name }) => name);
  const plans: SheetPlan[] = [];
  for (const model of models) {
    for (const { values } of model.choices ?? []) choiceList(values);
    const refreshed = ownedSheets(book.names, model)
      .flatMap((before): readonly RefreshedSheetPlan[] => {
        const sheet = book.sheets.find(({ name }) => name === before.name);
        if (sheet === undefined || sheet.protected) return [];
        const told = withStandingTexts(model, before, sheet.grid);
        if (told === undefined) return [];
        const plan = planRefresh(told, before, sheet);
        return [{ kind: 'refresh', model: told, name: before.name, formulas: noFormulas, before, plan }];
      })
      .find(({ plan }) => !plan.blocked);
    const name = refreshed?.name ?? uniqueSheetName(model.name, taken);
    if (refreshed === undefined) taken.push(name);
    plans.push(refreshed ?? { kind: 'new', model, name, formulas: noFormulas });
  }
  return withFormulas(book.sheets, plans);
};

const noFormulas: FormulaTexts = new Map();

/** Formulas are told once every sheet has its place and its name. */
const withFormulas = (
  sheets: readonly Pick<SheetContent, 'name' | 'grid' | 'formulas'>[],
  plans: readonly SheetPlan[],
): readonly SheetPlan[] => {
  const origins = new Map(plans.map((plan) => [plan.model.marker, originOf(plan)]));
  return plans.map((plan) => {
    const formulas = formulasOf(plan.model, origins);
    if (formulas.size === 0) return plan;
    const sheet = sheets.find(({ name }) => name === plan.name);
    return plan.kind === 'new' || sheet === undefined
      ? { ...plan, formulas }
      : { ...plan, formulas, plan: planRefresh(plan.model, plan.before, sheet, formulas) };
  });
};

const originOf = (plan: SheetPlan): SheetOrigin => {
  const { top, left } = plan.kind === 'new' ? { top: 0, left: 0 } : plan.before.rectangle;
  return { name: plan.name, top, left };
};

const formulasOf = ({ marker, rows }: SheetModel, origins: ReadonlyMap<string, SheetOrigin>): FormulaTexts =>
  new Map(
    rows.flatMap((cells, row) =>
      cells.flatMap(({ formula }, column) =>
        formula === undefined ? [] : [[coveredKey(row, column), formulaText(formula, marker, origins)] as const],
      ),
    ),
  );

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
  })),
});

/** The values to write: of a new sheet all that say something, nothing under a merged block. */
export const editsOf = (plan: SheetPlan): readonly CellEdit[] => {
  if (plan.kind === 'refresh') return plan.plan.edits;
  const covered = coveredCells(plan.model.merges ?? []);
  return plan.model.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column): readonly CellEdit[] => {
      const value = covered.has(coveredKey(row, column)) ? null : outwardValue(cell.value);
      const formula = plan.formulas.get(coveredKey(row, column));
      if (formula !== undefined) return [{ row, column, value, formula }];
      return value === null ? [] : [{ row, column, value }];
    }),
  );
};

/** False for a refresh that would leave everything as it is, marker included. */
export const changesSomething = (plan: SheetPlan): boolean => {
  if (plan.kind === 'new' || plan.plan.edits.length > 0) return true;
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
