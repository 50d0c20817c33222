import type { Rectangle, RunOptions } from '..';
import { isTooLarge } from './session';
import { cellCount, rangeOf } from './survey';
import { sendTrips } from './trips';

/** How the cells of an area look and how high its rows are, to be put back after the area was laid anew. */
export interface StandingLooks {
  readonly area: Rectangle;
  /** The looks that stand there; {@link CellLook}. */
  readonly looks: readonly CellLook[];
  /** Rows of places in {@link looks}. */
  readonly cells: readonly (readonly number[])[];
  /** Points of the rows; 0 of a hidden one, which stays hidden. */
  readonly heights: readonly number[];
}

/**
 * Font, size, bold, italic, underline, struck, colour, fill, horizontal, vertical, wrapped, direction of the letters; style,
 * weight and colour of the lines above, below, left and right. Null where Excel does not say.
 */
export type CellLook = readonly (string | number | boolean | null)[];
export const partsOfLook = 24;

const border = { style: true, weight: true, color: true } as const;
const wholeLook = {
  format: {
    font: { name: true, size: true, bold: true, italic: true, underline: true, strikethrough: true, color: true },
    fill: { color: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    textOrientation: true,
    borders: border,
  },
} as const;

/** Cells described at once: about 700 bytes each, where Excel on the web refuses above 5 MB. */
const mostAsked = 4_000;

/** Reads the looks of areas, usually in one round trip; in pieces where there are too many cells. */
export const readLooks = async (
  context: Excel.RequestContext,
  areas: readonly { readonly sheet: Excel.Worksheet; readonly area: Rectangle }[],
  options: RunOptions,
): Promise<readonly StandingLooks[]> => {
  const found = areas.map((area): Found => ({ ...area, palette: new Map(), cells: [], heights: [] }));
  const pieces = found.flatMap((of) => bands(of.area, mostAsked).map((area): Piece => ({ area, of })));
  await sendTrips(context, tripsOf(pieces), options, {
    stage: 'look',
    ask: (trip) => {
      const answers = trip.map(({ area, of }) => {
        const range = rangeOf(of.sheet, area);
        return {
          of,
          cells: range.getCellProperties(wholeLook),
          rows: range.getRowProperties({ format: { rowHeight: true } }),
        };
      });
      return () => {
        for (const { of, cells, rows } of answers) {
          of.cells.push(...cells.value.map((row) => row.map(({ format }) => placeOf(of.palette, lookOf(format)))));
          of.heights.push(...rows.value.map(({ format }) => Number(heightIn(format) ?? 0)));
        }
        return undefined;
      };
    },
    smaller: (trip, refusal) => {
      if (!isTooLarge(refusal)) return undefined;
      const [only, ...more] = trip;
      if (only === undefined) return undefined;
      if (more.length > 0) return trip.map((piece) => [piece]);
      return only.area.top === only.area.bottom
        ? undefined
        : bands(only.area, Math.ceil(cellCount(only.area) / 2)).map((band) => [{ ...only, area: band }]);
    },
  });
  return found.map(({ area, palette, cells, heights }) => ({
    area,
    looks: [...palette.keys()].map((look) => JSON.parse(look) as CellLook),
    cells,
    heights,
  }));
};

/** What is known so far of an area. */
interface Found {
  readonly sheet: Excel.Worksheet;
  readonly area: Rectangle;
  readonly palette: Map<string, number>;
  readonly cells: number[][];
  readonly heights: number[];
}

/** Some rows of it. */
interface Piece {
  readonly area: Rectangle;
  readonly of: Found;
}

const tripsOf = <P extends { readonly area: Rectangle }>(pieces: readonly P[]): readonly (readonly P[])[] => {
  const trips: P[][] = [];
  let room = 0;
  for (const piece of pieces) {
    const count = cellCount(piece.area);
    if (count > room) {
      trips.push([]);
      room = mostAsked;
    }
    trips.at(-1)?.push(piece);
    room -= count;
  }
  return trips;
};

/** The area in pieces of whole rows. */
export const bands = (area: Rectangle, most: number): readonly Rectangle[] => {
  const rows = Math.max(1, Math.floor(most / (area.right - area.left + 1)));
  const pieces: Rectangle[] = [];
  for (let top = area.top; top <= area.bottom; top += rows)
    pieces.push({ ...area, top, bottom: Math.min(area.bottom, top + rows - 1) });
  return pieces;
};

const placeOf = (palette: Map<string, number>, look: CellLook): number => {
  const key = JSON.stringify(look);
  const known = palette.get(key);
  if (known !== undefined) return known;
  palette.set(key, palette.size);
  return palette.size - 1;
};

const heightIn = (format: object | undefined): unknown =>
  format !== undefined && 'rowHeight' in format ? format.rowHeight : undefined;

export const edges = ['top', 'bottom', 'left', 'right'] as const;

const lookOf = (format: Excel.CellPropertiesFormat | undefined): CellLook => {
  const { font, fill, borders } = format ?? {};
  const parts = [
    font?.name, font?.size, font?.bold, font?.italic, font?.underline, font?.strikethrough, font?.color,
    fill?.color,
    format?.horizontalAlignment, format?.verticalAlignment, format?.wrapText, format?.textOrientation,
    ...edges.flatMap((edge) => [borders?.[edge]?.style, borders?.[edge]?.weight, borders?.[edge]?.color]),
  ]; // prettier-ignore
  return parts.map((part) => part ?? null);
};
