import { problem, type Problem } from '../../problems';
import { changesSomething, markerHashName, markerName, type SheetPlan } from '..';
import type { OwnSheets } from './ownSheets';
import { checkpoint, type RunOptions } from './session';
import { newSheetSteps, refreshSteps } from './sheetSteps';
import { followSteps, markerStep, packSteps, sendTrip, type WriteStep } from './steps';

/**
 * Writes what was planned: everything is computed before the first round trip that writes, one is enough up to 2.5 MB; one
 * more looks at what follows from changed values.
 */
export const writeSheets = async (
  context: Excel.RequestContext,
  own: OwnSheets,
  options: RunOptions,
): Promise<void> => {
  const plans = own.plans.filter(changesSomething);
  const links = {
    plans: own.plans,
    sheetNames: [...own.book.sheets.map(({ name }) => name), ...plans.map(({ name }) => name)],
  };
  const added = new Map<string, Excel.Worksheet>();
  const sheetOf = (plan: SheetPlan) => (): Excel.Worksheet => {
    const sheet = added.get(plan.name) ?? own.book.sheets.find(({ name }) => name === plan.name)?.sheet;
    if (sheet === undefined) throw new Error(`writeSheets: no sheet ${plan.name}`);
    return sheet;
  };
  const steps = [
    ...plans.flatMap((plan) => (plan.kind === 'new' ? [addStep(context, plan, own, added)] : [])),
    ...plans.flatMap((plan) => cellSteps(sheetOf(plan), plan, own, links)),
    ...(await followSteps(
      context,
      plans.length === 0 ? [] : own.plans.filter((plan) => plan.kind === 'refresh'),
      sheetOf,
    )),
    ...plans.map((plan) => markerStep(sheetOf(plan), plan, knownNames(plan, own))),
  ];
  const trips = packSteps(steps);
  for (const [place, trip] of trips.entries()) {
    checkpoint(options, 'write', place, trips.length);
    await sendTrip(context, trip);
  }
  options.onProgress?.({ stage: 'write', done: trips.length, total: trips.length });
};

const addStep = (
  context: Excel.RequestContext,
  plan: SheetPlan,
  { leftovers }: OwnSheets,
  added: Map<string, Excel.Worksheet>,
): WriteStep => ({
  bytes: 500,
  queue: () => {
    const sheet = leftovers.get(plan.model.marker)?.sheet ?? context.workbook.worksheets.add(plan.name);
    // Out of sight until it is complete; the last step shows it.
    sheet.visibility = 'Hidden';
    added.set(plan.name, sheet);
  },
});

const cellSteps = (
  sheet: () => Excel.Worksheet,
  plan: SheetPlan,
  own: OwnSheets,
  links: Parameters<typeof newSheetSteps>[2],
): readonly WriteStep[] => {
  if (plan.kind === 'new') return newSheetSteps(sheet, plan, links);
  const standing = own.standing.get(plan.name);
  if (standing === undefined) throw new Error(`cellSteps: ${plan.name} was not read`);
  return refreshSteps(sheet, plan, standing, links);
};

const knownNames = (plan: SheetPlan, { book, leftovers }: OwnSheets): readonly string[] => {
  const sheet =
    plan.kind === 'new' ? leftovers.get(plan.model.marker) : book.sheets.find(({ name }) => name === plan.name);
  const ours = new Set(
    [markerName(plan.model.marker), markerHashName(plan.model.marker)].map((name) => name.toLowerCase()),
  );
  return (sheet?.names ?? []).map(({ name }) => name).filter((name) => ours.has(name.toLowerCase()));
};

/** What Excel would refuse half-way, found before anything is written. */
export const preflight = ({ book, plans, leftovers }: OwnSheets): readonly Problem[] => {
  const adds = plans.some(({ kind, model }) => kind === 'new' && !leftovers.has(model.marker));
  const shows = plans.some(({ kind }) => kind === 'new');
  return [
    ...((adds || shows) && book.structureProtected ? [problem('excel-structure-protected')] : []),
    ...plans.filter(changesSomething).flatMap((plan) => {
      const sheet = plan.kind === 'refresh' ? book.sheets.find(({ name }) => name === plan.name) : undefined;
      if (sheet?.protected === true) return [problem('excel-protected', { sheet: sheet.name })];
      // Excel skips filtered-out rows when an array is written (office-js #224, #226).
      return sheet?.filtered === true ? [problem('excel-sheet-filtered', { sheet: sheet.name })] : [];
    }),
  ];
};
