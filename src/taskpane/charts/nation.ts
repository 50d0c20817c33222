import { at } from '../../kernel';
import type { PointsRange } from '../../outlook';

/** The national distribution as the frame of the own points, in the units of its picture. */
export interface NationGeometry {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
  /** From the fewest points to the most; a line where both are one. */
  readonly own: { readonly from: number; readonly to: number };
  readonly mean: number;
  /** Last year's points; undefined where they are not known or of another maximum. */
  readonly before: number | undefined;
}

const [width, height] = [318, 44];
/** Points a bar. */
const step = 25;

/** Counts the totals of the nation by steps of 25 points and places the own range, the mean and last year among them. */
export const nationGeometry = (
  totals: readonly number[],
  maxPoints: number,
  own: PointsRange,
  mean: number,
  before: number | undefined,
): NationGeometry => {
  const counts = Array.from({ length: Math.ceil(maxPoints / step) }, () => 0);
  for (const total of totals) {
    const place = Math.min(counts.length - 1, Math.floor(total / step));
    counts[place] = at(counts, place) + 1;
  }
  const most = Math.max(1, ...counts);
  const x = (points: number): number => (Math.min(points, maxPoints) / maxPoints) * width;
  return {
    width,
    height,
    bars: counts.map((count, place) => {
      const tall = (count / most) * height;
      return { x: x(place * step) + 0.5, y: height - tall, width: x(step) - 1, height: tall };
    }),
    own: { from: x(own.least), to: x(own.most) },
    mean: x(mean),
    before: before === undefined ? undefined : x(before),
  };
};
