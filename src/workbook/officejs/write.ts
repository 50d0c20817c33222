import { problem, type Problem } from '../../problems';
import { freeTableName, markerName, markerPageName, ownedSheets, type SheetPlan, type RunOptions } from '..';
import type { FinishStep } from './finish';
import { lookWhatFollows } from './follow';
import { finishSteps, pageSteps } from './layout';
import { changesInExcel, unfinished, type OwnSheets } from './ownSheets';
import { checkpoint, type FaultListener } from './session';
import { newSheetSteps, refreshSteps, type SheetPlace } from './sheetSteps';
import { bytesPerAction, markerStep, packSteps, sendTrip, type WriteStep } from './steps';

/** What was written, and what is still to be done to it that may fail. */
interface WrittenSheets {
  /** The ids of the sheets that were added, by name. */
  readonly added: ReadonlyMap<string, string>;
  readonly finish: readonly FinishStep[];
  /** Excel would not say what is printed below our sheets. */
  readonly pageRefused: boolean;
}

/**
 * Writes what was planned, values first and the markers last: everything is computed before the first round trip that
 * writes, one is enough up to 2.5 MB; one more looks at what follows from changed values.
 */
export const writeSheets = async (
  context: Excel.RequestContext,
  own: OwnSheets,
  onFault: FaultListener,
  options: RunOptions,
): Promise<WrittenSheets> => {
  const plans = own.plans.filter((plan) => changesInExcel(own, plan));
  const added = new Map<string, Excel.Worksheet>();
  const sheetOf = (plan: SheetPlan) => (): Excel.Worksheet => {
    const sheet = added.get(plan.name) ?? own.book.sheets.find(({ name }) => name === plan.name)?.sheet;
    if (sheet === undefined) throw new Error(`writeSheets: no sheet ${plan.name}`);
    return sheet;
  };
  const follows = await lookWhatFollows(
    context,
    plans.length === 0 ? [] : own.plans.filter((plan) => plan.kind === 'refresh'),
    sheetOf,
    onFault,
  );
  const tables = tableNames(own, plans);
  const steps = [
    ...own.remains.map(({ sheet }) => deleteStep(sheet)),
    ...plans.flatMap((plan) => (plan.kind === 'new' ? [addStep(context, plan, added)] : [])),
    ...plans.flatMap((plan) => cellSteps(sheetOf(plan), plan, own, tables)),
    ...follows.heights,
    ...plans.map((plan) => markerStep(sheetOf(plan), plan, knownNames(plan, own))),
  ];
  const trips = plans.length === 0 ? [] : packSteps(steps);
  for (const [place, trip] of trips.entries()) {
    checkpoint(options, 'write', place, trips.length);
    await sendTrip(context, trip);
  }
  options.onProgress?.({ stage: 'write', done: trips.length, total: trips.length });
  return {
    added: new Map([...added].map(([name, { id }]) => [name, id])),
    finish: [
      ...plans.flatMap((plan) => (plan.kind === 'new' ? finishSteps(sheetOf(plan), plan.model) : [])),
      ...own.plans.filter((plan) => awaitsPages(plan, own)).flatMap((plan) => pageSteps(sheetOf(plan), plan.model)),
      ...follows.footers,
    ],
    pageRefused: follows.pageRefused,
  };
};

/** A sheet of ours that an earlier run did not finish: nobody has seen it. */
export const deleteStep = (sheet: Excel.Worksheet): WriteStep => ({
  bytes: bytesPerAction,
  queue: () => {
    sheet.delete();
  },
});

const addStep = (
  context: Excel.RequestContext,
  { name, model }: SheetPlan,
  added: Map<string, Excel.Worksheet>,
): WriteStep => ({
  bytes: 9 * bytesPerAction,
  queue: () => {
    const sheet = context.workbook.worksheets.add(name);
    // Out of sight until it is complete; the last step shows it.
    sheet.visibility = 'Hidden';
    // By this, and not by its name, a sheet is known as ours when the write breaks off.
    sheet.names.add(markerName(model.marker), `=${unfinished}`).visible = false;
    // Goes when the pages are set up: where they cannot be, the next refresh tries again.
    sheet.names.add(markerPageName(model.marker), '="page"').visible = false;
    sheet.load('id');
    added.set(name, sheet);
  },
});

const cellSteps = (
  sheet: () => Excel.Worksheet,
  plan: SheetPlan,
  own: OwnSheets,
  tables: ReadonlyMap<string, string>,
): readonly WriteStep[] => {
  const place: SheetPlace = { sheet, links: own.links, tableName: tables.get(plan.name) };
  if (plan.kind === 'new') return newSheetSteps(place, plan);
  const standing = own.standing.get(plan.name);
  if (standing === undefined) throw new Error(`cellSteps: ${plan.name} was not read`);
  return refreshSteps(place, plan, standing, own.linkEdits.get(plan.name) ?? []);
};

/** The names the tables of new sheets get, by sheet. */
const tableNames = ({ book, names }: OwnSheets, plans: readonly SheetPlan[]): ReadonlyMap<string, string> => {
  const taken = [
    ...names.map(({ name }) => name),
    ...book.sheets.flatMap(({ tables }) => tables.map(({ name }) => name)),
  ];
  const given = new Map<string, string>();
  for (const { kind, name, model } of plans) {
    if (kind !== 'new' || model.table === undefined) continue;
    const free = freeTableName(model.table.name, taken);
    taken.push(free);
    given.set(name, free);
  }
  return given;
};

/** A standing sheet whose pages could not be set up when it was written. */
const awaitsPages = ({ kind, name: sheet, model }: SheetPlan, { names }: OwnSheets): boolean =>
  kind === 'refresh' && names.some((one) => one.sheet === sheet && one.name === markerPageName(model.marker));

const knownNames = (plan: SheetPlan, { names }: OwnSheets): readonly string[] => {
  if (plan.kind === 'new') return [markerName(plan.model.marker)];
  return names.filter(({ sheet }) => sheet === plan.name).map(({ name }) => name);
};

/** What Excel would refuse half-way, or only a person can decide, found before anything is written. */
export const preflight = (own: OwnSheets): readonly Problem[] => {
  const { book, owning, plans } = own;
  return [
    ...(plans.some(({ kind }) => kind === 'new') && book.structureProtected
      ? [problem('excel-structure-protected')]
      : []),
    ...plans.flatMap((plan) => {
      // A second sheet beside it would leave old figures that look like ours in sight.
      if (plan.kind === 'new') {
        const locked = ownedSheets(owning, plan.model).find(
          ({ name }) => book.sheets.find((sheet) => sheet.name === name)?.protected === true,
        );
        return locked === undefined ? [] : [problem('excel-own-protected', { sheet: locked.name })];
      }
      if (!changesInExcel(own, plan)) return [];
      const sheet = book.sheets.find(({ name }) => name === plan.name);
      // Excel skips filtered-out rows when an array is written (office-js #224, #226).
      return sheet?.filtered === true ? [problem('excel-sheet-filtered', { sheet: sheet.name })] : [];
    }),
  ];
};
