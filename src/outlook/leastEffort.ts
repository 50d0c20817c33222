import { at, float64At, groupedBy, int16At } from '../kernel';
import type { Choice, PurseName, Way } from './choices';
import { costsWithoutEach, fillPurse, withChoice, type Purse } from './purse';

/** Points gained by one's own answers: in each grant without the common goals, and in these once. */
export type Gained = Readonly<Record<PurseName, number>>;

/** Whether gains reach a goal. More points never undo it. */
export type Reaches = (gained: Gained) => boolean;

/** Criteria that reach a goal. */
export interface Plan {
  /** Ascending. */
  readonly criteria: readonly number[];
  readonly effort: number;
  readonly gained: Gained;
}

/**
 * The set of criteria that reaches a goal with the least work, and the next best that is not the same with more in it;
 * undefined where nothing reaches it. Exact: three knapsacks, for points count in one grant, in the other, or in both, and for
 * each pair of gains the least third one that reaches the goal. No other set of less work exists.
 */
export const leastEffort = (
  choices: readonly Choice[],
  reaches: Reaches,
): { readonly best: Plan; readonly runnerUp: Plan | undefined } | undefined => {
  const purses = pursesOf(choices);
  const needed = neededSupport(purses, reaches);
  const best = cheapestOf(purses, needed);
  if (best === undefined) return undefined;
  const left = cheapestToLeave(purses, needed, best);
  return { best, runnerUp: left === undefined ? undefined : cheapestOf(withoutCriterion(purses, left), needed) };
};

/** Everything that can be done, by the ways that bring most: the most that can be reached. */
export const mostEffort = (choices: readonly Choice[]): Plan => {
  const ways = choices.map(({ purse, ways: its }) => ({
    purse,
    way: its.reduce((most, way) => (way.points > most.points ? way : most)),
  }));
  const sumOf = (purse: PurseName): number =>
    ways.reduce((sum, one) => sum + (one.purse === purse ? one.way.points : 0), 0);
  return planOf(
    ways.map(({ way }) => way),
    { promotion: sumOf('promotion'), support: sumOf('support'), both: sumOf('both') },
  );
};

const purseNames: readonly PurseName[] = ['promotion', 'support', 'both'];

interface OpenPurse extends Purse {
  readonly choices: readonly Choice[];
  /** The points that can be had at all, ascending: common goals come in steps of five, most sums cannot be. */
  readonly reachable: readonly number[];
}

type Purses = Readonly<Record<PurseName, OpenPurse>>;

const pursesOf = (choices: readonly Choice[]): Purses => {
  const by = groupedBy(choices, ({ purse }) => purse);
  const named = (purse: PurseName): OpenPurse => openPurse(by.get(purse) ?? []);
  return { promotion: named('promotion'), support: named('support'), both: named('both') };
};

const openPurse = (choices: readonly Choice[]): OpenPurse => {
  const purse = fillPurse(choices);
  const reachable = [...purse.costs.keys()].filter((points) => float64At(purse.costs, points) < Infinity);
  return { ...purse, choices, reachable };
};

/** Another set without more in it lacks one of these criteria: the one without which the goal costs least. */
const cheapestToLeave = (purses: Purses, needed: Needed, { criteria }: Plan): number | undefined => {
  let least = Infinity;
  let found: number | undefined;
  for (const purse of purseNames) {
    const { choices } = purses[purse];
    const planned = choices.map(({ ways }) => criteria.filter((one) => ways.some((way) => way.criteria.includes(one))));
    const places = [...planned.keys()].filter((place) => at(planned, place).length > 0);
    if (places.length === 0) continue;
    const beside = costsBeside(purses, needed, purse);
    for (const [place, costs] of costsWithoutEach(choices, places)) {
      for (const criterion of at(planned, place)) {
        const cost = leastSum(withChoice(costs, lacking(at(choices, place).ways, criterion)), beside);
        if (cost < least) [least, found] = [cost, criterion];
      }
    }
  }
  return found;
};

/** For each number of points of one purse: the least that the other two must add for the goal. */
const costsBeside = ({ promotion, support, both }: Purses, needed: Needed, purse: PurseName): Float64Array => {
  const most = { promotion, support, both }[purse].most;
  const beside = new Float64Array(most + 1).fill(Infinity);
  const atLeast = cheapestFrom(support);
  for (let own = 0; own <= promotion.most; own += 1) {
    const first = float64At(promotion.costs, own);
    if (first === Infinity) continue;
    for (const shared of both.reachable) {
      const second = float64At(both.costs, shared);
      const wanted = int16At(needed.support, own * needed.width + shared);
      if (wanted < 0) continue;
      const third = float64At(support.costs, int16At(atLeast, wanted));
      const [place, cost] =
        purse === 'promotion'
          ? [own, second + third]
          : purse === 'both'
            ? [shared, first + third]
            : [wanted, first + second];
      if (cost < float64At(beside, place)) beside[place] = cost;
    }
  }
  // More points than are wanted will do as well.
  for (let points = 1; points <= most; points += 1)
    beside[points] = Math.min(float64At(beside, points), float64At(beside, points - 1));
  return beside;
};

const leastSum = (costs: Float64Array, beside: Float64Array): number => {
  let least = Infinity;
  for (let points = 0; points < costs.length; points += 1)
    least = Math.min(least, float64At(costs, points) + float64At(beside, points));
  return least;
};

const lacking = (ways: readonly Way[], criterion: number): readonly Way[] =>
  ways.filter(({ criteria }) => !criteria.includes(criterion));

/** The purses when one criterion may not be met: only the one that holds it is filled again. */
const withoutCriterion = (purses: Purses, criterion: number): Purses => {
  const holds = ({ ways }: Choice): boolean => ways.some(({ criteria }) => criteria.includes(criterion));
  const grant = purseNames.find((one) => purses[one].choices.some(holds));
  if (grant === undefined) throw new RangeError(`withoutCriterion: no choice has criterion ${criterion}`);
  const choices = purses[grant].choices
    .map((choice) => ({ ...choice, ways: lacking(choice.ways, criterion) }))
    .filter(({ ways }) => ways.length > 0);
  return { ...purses, [grant]: openPurse(choices) };
};

/** For every gain of promotion and of the common goals the least gain of support that reaches the goal; −1 = none does. */
interface Needed {
  readonly width: number;
  readonly support: Int16Array;
}

const neededSupport = ({ promotion, support, both }: Purses, reaches: Reaches): Needed => {
  const width = both.most + 1;
  const needed = new Int16Array((promotion.most + 1) * width).fill(-1);
  // More of promotion never needs more of support: each search begins where the last one ended.
  const last = new Int16Array(width).fill(-1);
  for (const own of promotion.reachable) {
    for (const shared of both.reachable) {
      let most = int16At(last, shared);
      if (most < 0 && reaches({ promotion: own, support: support.most, both: shared })) most = support.most;
      if (most < 0) continue;
      while (most > 0 && reaches({ promotion: own, support: most - 1, both: shared })) most -= 1;
      last[shared] = most;
      needed[own * width + shared] = most;
    }
  }
  return { width, support: needed };
};

const cheapestOf = (purses: Purses, needed: Needed): Plan | undefined => {
  const gained = cheapestGain(purses, needed);
  if (gained === undefined) return undefined;
  return planOf(
    purseNames.flatMap((name) => purses[name].waysFor(gained[name])),
    gained,
  );
};

/** The gains that reach the goal at the least cost; undefined where none do. */
const cheapestGain = ({ promotion, support, both }: Purses, { width, support: needed }: Needed): Gained | undefined => {
  const atLeast = cheapestFrom(support);
  let least = Infinity;
  let gained: Gained | undefined;
  for (const own of promotion.reachable) {
    const first = float64At(promotion.costs, own);
    if (first >= least) continue;
    for (const shared of both.reachable) {
      const second = float64At(both.costs, shared);
      if (first + second >= least) continue;
      const wanted = int16At(needed, own * width + shared);
      if (wanted < 0 || wanted > support.most) continue;
      const third = int16At(atLeast, wanted);
      const cost = first + second + float64At(support.costs, third);
      if (cost >= least) continue;
      least = cost;
      gained = { promotion: own, support: third, both: shared };
    }
  }
  return gained;
};

/** For so many points or more: the number of points that costs least. */
const cheapestFrom = ({ costs, most }: Pick<Purse, 'costs' | 'most'>): Int16Array => {
  const places = new Int16Array(most + 1);
  let best = most;
  for (let points = most; points >= 0; points -= 1) {
    if (float64At(costs, points) <= float64At(costs, best)) best = points;
    places[points] = best;
  }
  return places;
};

const planOf = (ways: readonly Way[], gained: Gained): Plan => ({
  criteria: ways.flatMap(({ criteria }) => criteria).toSorted((one, other) => one - other),
  effort: ways.reduce((sum, { effort }) => sum + effort, 0),
  gained,
});
