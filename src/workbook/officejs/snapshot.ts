import { markerHashName, markerName, markerReference, type SheetModel, type SheetPlan } from '..';
import type { ReadBlock } from './blocks';
import type { CellInput } from './cells';
import type { LinkEdit } from './links';
import { changesInExcel, type OwnSheets, type StandingSheet } from './ownSheets';

/** What our sheets were before a write; enough to put them back. */
export interface Snapshot {
  readonly sheets: readonly (NewSheetSnapshot | RefreshedSheetSnapshot)[];
}

/** A sheet the write adds. */
export interface NewSheetSnapshot {
  readonly kind: 'new';
  readonly name: string;
  /** Known once it is written: the user may rename the sheet, and another may take its name. */
  readonly id?: string;
  /** What was written, to tell it from what the user wrote after. */
  readonly model: SheetModel;
}

export interface RefreshedSheetSnapshot {
  readonly kind: 'refresh';
  /** Found again by id: the user may rename the sheet meanwhile. */
  readonly id: string;
  readonly name: string;
  readonly model: SheetModel;
  /** Where the model's first cell stands. */
  readonly origin: { readonly top: number; readonly left: number };
  readonly blocks: readonly {
    readonly top: number;
    readonly left: number;
    readonly inputs: readonly (readonly CellInput[])[];
    readonly formats: readonly (readonly CellInput[])[];
  }[];
  readonly links: readonly LinkEdit[];
  /** Name → formula as they were. */
  readonly names: ReadonlyMap<string, string>;
}

/** Remembers what the plans are about to overwrite. */
export const takeSnapshot = (own: OwnSheets): Snapshot => ({
  sheets: own.plans
    .filter((plan) => changesInExcel(own, plan))
    .map((plan) => {
      const before = own.standing.get(plan.name);
      return plan.kind === 'new' || before === undefined
        ? { kind: 'new', name: plan.name, model: plan.model }
        : refreshed(before, plan, own.linkEdits.get(plan.name) ?? []);
    }),
});

/** The snapshot of a write that is done: the sheets it added are known by their ids from now on. */
export const withIds = ({ sheets }: Snapshot, ids: ReadonlyMap<string, string>): Snapshot => ({
  sheets: sheets.map((sheet) => {
    const id = sheet.kind === 'new' ? ids.get(sheet.name) : undefined;
    return id === undefined ? sheet : { ...sheet, id };
  }),
});

const refreshed = (
  { sheet, blocks }: StandingSheet,
  { model, name, before }: Extract<SheetPlan, { readonly kind: 'refresh' }>,
  links: readonly LinkEdit[],
): RefreshedSheetSnapshot => ({
  kind: 'refresh',
  id: sheet.id,
  name: sheet.name,
  model,
  origin: before.rectangle,
  blocks: blocks.map((block) => ({
    top: block.area.top,
    left: block.area.left,
    inputs: inputsOf(block),
    formats: block.formats.map((row) => row.map((format) => (typeof format === 'string' ? format : null))),
  })),
  links,
  names: new Map([
    [markerName(model.marker), `=${markerReference(name, before.rectangle)}`],
    ...(before.fingerprint === undefined ? [] : [[markerHashName(model.marker), `="${before.fingerprint}"`] as const]),
  ]),
});

/** Formulas go back as formulas, text as text: a text that begins with = is its own formula and value. */
const inputsOf = ({ values, formulas }: ReadBlock): readonly (readonly CellInput[])[] =>
  values.map((row, down) =>
    row.map((value, across): CellInput => {
      const formula = formulas?.[down]?.[across];
      if (typeof formula === 'string' && formula.startsWith('=') && formula !== value) return formula;
      if (typeof value === 'string') return value === '' ? '' : `'${value}`;
      return typeof value === 'number' || typeof value === 'boolean' ? value : null;
    }),
  );
