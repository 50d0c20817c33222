import type { Pixels } from './encodePng';

/** A filled shape on a board of 32 × 32, corners in order; later shapes lie on top. */
export interface Shape {
  readonly colour: readonly [red: number, green: number, blue: number];
  readonly corners: readonly (readonly [x: number, y: number])[];
}

const board = 32;
/** Each pixel is looked at in this many places across and down, so that slanted edges are smooth. */
const samples = 4;

/** Draws the shapes at a size in pixels; what nothing covers is transparent. */
export const drawIcon = (shapes: readonly Shape[], size: number): Pixels => {
  const rgba = new Uint8Array(size * size * 4);
  for (let at = 0; at < size * size; at += 1) {
    rgba.set(pixelAt(shapes, at % size, Math.floor(at / size), board / size), at * 4);
  }
  return { size, rgba };
};

const pixelAt = (shapes: readonly Shape[], column: number, row: number, scale: number): readonly number[] => {
  const places = Array.from({ length: samples * samples }, (_, place) => [
    (column + ((place % samples) + 0.5) / samples) * scale,
    (row + (Math.floor(place / samples) + 0.5) / samples) * scale,
  ]);
  const hits = places.flatMap(([x = 0, y = 0]) => shapes.findLast(({ corners }) => isInside(corners, x, y)) ?? []);
  if (hits.length === 0) return [0, 0, 0, 0];
  const mean = (channel: 0 | 1 | 2): number =>
    Math.round(hits.reduce((sum, { colour }) => sum + colour[channel], 0) / hits.length);
  return [mean(0), mean(1), mean(2), Math.round((hits.length / places.length) * 255)];
};

/** Crossing an odd number of edges on the way out means inside. */
const isInside = (corners: Shape['corners'], x: number, y: number): boolean => {
  let inside = false;
  for (const [index, [x1, y1]] of corners.entries()) {
    const [x2, y2] = corners.at(index - 1) ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
};
