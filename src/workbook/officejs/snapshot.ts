import {
  cellsIn,
  coveredBy,
  fingerprint,
  grownCells,
  isWithin,
  outwardValue,
  ownedRectangle,
  standingSign,
  stampText,
  writtenSign,
  type Look,
  type Rectangle,
  type SheetModel,
  type SheetPlan,
  type StandingCells,
} from '..';
import { isFormula, type CellInput } from './cells';
import type { LinkEdit } from './links';
import { changesInExcel, type OwnSheets, type StandingSheet } from './ownSheets';
import type { StandingLooks } from './standingLooks';

/** What our sheets were before a write; enough to put them back, also from a text ({@link undoText}). */
export interface Snapshot {
  readonly sheets: readonly (NewSheetSnapshot | RefreshedSheetSnapshot)[];
}

/** A sheet the write adds. */
export interface NewSheetSnapshot {
  readonly kind: 'new';
  readonly marker: string;
  readonly name: string;
  /** Known once it is written: the user may rename the sheet, and another may take its name. */
  readonly id?: string;
  /** What was written, to tell it from what the user wrote after. */
  readonly wrote: WrittenBlock;
}

/** A block from A1 on, by its size and the fingerprint of its values. */
interface WrittenBlock {
  readonly rows: number;
  readonly columns: number;
  readonly fingerprint: string;
}

export interface RefreshedSheetSnapshot {
  readonly kind: 'refresh';
  readonly marker: string;
  /** Found again by id: the user may rename the sheet meanwhile. */
  readonly id: string;
  readonly name: string;
  /** The cells that the write changes, or makes ours. */
  readonly cells: readonly CellBefore[];
  readonly links: readonly LinkBefore[];
  /** Of cells that take another look. */
  readonly looks?: readonly StandingLooks[];
  /** Of a sheet that is laid anew. */
  readonly laid?: LaidBefore;
  /** What the names of the sheet said. */
  readonly rectangle: Rectangle;
  readonly fingerprint?: string;
  /** … and the stamp beside it ({@link stampText}). */
  readonly stamp?: string;
  /** The fingerprint the write leaves; known once it is done. */
  readonly wrote?: string;
}

/** The merged blocks that stood in an area. */
export interface LaidBefore {
  readonly area: Rectangle;
  readonly merges: readonly Rectangle[];
}

interface CellBefore {
  readonly row: number;
  readonly column: number;
  readonly input: CellInput;
  readonly format: string;
}

/** A link to be set again, and the look that the cell has beside it. */
interface LinkBefore extends Pick<LinkEdit, 'row' | 'column' | 'before'> {
  readonly look: Look;
}

/** Remembers what the plans are about to overwrite. */
export const takeSnapshot = (own: OwnSheets): Snapshot => ({
  sheets: own.plans
    .filter((plan) => changesInExcel(own, plan))
    .map((plan) => {
      const before = own.standing.get(plan.name);
      const { model, name } = plan;
      return plan.kind === 'new' || before === undefined
        ? { kind: 'new', marker: model.marker, name, wrote: blockOf(model) }
        : refreshed(before, plan, own.linkEdits.get(name) ?? []);
    }),
});

/** The snapshot of a write that is done: its sheets are known by their ids and by what they say from now on. */
export const afterwards = (
  { sheets }: Snapshot,
  ids: ReadonlyMap<string, string>,
  plans: readonly SheetPlan[],
): Snapshot => ({
  sheets: sheets.map((sheet) => {
    if (sheet.kind === 'new') {
      const id = ids.get(sheet.name);
      return id === undefined ? sheet : { ...sheet, id };
    }
    const plan = plans.find(({ kind, name }) => kind === 'refresh' && name === sheet.name);
    return plan?.kind === 'refresh' ? { ...sheet, wrote: plan.plan.fingerprint } : sheet;
  }),
});

/** True where nothing stands but what was written. */
export const holdsOnly = ({ rows, columns, fingerprint: wrote }: WrittenBlock, standing: StandingCells): boolean => {
  const isBeside = standing.grid.some((cells, row) =>
    cells.some((value, column) => (row >= rows || column >= columns) && outwardValue(value) !== null),
  );
  const signs = blockAt(rows, columns, (row, column) => standingSign(standing, row, column));
  return !isBeside && fingerprint(signs) === wrote;
};

const blockOf = (model: SheetModel): WrittenBlock => {
  const isCovered = coveredBy(model.merges ?? []);
  const { bottom, right } = ownedRectangle(model);
  const [rows, columns] = [bottom + 1, right + 1];
  const signs = blockAt(rows, columns, (row, column) => {
    const cell = model.rows[row]?.[column];
    if (cell === undefined || (cell.formula === undefined && isCovered(row, column))) return null;
    return writtenSign(cell);
  });
  return { rows, columns, fingerprint: fingerprint(signs) };
};

const blockAt = <T>(rows: number, columns: number, at: (row: number, column: number) => T): readonly (readonly T[])[] =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => at(row, column)));

const refreshed = (
  standing: StandingSheet,
  { model, before, plan }: Extract<SheetPlan, { readonly kind: 'refresh' }>,
  links: readonly LinkEdit[],
): RefreshedSheetSnapshot => {
  const { sheet, looks } = standing;
  const { relaid, relooked } = plan;
  const { top, left } = before.rectangle;
  return {
    kind: 'refresh',
    marker: model.marker,
    id: sheet.id,
    name: sheet.name,
    // Of cells that become ours, or take another look, the formats change too.
    cells: cellsBefore(standing, [
      ...plan.edits,
      ...links,
      ...grownCells(before.rectangle, plan.owned),
      ...relooked.flatMap(cellsIn),
    ]),
    links: links.map((edit) => ({
      row: edit.row,
      column: edit.column,
      before: edit.before,
      look: model.rows[edit.row - top]?.[edit.column - left]?.look ?? 'plain',
    })),
    ...(looks === undefined ? {} : { looks }),
    ...(relaid === undefined ? {} : { laid: { area: relaid.area, merges: relaid.apart } }),
    rectangle: before.rectangle,
    ...(before.fingerprint === undefined ? {} : { fingerprint: before.fingerprint }),
    ...(before.stamp === undefined ? {} : { stamp: stampText(before.stamp) }),
  };
};

const cellsBefore = (
  { blocks }: StandingSheet,
  places: readonly { readonly row: number; readonly column: number }[],
): readonly CellBefore[] => {
  const known = new Map<string, CellBefore>();
  for (const { row, column } of places) {
    const block = blocks.find(({ area }) => isWithin(area, row, column));
    if (block === undefined) continue;
    const { values, formulas, formats, area } = block;
    const [down, across] = [row - area.top, column - area.left];
    const format = formats[down]?.[across];
    known.set(`${row},${column}`, {
      row,
      column,
      input: inputOf(values[down]?.[across], formulas?.[down]?.[across]),
      format: typeof format === 'string' ? format : 'General',
    });
  }
  return [...known.values()];
};

/** Formulas go back as formulas, text as text. */
export const inputOf = (value: unknown, formula: unknown): CellInput => {
  if (isFormula(formula, value)) return formula;
  if (typeof value === 'string') return value === '' ? '' : `'${value}`;
  return typeof value === 'number' || typeof value === 'boolean' ? value : '';
};
