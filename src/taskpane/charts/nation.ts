import { at } from '../../kernel';
import type { PointsRange } from '../../outlook';
import type { PointsStep } from '../../rank';

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

/** Points a bar; wider where only published pairs of points and rank are known. */
export const stepOfNation = 25;

/** Counts the totals of the nation by steps of 25 points; the last takes in the full marks. */
export const evenSteps = (totals: readonly number[], maxPoints: number): readonly PointsStep[] => {
  const counts = Array.from({ length: Math.ceil(maxPoints / stepOfNation) }, () => 0);
  for (const total of totals) {
    const place = Math.min(counts.length - 1, Math.floor(total / stepOfNation));
    counts[place] = at(counts, place) + 1;
  }
  return counts.map((count, place) => ({ from: place * stepOfNation, to: (place + 1) * stepOfNation, count }));
};

/** Places the steps, the own range, the mean and last year; the area of a bar is its municipalities, for steps may be uneven. */
export const nationGeometry = (
  steps: readonly PointsStep[],
  maxPoints: number,
  own: PointsRange,
  mean: number,
  before: number | undefined,
): NationGeometry => {
  const density = ({ from, to, count }: PointsStep): number => count / (to - from);
  const most = Math.max(...steps.map(density)) || 1;
  const x = (points: number): number => (Math.min(points, maxPoints) / maxPoints) * width;
  return {
    width,
    height,
    bars: steps.map((step) => {
      const tall = (density(step) / most) * height;
      const wide = x(step.to) - x(step.from);
      return { x: x(step.from) + 0.5, y: height - tall, width: Math.max(0.5, wide - 1), height: tall };
    }),
    own: { from: x(own.least), to: x(own.most) },
    mean: x(mean),
    before: before === undefined ? undefined : x(before),
  };
};
