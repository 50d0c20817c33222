import {
  markerHashName,
  markerName,
  markerReference,
  modelHashReference,
  ownedRectangle,
  type Rectangle,
  type SheetPlan,
} from '..';
import type { CellInput } from './cells';

/** A piece of writing that fits into a request; steps of all sheets are packed into as few round trips as the limit allows. */
export interface WriteStep {
  /** About how many bytes the step adds to the request. */
  readonly bytes: number;
  /** Queues the step; nothing is sent. */
  readonly queue: () => void;
}

/** Well under the 5 MB that Excel on the web takes, since our estimate leaves out the library's own wrapping. */
const bytesPerTrip = 2_500_000;

/** Packs steps, in order, into round trips. */
export const packSteps = (steps: readonly WriteStep[]): readonly (readonly WriteStep[])[] => {
  const trips: WriteStep[][] = [];
  let room = 0;
  for (const step of steps) {
    const trip = trips.at(-1);
    if (trip === undefined || step.bytes > room) {
      trips.push([step]);
      room = bytesPerTrip - step.bytes;
    } else {
      trip.push(step);
      room -= step.bytes;
    }
  }
  return trips;
};

/** Bytes of a value on the wire. */
const wireBytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** One queued property or call costs about this much. */
export const bytesPerAction = 220;

/** Queues the steps of one round trip and sends them. */
export const sendTrip = async (context: Excel.RequestContext, trip: readonly WriteStep[]): Promise<void> => {
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  for (const { queue } of trip) queue();
  await context.sync();
};

/** At most this many bytes of cells in one step. */
const bytesPerStep = 1_000_000;
/** The library splits a write of more cells than this into rows, each a few actions (office-js: setRangePropertiesInBulk). */
const cellsPerAction = 1500;

/** Steps that write rows of values or of number formats from `area`'s first cell on, cut where they grow too large. */
export const blockSteps = (
  sheet: () => Excel.Worksheet,
  area: Rectangle,
  what: 'values' | 'numberFormat',
  rows: readonly (readonly CellInput[])[],
): readonly WriteStep[] => {
  const steps: WriteStep[] = [];
  const width = area.right - area.left + 1;
  let from = 0;
  let bytes = 0;
  const flush = (to: number): void => {
    if (to === from) return;
    const [first, piece] = [area.top + from, rows.slice(from, to).map((row) => [...row])];
    const actions = Math.ceil((piece.length * width) / cellsPerAction) * 6;
    steps.push({
      bytes: bytes + actions * bytesPerAction,
      queue: () => {
        sheet().getRangeByIndexes(first, area.left, piece.length, width)[what] = piece;
      },
    });
    [from, bytes] = [to, 0];
  };
  rows.forEach((row, place) => {
    const size = wireBytes(row);
    if (bytes > 0 && bytes + size > bytesPerStep) flush(place);
    bytes += size;
  });
  flush(rows.length);
  return steps;
};

/**
 * Marks the rectangle as ours, with the fingerprint of what we wrote, and shows a new sheet: last of all, so that a
 * failure before leaves no half report in sight (rules/bad-inputs.md#b092). `known` are the names the sheet has.
 */
export const markerStep = (sheet: () => Excel.Worksheet, plan: SheetPlan, known: readonly string[]): WriteStep => ({
  bytes: 12 * bytesPerAction,
  queue: () => {
    const on = sheet();
    const owned = plan.kind === 'new' ? ownedRectangle(plan.model) : plan.plan.owned;
    const { marker } = plan.model;
    setName(on, known, markerName(marker), `=${markerReference(plan.name, owned)}`);
    setName(on, known, markerHashName(marker), `=${modelHashReference(plan.model)}`);
    if (plan.kind === 'new') on.visibility = 'Visible';
  },
});

const setName = (sheet: Excel.Worksheet, known: readonly string[], name: string, formula: string): void => {
  const has = known.some((one) => one.toLowerCase() === name.toLowerCase());
  const item = has ? sheet.names.getItem(name) : sheet.names.add(name, formula);
  // Only a name that was just made can be hidden; one that stands is (office-js #3878, #3949).
  if (has) item.formula = formula;
  else item.visible = false;
};
