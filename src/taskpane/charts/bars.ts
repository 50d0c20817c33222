import { lastYearKept, type MunicipalityResult, type Results } from '../../evaluation';
import { figuresOf, goalNameOf, goalNumeral, grants, type Block, type Grant, type GrantOrCommon } from '../../schemes';
import { toldGoals, type GoalOfYear } from '../../years';

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
  /** Last year's points, where they are known or told; a range while its answers are open. */
  readonly lastYear: GoalOfYear | undefined;
  readonly pointsShare: number;
  readonly mostShare: number;
  readonly meanShare: number | undefined;
  /** Of last year's own maximum, from the fewest points to the most. */
  readonly lastYearShares: readonly number[];
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
    const last = lastYearOf(results, block);
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
      lastYear: last,
      pointsShare: points / maxPoints,
      mostShare: most / maxPoints,
      meanShare: mean === undefined ? undefined : mean / maxPoints,
      lastYearShares: last === undefined ? [] : [last.points / last.maxPoints, last.most / last.maxPoints],
    };
  });
  return {
    goals: bars.filter(({ goal }) => goal !== null),
    grants: grants.flatMap((grant) =>
      bars.filter((bar) => bar.goal === null && bar.grant === grant).map((bar) => ({ ...bar, grant })),
    ),
  };
};

/** From last year's answers where they are in hand, else as a person told it; of the one municipality alone. */
const lastYearOf = (results: Results, { key, grant, goal }: Block): GoalOfYear | undefined => {
  const before = lastYearKept(results)?.own.blocks.find(({ block }) => block.key === key);
  if (before !== undefined) return { ...before, maxPoints: before.block.maxPoints };
  const { own, settings } = results.money;
  if (own === undefined || settings === undefined) return undefined;
  if (goal !== null) return toldGoals(settings).get(key);
  const told = own.comparison?.points.find(({ row }) => row === grant)?.before;
  return told && { points: told.points.value, most: told.points.value, maxPoints: told.maxPoints.value };
};

/** Where the parts of a bar lie, in units of its own picture. */
interface BarGeometry {
  readonly width: number;
  readonly height: number;
  readonly points: number;
  readonly most: number;
  readonly mean: number | undefined;
  /** One place, or the ends of a range. */
  readonly lastYear: readonly number[];
}

const width = 300;
const height = 16;

/** The geometry of one bar; the picture is stretched to the width there is. */
export const barGeometry = ({ pointsShare, mostShare, meanShare, lastYearShares }: GoalBar): BarGeometry => ({
  width,
  height,
  points: pointsShare * width,
  most: mostShare * width,
  mean: meanShare === undefined ? undefined : meanShare * width,
  lastYear: [...new Set(lastYearShares)].map((share) => share * width),
});
