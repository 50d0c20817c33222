import type { YenRange } from '../../allocation';
import { standpointOf, type MunicipalityResult, type ScoredResults } from '../../evaluation';
import {
  marginalValues,
  nothingTold,
  outcomeOf,
  planOutcome,
  pursue,
  readGoal,
  type Outcome,
  type PlanOutcome,
  type Standpoint,
} from '../../outlook';
import type { Problem } from '../../problems';
import { indicatorNotation } from '../../schemes';

/** What もしも works with: the standpoint, and every unmet criterion with what it is worth. */
export interface TrialDesk {
  readonly standpoint: Standpoint;
  readonly before: Outcome;
  /** Most of the nation × points first. */
  readonly rows: readonly TrialRow[];
}

export interface TrialRow {
  readonly index: number;
  /** 推進Ⅲ体制1 */
  readonly name: string;
  readonly branch: string;
  readonly title: string;
  /** What the total gains at least. */
  readonly points: number;
  /** The part of all municipalities that have it; null where nobody knows. */
  readonly share: number | null;
  readonly yen: YenRange | null;
  /** Wider steps of the same figure, which come with it. */
  readonly needs: readonly number[];
}

export const trialDesk = (results: ScoredResults, town: MunicipalityResult): TrialDesk => {
  const standpoint = standpointOf(results, town);
  const before = outcomeOf(standpoint, standpoint.states);
  const rows = marginalValues(standpoint, before).map(({ entry, gain, share, needs }): TrialRow => ({
    index: entry.index,
    name: indicatorNotation(entry.indicator),
    branch: entry.criterion.label,
    title: entry.indicator.name,
    points: gain.points.least,
    share,
    yen: gain.yen,
    needs: needs.map(({ index }) => index),
  }));
  const weight = ({ share, points }: TrialRow): number => (share ?? 0) * points;
  return { standpoint, before, rows: rows.toSorted((one, other) => weight(other) - weight(one)) };
};

/** What the criteria on trial come to; one call a tick. */
export const planFor = ({ standpoint, before }: TrialDesk, trial: ReadonlySet<number>): PlanOutcome =>
  planOutcome(standpoint, { name: '', changes: new Map([...trial].map((index) => [index, 'met'] as const)) }, before);

/** The least work that reaches a goal in words; undefined with the reason where the goal cannot be read or told. */
export const seekPlan = (
  { standpoint, before }: TrialDesk,
  text: string,
): { readonly criteria: readonly number[] | undefined; readonly problems: readonly Problem[] } => {
  const goal = readGoal(text);
  const found = goal.ok ? pursue(standpoint, goal.value, nothingTold, before) : goal;
  return found.ok
    ? { criteria: found.value.plan.criteria, problems: found.value.problems }
    : { criteria: undefined, problems: found.problems };
};

/** Round places a chief asks about. */
const roundPlaces = [
  1, 3, 5, 10, 20, 50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100, 1200, 1300, 1400, 1500, 1600, 1700,
];
const mostPoints = 60;

/** How many points more would be sure to bring the next two round places: 「あと3点で全国10位」. */
export const nextPlaces = (
  { standpoint: { ranks } }: TrialDesk,
  { points: { total } }: Outcome,
): readonly { readonly points: number; readonly rank: number }[] => {
  const now = ranks.national({ least: total.least, most: total.least });
  if (now === null) return [];
  const found: { points: number; rank: number }[] = [];
  let nearest = now.high;
  for (let more = 1; more <= mostPoints && found.length < 2; more++) {
    const then = ranks.national({ least: total.least + more, most: total.least + more });
    if (then === null) break;
    const rank = roundPlaces.find((place) => then.high <= place);
    if (rank === undefined || rank >= nearest) continue;
    found.push({ points: more, rank });
    nearest = rank;
  }
  return found;
};
