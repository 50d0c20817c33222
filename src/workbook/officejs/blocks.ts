import type { Rectangle } from '..';
import { checkpoint, isTooLarge, refusalOf, type RunOptions } from './session';
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

/** Packs areas into trips; one that does not fit into the room that is left is cut between two rows. */
const tripsFor = (blocks: readonly CellBlock[], most = cellsPerTrip): readonly (readonly CellBlock[])[] => {
  const trips: CellBlock[][] = [];
  let room = 0;
  for (const { sheet, area } of blocks) {
    const width = area.right - area.left + 1;
    for (let top = area.top; top <= area.bottom;) {
      if (room < width) {
        trips.push([]);
        room = Math.max(most, width);
      }
      const bottom = Math.min(area.bottom, top + Math.floor(room / width) - 1);
      trips.at(-1)?.push({ sheet, area: { ...area, top, bottom } });
      room -= (bottom - top + 1) * width;
      top = bottom + 1;
    }
  }
  return trips;
};

/**
 * Reads the blocks, one round trip per {@link cellsPerTrip} cells; a trip that Excel finds too large
 * is halved. `alongside` queues further questions that travel with the first block.
 */
export const readBlocks = async (
  context: Excel.RequestContext,
  blocks: readonly CellBlock[],
  options: RunOptions,
  {
    withFormulas,
    alongside = () => undefined,
    refused = () => false,
  }: {
    readonly withFormulas: boolean;
    readonly alongside?: () => void;
    /** Told why the block with the further questions was refused: true once they are fewer. */
    readonly refused?: (error: unknown) => boolean;
  },
): Promise<readonly ReadBlock[]> => {
  const waiting = [...tripsFor(blocks)];
  const read: ReadBlock[] = [];
  let trips = 0;
  for (let trip = waiting.shift(); trip !== undefined; trip = waiting.shift()) {
    checkpoint(options, 'read', trips, trips + 1 + waiting.length);
    trips += 1;
    // Asked again after a refusal: what was queued with it is lost.
    if (read.length === 0) alongside();
    const result = await readTrip(context, trip, withFormulas);
    const cells = sum(trip);
    if (result.kind === 'read') read.push(...result.blocks);
    else if (read.length === 0 && (cells <= fewCells || !isTooLarge(result.error)) && refused(result.error))
      waiting.unshift(trip);
    else if (isTooLarge(result.error) && cells > 1) waiting.unshift(...tripsFor(trip, Math.ceil(cells / 2)));
    else throw result.error;
  }
  return read;
};

/** Where so few are too large, it may not be the cells that are. */
const fewCells = 2_000;

type TripResult =
  | { readonly kind: 'read'; readonly blocks: readonly ReadBlock[] }
  | { readonly kind: 'refused'; readonly error: unknown };

const readTrip = async (
  context: Excel.RequestContext,
  trip: readonly CellBlock[],
  withFormulas: boolean,
): Promise<TripResult> => {
  const asked = trip.map((block) => askBlock(block, withFormulas));
  const refusal = await refusalOf(context);
  if (refusal !== undefined) return { kind: 'refused', error: refusal };
  const blocks = asked.map((block) => block());
  return blocks.every((block) => block !== undefined)
    ? { kind: 'read', blocks }
    : { kind: 'refused', error: tooManyCells };
};

/** What Excel says by a null where values should be (Microsoft: resource limits). */
const tooManyCells = { code: 'RangeExceedsLimit' };

/** Asks for the mere values of an area, with the next round trip. */
export const askValues = ({ sheet, area }: CellBlock): (() => readonly (readonly unknown[])[]) => {
  const { top, left, bottom, right } = area;
  const range = sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
  range.load('values');
  return () => valuesOf(range);
};

const valuesOf = ({ values }: Excel.Range): readonly (readonly unknown[])[] => values;

/** Asks for the cells of a block, with the next round trip; undefined after it when they were too many. */
export const askBlock = (block: CellBlock, withFormulas: boolean): (() => ReadBlock | undefined) => {
  const { top, left, bottom, right } = block.area;
  const range = block.sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
  if (withFormulas) range.load('values,numberFormat,formulas');
  else range.load('values,numberFormat');
  return () => readBlock(block, range, withFormulas);
};

const readBlock = (block: CellBlock, range: Excel.Range, withFormulas: boolean): ReadBlock | undefined => {
  const values: unknown = range.values;
  // Above five million cells Excel gives null without an error (Microsoft: resource limits).
  if (values === null) return undefined;
  return {
    ...block,
    values: range.values,
    formats: range.numberFormat,
    ...(withFormulas && { formulas: range.formulas }),
  };
};

const sum = (trip: readonly CellBlock[]): number => trip.reduce((cells, { area }) => cells + cellCount(area), 0);
