import type { Rectangle } from '..';
import { checkpoint, isTooLarge, type RunOptions } from './session';
import { cellCount } from './survey';

/** A piece of a sheet as Excel gives it. */
export interface CellBlock {
  readonly sheet: Excel.Worksheet;
  readonly area: Rectangle;
}

export interface ReadBlock extends CellBlock {
  readonly values: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
  /** Only when the whole read is small. */
  readonly formulas?: readonly (readonly unknown[])[];
}

/**
 * Cells per round trip. Points and marks with their formats came to 13 to 25 bytes a cell, so a trip stays under 3 MB
 * where Excel on the web refuses above 5 MB; longer texts are caught by halving the trip.
 */
const cellsPerTrip = 100_000;

/** Cuts areas into blocks of whole rows, and packs blocks into trips. */
const tripsFor = (blocks: readonly CellBlock[], most = cellsPerTrip): readonly (readonly CellBlock[])[] => {
  const trips: CellBlock[][] = [];
  let room = 0;
  for (const block of blocks.flatMap((one) => cutRows(one, most))) {
    const cells = cellCount(block.area);
    const trip = trips.at(-1);
    if (trip === undefined || cells > room) {
      trips.push([block]);
      room = most - cells;
    } else {
      trip.push(block);
      room -= cells;
    }
  }
  return trips;
};

const cutRows = ({ sheet, area }: CellBlock, most: number): readonly CellBlock[] => {
  const rows = Math.max(1, Math.floor(most / (area.right - area.left + 1)));
  return Array.from({ length: Math.ceil((area.bottom - area.top + 1) / rows) }, (_, piece) => {
    const top = area.top + piece * rows;
    return { sheet, area: { ...area, top, bottom: Math.min(area.bottom, top + rows - 1) } };
  });
};

/**
 * Reads the blocks, one round trip per {@link cellsPerTrip} cells; a trip that Excel finds too large
 * is halved. `alongside` queues further questions that travel with the first block.
 */
export const readBlocks = async (
  context: Excel.RequestContext,
  blocks: readonly CellBlock[],
  options: RunOptions,
  { withFormulas, alongside = () => undefined }: { readonly withFormulas: boolean; readonly alongside?: () => void },
): Promise<readonly ReadBlock[]> => {
  const waiting = [...tripsFor(blocks)];
  const read: ReadBlock[] = [];
  let trips = 0;
  for (let trip = waiting.shift(); trip !== undefined; trip = waiting.shift()) {
    checkpoint(options, 'read', trips, trips + 1 + waiting.length);
    trips += 1;
    // Asked again after a refusal: what was queued with it is lost.
    if (read.length === 0) alongside();
    const smaller = await readTrip(context, trip, withFormulas);
    if (smaller.kind === 'read') read.push(...smaller.blocks);
    else waiting.unshift(...tripsFor(trip, Math.ceil(sum(trip) / 2)));
  }
  return read;
};

type TripResult = { readonly kind: 'read'; readonly blocks: readonly ReadBlock[] } | { readonly kind: 'too-large' };

const readTrip = async (
  context: Excel.RequestContext,
  trip: readonly CellBlock[],
  withFormulas: boolean,
): Promise<TripResult> => {
  const asked = trip.map((block) => {
    const { top, left, bottom, right } = block.area;
    const range = block.sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
    if (withFormulas) range.load('values,numberFormat,formulas');
    else range.load('values,numberFormat');
    return { block, range };
  });
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error) && sum(trip) > 1) return { kind: 'too-large' };
    throw error;
  }
  const blocks = asked.map(({ block, range }): ReadBlock | undefined => {
    const values: unknown = range.values;
    // Above five million cells Excel gives null without an error (Microsoft: resource limits).
    if (values === null) return undefined;
    return {
      ...block,
      values: range.values,
      formats: range.numberFormat,
      ...(withFormulas && { formulas: range.formulas }),
    };
  });
  return blocks.every((block) => block !== undefined) ? { kind: 'read', blocks } : { kind: 'too-large' };
};

const sum = (trip: readonly CellBlock[]): number => trip.reduce((cells, { area }) => cells + cellCount(area), 0);
