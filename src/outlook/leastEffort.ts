import { at, float64At, groupedBy } from '../kernel';
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
}

type Purses = Readonly<Record<PurseName, OpenPurse>>;

const pursesOf = (choices: readonly Choice[]): Purses => {
  const by = groupedBy(choices, ({ purse }) => purse);
  const named = (purse: PurseName): OpenPurse => openPurse(by.get(purse) ?? []);
  return { promotion: named('promotion'), support: named('support'), both: named('both') };
};

const openPurse = (choices: readonly Choice[]): OpenPurse => ({ ...fillPurse(choices), choices });

/** Another set without more in it lacks one of these criteria: the one without which the goal costs least. */
const cheapestToLeave = (purses: Purses, needed: Needed, { criteria }: Plan): number | undefined => {
  let least = Infinity;
  let found: number | undefined;
  for (const grant of purseNames) {
    const { choices } = purses[grant];
    const without = costsWithoutEach(choices);
    for (const [place, { ways }] of choices.entries()) {
      for (const criterion of criteria.filter((one) => ways.some((way) => way.criteria.includes(one)))) {
        const costs = withChoice(at(without, place), lacking(ways, criterion));
        const { cost } = cheapestGain({ ...purses, [grant]: { ...purses[grant], costs } }, needed, least);
        if (cost < least) [least, found] = [cost, criterion];
      }
    }
  }
  return found;
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
  for (let own = 0; own <= promotion.most; own += 1) {
    if (float64At(promotion.costs, own) === Infinity) continue;
    for (let shared = 0; shared < width; shared += 1) {
      // Common goals come in steps of five: most sums cannot be.
      if (float64At(both.costs, shared) === Infinity) continue;
      let most = at(last, shared);
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
  const { gained } = cheapestGain(purses, needed);
  if (gained === undefined) return undefined;
  return planOf(
    purseNames.flatMap((name) => purses[name].waysFor(gained[name])),
    gained,
  );
};

interface CheapestGain {
  /** Infinity where nothing reaches the goal. */
  readonly cost: number;
  readonly gained: Gained | undefined;
}

const cheapestGain = (
  { promotion, support, both }: Readonly<Record<PurseName, Pick<Purse, 'costs' | 'most'>>>,
  { width, support: needed }: Needed,
  below = Infinity,
): CheapestGain => {
  const atLeast = cheapestFrom(support);
  let least = below;
  let gained: Gained | undefined;
  for (let own = 0; own <= promotion.most; own += 1) {
    const first = float64At(promotion.costs, own);
    if (first >= least) continue;
    for (let shared = 0; shared <= both.most; shared += 1) {
      const second = float64At(both.costs, shared);
      if (first + second >= least) continue;
      const wanted = at(needed, own * width + shared);
      if (wanted < 0 || wanted > support.most) continue;
      const third = at(atLeast, wanted);
      const cost = first + second + float64At(support.costs, third);
      if (cost >= least) continue;
      least = cost;
      gained = { promotion: own, support: third, both: shared };
    }
  }
  return { cost: gained === undefined ? Infinity : least, gained };
};

/** For so many points or more: the number of points that costs least. */
const cheapestFrom = ({ costs, most }: Pick<Purse, 'costs' | 'most'>): readonly number[] => {
  const places: number[] = Array.from({ length: most + 1 }, () => most);
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
