import { markerHashName, markerName, markerReference, type SheetPlan } from '..';
import type { CellInput } from './cellInput';
import type { OwnSheets, Standing } from './ownSheets';
import type { ReadBlock } from './readBlocks';

/** What our sheets were before a write; enough to put them back. */
export interface Snapshot {
  readonly sheets: readonly (NewSheetSnapshot | RefreshedSheetSnapshot)[];
}

/** A sheet the write adds: it is emptied and hidden, since deleting a sheet would wipe the user's undo list. */
export interface NewSheetSnapshot {
  readonly kind: 'new';
  readonly name: string;
  readonly marker: string;
}

export interface RefreshedSheetSnapshot {
  readonly kind: 'refresh';
  /** Found again by id: the user may rename the sheet meanwhile. */
  readonly id: string;
  readonly name: string;
  readonly blocks: readonly {
    readonly top: number;
    readonly left: number;
    readonly inputs: readonly (readonly CellInput[])[];
    readonly formats: readonly (readonly CellInput[])[];
  }[];
  /** Name → formula as they were. */
  readonly names: ReadonlyMap<string, string>;
}

/** Remembers what the plans are about to overwrite. */
export const takeSnapshot = ({
  plans,
  standing,
}: Pick<OwnSheets, 'standing'> & { readonly plans: readonly SheetPlan[] }): Snapshot => ({
  sheets: plans.map((plan) => {
    const { marker } = plan.model;
    const before = standing.get(plan.name);
    return plan.kind === 'new' || before === undefined
      ? { kind: 'new', name: plan.name, marker }
      : refreshed(before, marker, `=${markerReference(plan.name, plan.before.rectangle)}`, plan.before.fingerprint);
  }),
});

const refreshed = (
  { sheet, blocks }: Standing,
  marker: string,
  place: string,
  fingerprint: string | undefined,
): RefreshedSheetSnapshot => ({
  kind: 'refresh',
  id: sheet.id,
  name: sheet.name,
  blocks: blocks.map((block) => ({
    top: block.area.top,
    left: block.area.left,
    inputs: inputsOf(block),
    formats: block.formats.map((row) => row.map((format) => (typeof format === 'string' ? format : null))),
  })),
  names: new Map([
    [markerName(marker), place],
    ...(fingerprint === undefined ? [] : [[markerHashName(marker), `="${fingerprint}"`] as const]),
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
