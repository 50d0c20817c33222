import { at, float64At, groupedBy } from '../kernel';
import type { Choice, PurseName, Way } from './choices';
import { fillPurse, type Purse } from './purse';

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
  // Another set without more in it lacks one of these criteria.
  const others = best.criteria.flatMap((left) => cheapestOf(withoutCriterion(purses, left), needed) ?? []);
  return { best, runnerUp: others.reduce<Plan | undefined>((first, one) => betterOf(first, one), undefined) };
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

/** The purses when one criterion may not be met: only the one that holds it is filled again. */
const withoutCriterion = (purses: Purses, criterion: number): Purses => {
  const holds = ({ ways }: Choice): boolean => ways.some(({ criteria }) => criteria.includes(criterion));
  const [grant] = (['promotion', 'support', 'both'] as const).filter((one) => purses[one].choices.some(holds));
  if (grant === undefined) throw new RangeError(`withoutCriterion: no choice has criterion ${criterion}`);
  const choices = purses[grant].choices.flatMap((choice): readonly Choice[] => {
    const ways = choice.ways.filter(({ criteria }) => !criteria.includes(criterion));
    return ways.length === 0 ? [] : [{ ...choice, ways }];
  });
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
  for (let own = 0; own <= promotion.most; own += 1) {
    // More of the common goals never needs more of support.
    let most = support.most;
    for (let shared = 0; shared < width; shared += 1) {
      if (!reaches({ promotion: own, support: most, both: shared })) continue;
      while (most > 0 && reaches({ promotion: own, support: most - 1, both: shared })) most -= 1;
      needed[own * width + shared] = most;
    }
  }
  return { width, support: needed };
};

const cheapestOf = ({ promotion, support, both }: Purses, { width, support: needed }: Needed): Plan | undefined => {
  const atLeast = cheapestFrom(support);
  let least = Infinity;
  let found: Gained | undefined;
  for (let own = 0; own <= promotion.most; own += 1) {
    const first = float64At(promotion.costs, own);
    if (first >= least) continue;
    for (let shared = 0; shared <= both.most; shared += 1) {
      const wanted = at(needed, own * width + shared);
      if (wanted < 0 || wanted > support.most) continue;
      const third = at(atLeast, wanted);
      const cost = first + float64At(both.costs, shared) + float64At(support.costs, third);
      if (cost >= least) continue;
      least = cost;
      found = { promotion: own, support: third, both: shared };
    }
  }
  if (found === undefined) return undefined;
  return planOf(
    [...promotion.waysFor(found.promotion), ...support.waysFor(found.support), ...both.waysFor(found.both)],
    found,
  );
};

/** For so many points or more: the number of points that costs least. */
const cheapestFrom = ({ costs, most }: Purse): readonly number[] => {
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

const betterOf = (one: Plan | undefined, other: Plan): Plan =>
  one === undefined ||
  other.effort < one.effort ||
  (other.effort === one.effort && other.criteria.length < one.criteria.length)
    ? other
    : one;
