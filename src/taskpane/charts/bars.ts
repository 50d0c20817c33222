import type { MunicipalityResult, Results } from '../../evaluation';
import { figuresOf, goalNameOf, goalNumeral, grants, type Grant, type GrantOrCommon } from '../../schemes';

/** One bar of the result: a goal, or a whole grant. Shares are of the maximum, 0 to 1. */
export interface GoalBar {
  readonly key: string;
  readonly grant: GrantOrCommon;
  /** Ⅰ … Ⅳ; absent for a whole grant. */
  readonly numeral: string | undefined;
  /** The goal's name; empty for a whole grant. */
  readonly name: string;
  readonly points: number;
  /** With all open answers met. */
  readonly most: number;
  readonly max: number;
  /** The national mean, with one decimal as published; absent where it is not known. */
  readonly mean: string | undefined;
  readonly pointsShare: number;
  readonly mostShare: number;
  readonly meanShare: number | undefined;
}

/** The bars by goal, and those of the two grants, in the order of the scheme. */
export const goalBars = (
  results: Results,
  { blocks }: MunicipalityResult,
): { readonly goals: readonly GoalBar[]; readonly grants: readonly (GoalBar & { readonly grant: Grant })[] } => {
  const bars = blocks.flatMap(({ block, points, most }) => {
    const { key, grant, goal, group, maxPoints } = block;
    if (group !== null || grant === null) return [];
    const mean = figuresOf(results.national, block)?.mean;
    return {
      key,
      grant,
      goal,

      numeral: goal === null ? undefined : goalNumeral(goal),
      name: goalNameOf(results.scheme, block),
      points,
      most,
      max: maxPoints,
      mean: mean?.toFixed(1),
      pointsShare: points / maxPoints,
      mostShare: most / maxPoints,
      meanShare: mean === undefined ? undefined : mean / maxPoints,
    };
  });
  return {
    goals: bars.filter(({ goal }) => goal !== null),
    grants: grants.flatMap((grant) =>
      bars.filter((bar) => bar.goal === null && bar.grant === grant).map((bar) => ({ ...bar, grant })),
    ),
  };
};

/** Where the parts of a bar lie, in units of its own picture. */
interface BarGeometry {
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
