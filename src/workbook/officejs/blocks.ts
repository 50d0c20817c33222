import { inSlices, type Steps } from '../../kernel';
import type { Rectangle, RunOptions } from '..';
import { isTooLarge } from './session';
import { cellCount, rangeOf } from './survey';
import { sendTrips } from './trips';

/** A piece of a sheet as Excel gives it. */
export interface CellBlock {
  readonly sheet: Excel.Worksheet;
  readonly area: Rectangle;
  /** What alone is asked of its cells; absent = both, and the formulas where they are wanted. */
  readonly only?: 'values' | 'formats';
}

export interface ReadBlock extends CellBlock {
  /** None where the number formats alone were asked. */
  readonly values: readonly (readonly unknown[])[];
  /** None where the values alone were asked. */
  readonly formats: readonly (readonly unknown[])[];
  /** Only when the whole read is small. */
  readonly formulas?: readonly (readonly unknown[])[];
}

/**
 * Room of a round trip, and what a cell takes of it: 100,000 cells with their formats, 250,000 values or 150,000 formats.
 * Points and marks with their formats came to 13 to 25 bytes a cell, so a trip stays under 3 MB where Excel on the web
 * refuses above 5 MB; longer texts are caught by halving the trip.
 */
const roomOfTrip = 1_500_000;
const roomOfCell = { both: 15, values: 6, formats: 10 };

/** A block of a large table is cut so that it is taken in some milliseconds. */
const mostAtOnce = 600_000;

const roomOf = ({ only }: CellBlock, cells: number): number => cells * roomOfCell[only ?? 'both'];

/** Packs areas into trips; one that does not fit into the room that is left is cut between two rows. */
const tripsFor = (blocks: readonly CellBlock[], most = roomOfTrip): readonly (readonly CellBlock[])[] => {
  const trips: CellBlock[][] = [];
  let room = 0;
  for (const block of blocks) {
    const { area } = block;
    const row = roomOf(block, area.right - area.left + 1);
    for (let top = area.top; top <= area.bottom;) {
      if (room < row) {
        trips.push([]);
        room = Math.max(most, row);
      }
      const rows = Math.floor(Math.min(room, block.only === undefined ? room : Math.max(row, mostAtOnce)) / row);
      const bottom = Math.min(area.bottom, top + rows - 1);
      trips.at(-1)?.push({ ...block, area: { ...area, top, bottom } });
      room -= (bottom - top + 1) * row;
      top = bottom + 1;
    }
  }
  return trips;
};

interface HowToRead {
  readonly withFormulas: boolean;
  /** Queues further questions that travel with the first block. */
  readonly alongside?: () => void;
  /** Told why the block with the further questions was refused: true once they are fewer. */
  readonly refused?: (error: unknown) => boolean;
}

/** Reads the blocks, as many cells in a round trip as {@link roomOfTrip} has room for. */
export const readBlocks = async (
  context: Excel.RequestContext,
  blocks: readonly CellBlock[],
  options: RunOptions,
  how: HowToRead,
): Promise<readonly ReadBlock[]> => {
  const read: ReadBlock[] = [];
  await takeBlocks(context, blocks, options, { ...how, take: (block) => read.push(block) });
  return read;
};

/**
 * {@link readBlocks}, each block taken as soon as its trip is back, so that nobody waits for all of them to be worked upon at
 * once; a trip that Excel finds too large is halved.
 */
export const takeBlocks = async (
  context: Excel.RequestContext,
  blocks: readonly CellBlock[],
  options: RunOptions,
  {
    withFormulas,
    take,
    alongside = () => undefined,
    refused = () => false,
  }: HowToRead & { readonly take: (block: ReadBlock) => void },
): Promise<void> => {
  let taken = 0;
  await sendTrips(context, tripsFor(blocks), options, {
    stage: 'read',
    ask: (trip) => {
      // Asked again after a refusal: what was queued with it is lost.
      if (taken === 0) alongside();
      const asked = trip.map((block) => askBlock(block, withFormulas));
      return async () => {
        const read = asked.flatMap((block) => block() ?? []);
        if (read.length < trip.length) return tooManyCells;
        await inSlices(taking(read, take), options.pause ?? (() => Promise.resolve()));
        taken += 1;
        return undefined;
      };
    },
    smaller: (trip, refusal) => {
      const cells = cellsOfTrip(trip);
      if (taken === 0 && (cells <= fewCells || !isTooLarge(refusal)) && refused(refusal)) return [trip];
      return isTooLarge(refusal) && cells > 1 ? tripsFor(trip, Math.ceil(roomTaken(trip) / 2)) : undefined;
    },
  });
};

function* taking(blocks: readonly ReadBlock[], take: (block: ReadBlock) => void): Steps<undefined> {
  for (const block of blocks) {
    take(block);
    yield;
  }
  return undefined;
}

/** Where so few are too large, it may not be the cells that are. */
const fewCells = 2_000;

/** What Excel says by a null where values should be (Microsoft: resource limits). */
const tooManyCells = Object.assign(new Error('null instead of values'), { code: 'RangeExceedsLimit' });

/** Asks for the mere values of an area, with the next round trip. */
export const askValues = ({ sheet, area }: CellBlock): (() => readonly (readonly unknown[])[]) => {
  const range = rangeOf(sheet, area);
  range.load('values');
  return () => valuesOf(range);
};

const valuesOf = ({ values }: Excel.Range): readonly (readonly unknown[])[] => values;

/** Asks for the cells of a block, with the next round trip; undefined after it when they were too many. */
export const askBlock = (block: CellBlock, withFormulas: boolean): (() => ReadBlock | undefined) => {
  const range = rangeOf(block.sheet, block.area);
  if (block.only === 'values') range.load('values');
  else if (block.only === 'formats') range.load('numberFormat');
  else if (withFormulas) range.load('values,numberFormat,formulas');
  else range.load('values,numberFormat');
  return () => readBlock(block, range, withFormulas);
};

const readBlock = (block: CellBlock, range: Excel.Range, withFormulas: boolean): ReadBlock | undefined => {
  const asked: unknown = block.only === 'formats' ? range.numberFormat : range.values;
  // Above five million cells Excel gives null without an error (Microsoft: resource limits).
  if (asked === null) return undefined;
  if (block.only === 'values') return { ...block, values: range.values, formats: [] };
  if (block.only === 'formats') return { ...block, values: [], formats: range.numberFormat };
  return {
    ...block,
    values: range.values,
    formats: range.numberFormat,
    ...(withFormulas && { formulas: range.formulas }),
  };
};

const cellsOfTrip = (trip: readonly CellBlock[]): number =>
  trip.reduce((cells, { area }) => cells + cellCount(area), 0);

const roomTaken = (trip: readonly CellBlock[]): number =>
  trip.reduce((room, block) => room + roomOf(block, cellCount(block.area)), 0);
