import {
  a1Range,
  cellsIn,
  coveredBy,
  coveredKey,
  formatOf,
  ownedRectangle,
  type NewSheetPlan,
  type Rectangle,
  type RefreshedSheetPlan,
} from '..';
import { blockSteps, bytesPerAction, type WriteStep } from './steps';
import { chartSteps } from './charts';
import { cellInput, formulaInput, type CellInput } from './cells';
import { formatSteps, lookSteps, rowsOf } from './format';
import { layoutStep, mergeStep } from './layout';
import { relaySteps, relookSteps } from './relay';
import { linkStep, type LinkContext, type LinkEdit } from './links';
import type { StandingSheet } from './ownSheets';

/** The sheet that is written, where its links lead, and the name its table gets. */
export interface SheetPlace {
  readonly sheet: () => Excel.Worksheet;
  readonly links: LinkContext;
  readonly tableName: string | undefined;
}

/** Everything for a sheet that is new: looks and formats before the values, so that text stays text, charts after. */
export const newSheetSteps = (
  { sheet, links, tableName }: SheetPlace,
  { model, formulas }: NewSheetPlan,
): readonly WriteStep[] => {
  const owned = ownedRectangle(model);
  const isCovered = coveredBy(model.merges ?? []);
  const inputs = rowsOf(model, owned, owned).map((cells, row) =>
    cells.map((cell, column): CellInput => {
      const formula = formulas.get(coveredKey(row, column));
      if (formula !== undefined) return formulaInput(formula);
      if (isCovered(row, column)) return null;
      return inputOrNothing(cellInput(cell?.value ?? null, formatOf(cell) === '@'));
    }),
  );
  return [
    ...formatSteps(sheet, model, owned, owned, links),
    mergeStep(sheet, model.merges ?? []),
    ...blockSteps(sheet, owned, 'values', inputs),
    layoutStep(sheet, model),
    ...(model.table === undefined ? [] : [tableStep(sheet, model.table.range, tableName ?? model.table.name)]),
    ...chartSteps(sheet, model),
  ];
};

/** Only the cells that change, and the looks of cells that become ours; nothing when nothing changes. */
export const refreshSteps = (
  { sheet, links }: SheetPlace,
  { model, plan, before }: RefreshedSheetPlan,
  standing: StandingSheet,
  relinked: readonly LinkEdit[],
): readonly WriteStep[] => {
  const { owned, edits, relaid, relooked } = plan;
  const old = before.rectangle;
  const grown = grownParts(old, owned).flatMap((part) => formatSteps(sheet, model, owned, part, links));
  const linked = relinked.flatMap((edit) => [
    linkStep(sheet, edit, edit.wanted),
    // Excel paints a link, and leaves the paint when the link goes (rules/excel.md#members-with-a-caveat).
    ...lookSteps(sheet, model, owned, { top: edit.row, left: edit.column, bottom: edit.row, right: edit.column }),
  ]);
  const laid =
    relaid === undefined
      ? relooked.flatMap((area) => relookSteps(sheet, model, owned, area))
      : relaySteps(sheet, { model, plan }, relaid, standing.looks?.[0]?.heights ?? []);
  if (edits.length === 0) return [...grown, ...linked, ...laid];
  const [area, rows] = [boundsOf(edits), new Map<number, Map<number, CellInput>>()];
  const takesLook = new Set(relooked.flatMap(cellsIn).map(({ row, column }) => coveredKey(row, column)));
  for (const { row, column, value, formula } of edits) {
    const keepsFormat = row <= old.bottom && column <= old.right && !takesLook.has(coveredKey(row, column));
    const cell = model.rows[row - owned.top]?.[column - owned.left];
    const format = keepsFormat ? standing.formatAt(row, column) : formatOf(cell);
    const line = rows.get(row) ?? new Map<number, CellInput>();
    line.set(column, formula === undefined ? cellInput(value, format === '@') : formulaInput(formula));
    rows.set(row, line);
  }
  // null leaves a cell alone, so one block carries all changes and nothing else.
  const inputs = Array.from({ length: area.bottom - area.top + 1 }, (_, down) =>
    Array.from(
      { length: area.right - area.left + 1 },
      (__, across) => rows.get(area.top + down)?.get(area.left + across) ?? null,
    ),
  );
  return [...grown, ...linked, ...laid, ...blockSteps(sheet, area, 'values', inputs)];
};

const inputOrNothing = (input: CellInput): CellInput => (input === '' ? null : input);

const tableStep = (sheet: () => Excel.Worksheet, range: Rectangle, name: string): WriteStep => ({
  bytes: 6 * bytesPerAction,
  queue: () => {
    // A range, since an address would mean the active sheet, says the reference of TableCollection.add.
    const table = sheet().tables.add(sheet().getRange(a1Range(range)), true);
    table.name = name;
    // Our own looks stay in front of the plainest of Excel's table styles.
    table.style = 'TableStyleLight1';
  },
});

/** What is ours now and was not before: rows below, columns to the right. */
const grownParts = (old: Rectangle, owned: Rectangle): readonly Rectangle[] => [
  ...(owned.bottom > old.bottom ? [{ ...owned, top: old.bottom + 1 }] : []),
  ...(owned.right > old.right ? [{ ...owned, left: old.right + 1, bottom: Math.min(old.bottom, owned.bottom) }] : []),
];

const boundsOf = (edits: RefreshedSheetPlan['plan']['edits']): Rectangle => ({
  top: extreme(
    edits.map(({ row }) => row),
    (one, other) => one < other,
  ),
  left: extreme(
    edits.map(({ column }) => column),
    (one, other) => one < other,
  ),
  bottom: extreme(
    edits.map(({ row }) => row),
    (one, other) => one > other,
  ),
  right: extreme(
    edits.map(({ column }) => column),
    (one, other) => one > other,
  ),
});

/** Not Math.min(...): a long list would overflow the stack. */
const extreme = (numbers: readonly number[], wins: (one: number, other: number) => boolean): number => {
  let best = numbers[0] ?? 0;
  for (const number of numbers) if (wins(number, best)) best = number;
  return best;
};
