import type { Pixels } from './encodePng';

/** A filled shape on a board of 32 × 32, corners in order; later shapes lie on top. */
export interface Shape {
  readonly colour: readonly [red: number, green: number, blue: number];
  readonly corners: readonly (readonly [x: number, y: number])[];
}

const board = 32;
/** Each pixel is looked at in this many places across and down, so that slanted edges are smooth. */
const samples = 4;

/** A shape with the edges of its box, outside of which no place needs to be looked at. */
interface BoxedShape extends Shape {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Draws the shapes at a size in pixels; what nothing covers is transparent. */
export const drawIcon = (shapes: readonly Shape[], size: number): Pixels => {
  const boxed = shapes.map(boxedShape);
  const rgba = new Uint8Array(size * size * 4);
  for (let at = 0; at < size * size; at += 1) {
    rgba.set(pixelAt(boxed, at % size, Math.floor(at / size), board / size), at * 4);
  }
  return { size, rgba };
};

const boxedShape = (shape: Shape): BoxedShape => {
  const [across, down] = [shape.corners.map(([x]) => x), shape.corners.map(([, y]) => y)];
  return {
    ...shape,
    left: Math.min(...across),
    top: Math.min(...down),
    right: Math.max(...across),
    bottom: Math.max(...down),
  };
};

const pixelAt = (shapes: readonly BoxedShape[], column: number, row: number, scale: number): readonly number[] => {
  const [left, top, right, bottom] = [column * scale, row * scale, (column + 1) * scale, (row + 1) * scale];
  // The topmost last; only those whose box reaches this pixel.
  const near = shapes.filter(
    (shape) => shape.right >= left && shape.left <= right && shape.bottom >= top && shape.top <= bottom,
  );
  if (near.length === 0) return [0, 0, 0, 0];
  const places = Array.from({ length: samples * samples }, (_, place) => [
    (column + ((place % samples) + 0.5) / samples) * scale,
    (row + (Math.floor(place / samples) + 0.5) / samples) * scale,
  ]);
  const hits = places.flatMap(([x = 0, y = 0]) => near.findLast(({ corners }) => isInside(corners, x, y)) ?? []);
  if (hits.length === 0) return [0, 0, 0, 0];
  const mean = (channel: 0 | 1 | 2): number =>
    Math.round(hits.reduce((sum, { colour }) => sum + colour[channel], 0) / hits.length);
  return [mean(0), mean(1), mean(2), Math.round((hits.length / places.length) * 255)];
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
