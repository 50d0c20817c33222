import { sumYen } from '../kernel';
import { ok, outlookProblem, refuse, type Problem, type Result } from '../problems';
import type { RankBand } from '../rank';
import { grants } from '../schemes';
import { openChoices } from './choices';
import type { ToldEffort } from './effort';
import type { Goal } from './goal';
import { leastEffort, mostEffort, type Gained, type Plan, type Reaches } from './leastEffort';
import { withMet } from './marginal';
import { gainOf, outcomeOf, type Gain, type Outcome } from './outcome';
import { projectionOf, type Projection } from './projection';
import type { MoneyView, RankView, Standpoint } from './standpoint';

/** How a goal is reached with the least work. */
export interface Pursuit {
  readonly goal: Goal;
  /** False where nothing reaches it: then the plan is all that can be done. */
  readonly reached: boolean;
  readonly plan: Plan;
  /** What the plan comes to, and what that is more than today. */
  readonly after: Outcome;
  readonly gain: Gain;
  /** The next best set that is not this one with more in it; undefined where there is none, or the goal is not reached. */
  readonly runnerUp: Plan | undefined;
  /** That it is met already, or out of reach. */
  readonly problems: readonly Problem[];
}

/**
 * Seeks the set of criteria that reaches a goal with the least work. Refused where a rank or an amount is asked for that
 * nothing at hand tells. Open answers count as no: a plan must not lean on them.
 */
export const pursue = (
  standpoint: Standpoint,
  goal: Goal,
  told: ToldEffort,
  before = outcomeOf(standpoint, standpoint.states),
): Result<Pursuit> => {
  const project = projectionOf(standpoint);
  const reaching = reachingOf(standpoint, goal, project);
  if (!reaching.ok) return reaching;
  const reaches = reaching.value;
  const choices = openChoices(standpoint, told);
  const pursuit = (reached: boolean, plan: Plan, runnerUp: Plan | undefined, problems: readonly Problem[]): Pursuit => {
    const after = outcomeOf(standpoint, withMet(standpoint.states, plan.criteria));
    return { goal, reached, plan, after, gain: gainOf(standpoint, before, after), runnerUp, problems };
  };
  if (reaches(nothing)) {
    const met = outlookProblem('goal-met', { found: goal.text });
    return ok(pursuit(true, { criteria: [], effort: 0, gained: nothing }, undefined, [met]));
  }
  const found = leastEffort(choices, reaches);
  if (found !== undefined) return ok(pursuit(true, found.best, found.runnerUp, []));
  const most = mostEffort(choices);
  const expected = `${project(most.gained).total}点`;
  return ok(pursuit(false, most, undefined, [outlookProblem('goal-out-of-reach', { found: goal.text, expected })]));
};

const nothing: Gained = { promotion: 0, support: 0, both: 0 };

const reachingOf = ({ ranks, money }: Standpoint, goal: Goal, project: Projection): Result<Reaches> => {
  const now = project(nothing);
  switch (goal.kind) {
    case 'points':
    case 'more-points': {
      const place = goal.grant ?? 'total';
      const wanted = goal.points + (goal.kind === 'points' ? 0 : now[place]);
      return ok((gained) => project(gained)[place] >= wanted);
    }
    case 'rank': {
      const place = goal.grant ?? 'total';
      const rankAt = rankView(ranks, goal);
      const known = rankAt(now[place]);
      if (known === null || known.basis === 'none')
        return refuse(outlookProblem('goal-without-ranks', { found: goal.text }));
      const isReached = remembered((points) => (rankAt(points)?.high ?? Infinity) <= goal.rank);
      return ok((gained) => isReached(project(gained)[place]));
    }
    case 'more-yen': {
      if (money === undefined) return refuse(outlookProblem('goal-without-money', { found: goal.text }));
      return ok(bringsYen(money, project, now, goal.yen));
    }
  }
};

const rankView =
  (ranks: RankView, { among, grant }: Extract<Goal, { readonly kind: 'rank' }>) =>
  (points: number): RankBand | null => {
    const range = { least: points, most: points };
    if (grant !== undefined) return among === 'national' ? ranks.grant(grant, range) : null;
    return ranks[among](range);
  };

/** Yen are certain to come only as far as the lower end of their band goes. */
const bringsYen = (money: MoneyView, project: Projection, now: ReturnType<Projection>, wanted: bigint): Reaches => {
  const [promotion, support] = grants.map((grant) => remembered((points) => money.gain(grant, now[grant], points).low));
  if (promotion === undefined || support === undefined) throw new RangeError('bringsYen: two grants');
  return (gained) => {
    const points = project(gained);
    return sumYen([promotion(points.promotion), support(points.support)]) >= wanted;
  };
};

/** A goal is asked of many thousand gains, but there are only some hundred points. */
const remembered = <Value>(of: (points: number) => Value): ((points: number) => Value) => {
  const known = new Map<number, Value>();
  return (points) => {
    const before = known.get(points);
    if (before !== undefined) return before;
    const value = of(points);
    known.set(points, value);
    return value;
  };
};
