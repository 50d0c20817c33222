import {
  a1,
  mergesAfter,
  sameBlocks,
  sameValue,
  type RefreshPlan,
  type SheetContent,
  type WorkbookContent,
} from '../..';
import type { NewName } from './definedNames';
import type { Package } from '../package/package';
import type { WorkbookPlan } from '../xlsx/readXlsx';
import type { LinkChange } from './sheetLinks';

/** A workbook file as it was read. */
export interface OpenedWorkbook {
  readonly book: Package;
  readonly workbook: WorkbookPlan;
  readonly content: WorkbookContent;
}

/** What was to be done to it. */
export interface PlannedRefresh {
  readonly plans: readonly PlannedEdits[];
  /** Every name of ours that was written. */
  readonly names: readonly NewName[];
  /** The calculation chain, if a formula came or went. */
  readonly dropped: string | undefined;
  /** Links that were set or taken away, by the name of the sheet. */
  readonly links?: ReadonlyMap<string, readonly LinkChange[]>;
  /** The workbook asks to be calculated again when it is opened. */
  readonly recalculates?: boolean;
}

/** What is to become of one sheet: it is new, or some of its cells change. */
type PlannedEdits =
  | { readonly kind: 'new'; readonly name: string }
  | { readonly kind: 'refresh'; readonly name: string; readonly plan: ChangedCells };

/** Absent: looks, and merged blocks, stay. */
export type ChangedCells = Pick<RefreshPlan, 'edits'> & Partial<Pick<RefreshPlan, 'relooked' | 'relaid'>>;

/** Sheets, names and values that are not read as before, though nobody asked to change them. */
export const contentChanges = (
  before: OpenedWorkbook,
  after: OpenedWorkbook,
  planned: PlannedRefresh,
): readonly string[] => {
  const nameText = (names: WorkbookContent['names']) =>
    names
      .filter(({ name, sheet }) => !planned.names.some((one) => isOurs(before, planned, one, name, sheet)))
      .map(({ name, sheet, refersTo }) => JSON.stringify([name, sheet, refersTo]))
      .sort()
      .join();
  const plans = new Map(planned.plans.map((plan) => [plan.name, plan.kind === 'new' ? unchanged : plan.plan]));
  return [
    ...(nameText(before.content.names) === nameText(after.content.names)
      ? []
      : [`${after.workbook.part}: definedNames`]),
    ...before.content.sheets.flatMap((sheet): readonly string[] => {
      const now = after.content.sheets.find(({ name }) => name === sheet.name);
      const found = now === undefined ? sheet.name : changedValue(sheet, now, plans.get(sheet.name) ?? unchanged);
      return found === undefined ? [] : [found];
    }),
  ];
};

const unchanged: ChangedCells = { edits: [] };

const isOurs = (
  { workbook }: OpenedWorkbook,
  { plans }: PlannedRefresh,
  ours: NewName,
  name: string,
  sheet: string | undefined,
): boolean => {
  const added = plans.filter(({ kind }) => kind === 'new');
  const place = workbook.sheets[ours.sheet]?.name ?? added[ours.sheet - workbook.sheets.length]?.name;
  return ours.name.toLowerCase() === name.toLowerCase() && place === sheet;
};

const changedValue = (
  before: SheetContent,
  after: SheetContent,
  { edits, relaid }: ChangedCells,
): string | undefined => {
  const edited = new Set(edits.map(({ row, column }) => a1(row, column)));
  // A row without height counts as hidden; those of a sheet laid anew get others.
  const keepsHeight = (row: number): boolean =>
    relaid === undefined || row < relaid.area.top || row > relaid.area.bottom;
  const facts = ({ visibility, hiddenRows, hiddenColumns, filtered, protected: locked }: SheetContent): string =>
    JSON.stringify([visibility, [...hiddenRows].filter(keepsHeight), [...hiddenColumns], filtered, locked]);
  const merges = relaid === undefined ? before.merges : mergesAfter(before.merges, relaid);
  if (facts(before) !== facts(after) || !sameBlocks(merges, after.merges)) return before.name;
  const rows = Math.max(before.grid.length, after.grid.length);
  for (let row = 0; row < rows; row += 1) {
    const [old, now] = [before.grid[row] ?? [], after.grid[row] ?? []];
    for (let column = 0; column < Math.max(old.length, now.length); column += 1) {
      if (sameValue(old[column] ?? null, now[column] ?? null) || edited.has(a1(row, column))) continue;
      return `${before.name}!${a1(row, column)}`;
    }
  }
  return undefined;
};
