import { ok, problem, refuse, type Result } from '../../problems';
import {
  changesSomething,
  markerHashName,
  markerName,
  markerReference,
  quotedSheetName,
  writeOutcomeOf,
  type SheetModel,
  type SheetPlan,
  type WriteOutcome,
} from '..';
import type { ReadBlock } from './blocks';
import type { CellInput } from './cells';
import { lookAtOwnSheets, unfinished, type OwnSheets, type StandingSheet } from './ownSheets';
import { checkpoint, excelProblem, inExcel, type ExcelLibrary, type FaultListener, type RunOptions } from './session';
import { blockSteps, packSteps, sendTrip, type WriteStep } from './steps';
import { preflight, writeSheets } from './write';

/** A finished write, and how to take it back. */
interface Written {
  readonly outcome: WriteOutcome;
  readonly snapshot: Snapshot;
}

/** All sheets are written, or none: what was written before a failure or a cancel is put back. */
export const writeOrUndo = async (
  excel: ExcelLibrary,
  onFault: FaultListener,
  models: readonly SheetModel[],
  options: RunOptions,
): Promise<Result<Written>> => {
  let begun: Snapshot | undefined;
  const written = await inExcel(excel, onFault, async (context) => {
    const own = await lookAtOwnSheets(context, models, options);
    checkpoint(options, 'prepare', 0, 1);
    const [first, ...more] = preflight(own);
    if (first !== undefined) return refuse(first, ...more);
    const snapshot = takeSnapshot({ plans: own.plans.filter(changesSomething), standing: own.standing });
    begun = snapshot;
    await writeSheets(context, own, options);
    return ok({ outcome: writeOutcomeOf(own.plans), snapshot });
  });
  if (written.ok || begun === undefined) return written;
  return takeBack(excel, onFault, begun, written, options);
};

const takeBack = async (
  excel: ExcelLibrary,
  onFault: FaultListener,
  snapshot: Snapshot,
  because: Result<never>,
  options: RunOptions,
): Promise<Result<Written>> => {
  try {
    await excel.run({ delayForCellEdit: true }, (context) => undoWrite(context, snapshot, options));
    return because;
  } catch (error) {
    if (excelProblem(error) === undefined) throw error;
    onFault(error);
    const sheets = snapshot.sheets.map(({ name }) => name).join('、');
    const reasons = because.ok ? [] : because.problems;
    return refuse(problem('excel-half-written', {}, { sheets }), ...reasons);
  }
};

/** What our sheets were before a write; enough to put them back. */
export interface Snapshot {
  readonly sheets: readonly (NewSheetSnapshot | RefreshedSheetSnapshot)[];
}

/** A sheet the write adds: it is emptied and hidden, since deleting a sheet would wipe the user's undo list. */
interface NewSheetSnapshot {
  readonly kind: 'new';
  readonly name: string;
  readonly marker: string;
}

interface RefreshedSheetSnapshot {
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
const takeSnapshot = ({
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
  { sheet, blocks }: StandingSheet,
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

/**
 * Puts our sheets back as the snapshot has them. Sheets that are gone meanwhile are left out. A sheet the write had
 * added is emptied, hidden and marked as unfinished: the next write fills it. Two round trips.
 */
export const undoWrite = async (
  context: Excel.RequestContext,
  { sheets }: Snapshot,
  options: RunOptions,
): Promise<void> => {
  checkpoint({ ...(options.onProgress && { onProgress: options.onProgress }) }, 'undo', 0, 1);
  const found = sheets.map((snapshot) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(
      snapshot.kind === 'new' ? snapshot.name : snapshot.id,
    );
    sheet.load('name,names/items/name,tables/items/name,charts/items/id');
    return { snapshot, sheet };
  });
  await context.sync();
  const steps = found
    .filter(({ sheet }) => !sheet.isNullObject)
    .flatMap(({ snapshot, sheet }) =>
      snapshot.kind === 'new' ? [emptyStep(sheet, snapshot)] : putBack(sheet, snapshot),
    );
  for (const trip of packSteps(steps)) await sendTrip(context, trip);
};

const emptyStep = (sheet: Excel.Worksheet, { marker }: NewSheetSnapshot): WriteStep => ({
  bytes: 0,
  queue: () => {
    const name = markerName(marker);
    const place = `=${quotedSheetName(sheet.name)}!$A$1`;
    const known = sheet.names.items.some((item) => item.name.toLowerCase() === name.toLowerCase());
    for (const { name: table } of sheet.tables.items) sheet.tables.getItem(table).convertToRange();
    // All of them: one that was drawn when the write broke off may not bear our name yet.
    for (const chart of sheet.charts.items) chart.delete();
    sheet.getRange().clear();
    const item = known ? sheet.names.getItem(name) : sheet.names.add(name, place);
    if (known) item.formula = place;
    item.comment = unfinished;
    item.visible = false;
    sheet.visibility = 'Hidden';
  },
});

const putBack = (sheet: Excel.Worksheet, { blocks, names }: RefreshedSheetSnapshot): readonly WriteStep[] => [
  ...blocks.flatMap(({ top, left, inputs, formats }) => {
    const area = { top, left, bottom: top + inputs.length - 1, right: left + (inputs[0]?.length ?? 1) - 1 };
    return [
      ...blockSteps(() => sheet, area, 'numberFormat', formats),
      ...blockSteps(() => sheet, area, 'values', inputs),
    ];
  }),
  {
    bytes: 0,
    queue: () => {
      for (const item of sheet.names.items) {
        const before = names.get(item.name);
        if (before !== undefined) item.formula = before;
      }
    },
  },
];
