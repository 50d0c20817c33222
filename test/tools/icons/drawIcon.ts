import type { Pixels } from './encodePng';

/** A filled shape on a board of 32 × 32, corners in order; later shapes lie on top. */
export interface Shape {
  readonly colour: readonly [red: number, green: number, blue: number];
  readonly corners: readonly (readonly [x: number, y: number])[];
}

const board = 32;
/** So far around every shape the board is white, a pixel at least: on a dark ribbon dark colours would be lost. */
const halo = 1.2;
const white: Shape['colour'] = [255, 255, 255];

/** Draws the shapes with their halo at a size in pixels; what nothing covers is transparent. */
export const drawIcon = (shapes: readonly Shape[], size: number): Pixels => {
  // Each pixel is looked at in several places across and down, so that slanted edges are smooth.
  const samples = size < 64 ? 4 : 2;
  const places = size * samples;
  const seen = topmostAt(shapes, places);
  const around = Array.from({ length: 12 }, (_, step) => {
    const [turn, reach] = [(step / 6) * Math.PI, Math.max(samples, (halo / board) * places)];
    return [Math.round(reach * Math.cos(turn)), Math.round(reach * Math.sin(turn))] as const;
  });
  const colourAt = (column: number, row: number): Shape['colour'] | undefined =>
    seen(column, row)?.colour ?? (around.some(([x, y]) => seen(column + x, row + y) !== undefined) ? white : undefined);
  const rgba = new Uint8Array(size * size * 4);
  for (let at = 0; at < size * size; at += 1) {
    const [column, row] = [(at % size) * samples, Math.floor(at / size) * samples];
    const within = Array.from({ length: samples * samples }, (_, place) =>
      colourAt(column + (place % samples), row + Math.floor(place / samples)),
    );
    rgba.set(pixelOf(within), at * 4);
  }
  return { size, rgba };
};

const pixelOf = (within: readonly (Shape['colour'] | undefined)[]): readonly number[] => {
  const hits = within.filter((colour) => colour !== undefined);
  if (hits.length === 0) return [0, 0, 0, 0];
  const mean = (channel: 0 | 1 | 2): number =>
    Math.round(hits.reduce((sum, colour) => sum + colour[channel], 0) / hits.length);
  return [mean(0), mean(1), mean(2), Math.round((hits.length / within.length) * 255)];
};

/** The topmost shape at each of `places` × `places` places of the board; undefined where there is none, and beyond the edge. */
const topmostAt = (shapes: readonly Shape[], places: number) => {
  const topmost = new Uint8Array(places * places);
  const inPlaces = (length: number): number => (length / board) * places;
  for (const [index, { corners }] of shapes.entries()) {
    const [across, down] = [corners.map(([x]) => inPlaces(x)), corners.map(([, y]) => inPlaces(y))];
    const [left, right] = [
      Math.max(0, Math.floor(Math.min(...across))),
      Math.min(places, Math.ceil(Math.max(...across))),
    ];
    const [top, bottom] = [Math.max(0, Math.floor(Math.min(...down))), Math.min(places, Math.ceil(Math.max(...down)))];
    for (let row = top; row < bottom; row += 1)
      for (let column = left; column < right; column += 1)
        if (isInside(corners, ((column + 0.5) / places) * board, ((row + 0.5) / places) * board))
          topmost[row * places + column] = index + 1;
  }
  return (column: number, row: number): Shape | undefined =>
    column < 0 || row < 0 || column >= places || row >= places
      ? undefined
      : shapes[(topmost[row * places + column] ?? 0) - 1];
};

/** Crossing an odd number of edges on the way out means inside. */
const isInside = (corners: Shape['corners'], x: number, y: number): boolean => {
  let inside = false;
  for (let at = 0, before = corners.length - 1; at < corners.length; before = at, at += 1) {
    const [x1, y1] = corners[at] ?? [0, 0];
    const [x2, y2] = corners[before] ?? [0, 0];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
};
