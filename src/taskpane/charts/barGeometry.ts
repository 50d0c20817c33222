import type { GoalBar } from './goalBars';

/** Where the parts of a bar lie, in units of its own picture. */
export interface BarGeometry {
  readonly width: number;
  readonly height: number;
  readonly points: number;
  readonly most: number;
  readonly mean: number | undefined;
}

const width = 300;
const height = 16;

/** The geometry of one bar; the picture is stretched to the width there is. */
export const barGeometry = ({ pointsShare, mostShare, meanShare }: GoalBar): BarGeometry => ({
  width,
  height,
  points: pointsShare * width,
  most: mostShare * width,
  mean: meanShare === undefined ? undefined : meanShare * width,
});
