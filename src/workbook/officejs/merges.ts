import { isWithin, type Rectangle, type RunOptions } from '..';
import { mayAnswerLess } from './session';
import { askAreas, rangeOf } from './survey';
import { sendTrips } from './trips';

/** Rows of a sheet whose merged blocks are asked for at once. */
export interface MergeBand {
  readonly sheet: Excel.Worksheet;
  readonly area: Rectangle;
}

/** What Excel said of the merged blocks of one area. */
export interface KnownMerges {
  readonly merges: readonly Rectangle[];
  /** The pieces of the area for which it answered. */
  readonly bands: readonly Rectangle[];
  /** The first row for which it did not. */
  readonly refusedRow: number | undefined;
}

/**
 * Asks for the merged blocks that begin in a band, with the next round trip. Excel refuses above 512 of them
 * (rules/excel.md#merged-blocks).
 */
export const askMerges = ({ sheet, area }: MergeBand): (() => readonly Rectangle[]) => {
  const blocks = askAreas(rangeOf(sheet, area).getMergedAreasOrNullObject());
  return () => blocks().filter(({ top, left }) => isWithin(area, top, left));
};

/** Merged blocks of several areas that are asked for with questions of another kind, and by themselves once refused. */
interface MergesAlong {
  /** Asks, with the next round trip. */
  readonly ask: () => void;
  /** After a refusal of that trip: whether the same trip is worth trying without them. */
  readonly leave: (error: unknown) => boolean;
  /** In the order of the areas; further round trips only where they were refused. */
  readonly read: () => Promise<readonly KnownMerges[]>;
}

export const mergesAlong = (
  context: Excel.RequestContext,
  areas: readonly MergeBand[],
  options: RunOptions,
): MergesAlong => {
  let apart = false;
  let asked: readonly (() => readonly Rectangle[])[] = [];
  return {
    ask: () => {
      if (!apart) asked = areas.map(askMerges);
    },
    leave: (error) => {
      if (apart || areas.length === 0 || !mayAnswerLess(error)) return false;
      apart = true;
      return true;
    },
    read: async () => {
      if (apart) return readInBands(context, areas, options);
      return areas.map(({ area }, place) => ({
        merges: asked[place]?.() ?? [],
        bands: [area],
        refusedRow: undefined,
      }));
    },
  };
};

/** What is known so far of the area at this place of the list. */
interface Gathered {
  readonly merges: Rectangle[];
  readonly bands: Rectangle[];
  refusedRow: number | undefined;
}

/** A band of the area at this place of the list. */
interface Piece extends MergeBand {
  readonly of: Gathered;
}

/** Asks for all areas at once, then for halves of what is refused: of the list, of the rows of one area, down to one row. */
const readInBands = async (
  context: Excel.RequestContext,
  areas: readonly MergeBand[],
  options: RunOptions,
): Promise<readonly KnownMerges[]> => {
  const pieces = areas.map((area): Piece => ({ ...area, of: { merges: [], bands: [], refusedRow: undefined } }));
  // Of a sheet that cannot be known nothing further is asked.
  const worthAsking = (trip: readonly Piece[]): readonly Piece[] =>
    trip.filter(({ of }) => of.refusedRow === undefined);
  await sendTrips(context, [pieces as readonly Piece[]], options, {
    stage: 'read',
    ask: (trip) => {
      const asked = worthAsking(trip).map((piece) => ({ piece, merges: askMerges(piece) }));
      if (asked.length === 0) return undefined;
      return () => {
        for (const { piece, merges } of asked) {
          piece.of.merges.push(...merges());
          piece.of.bands.push(piece.area);
        }
        return undefined;
      };
    },
    smaller: (trip, refusal) => (mayAnswerLess(refusal) ? halves(worthAsking(trip)) : undefined),
  });
  return pieces.map(({ of }) => of);
};

/** A list in two, or the rows of its only piece; a single row is noted as refused. */
const halves = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const [first, ...more] = pieces;
  if (first === undefined) return [];
  if (more.length > 0) {
    const middle = Math.ceil(pieces.length / 2);
    return [pieces.slice(0, middle), pieces.slice(middle)];
  }
  const { area, of } = first;
  if (area.top === area.bottom) {
    of.refusedRow = area.top;
    return [];
  }
  const middle = Math.floor((area.top + area.bottom) / 2);
  return [[{ ...first, area: { ...area, bottom: middle } }], [{ ...first, area: { ...area, top: middle + 1 } }]];
};
