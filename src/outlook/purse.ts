import { at, float64At } from '../kernel';
import type { Choice, Way } from './choices';

/** The least work for each number of points out of some choices, and how it is reached. */
export interface Purse {
  /** The most points there are. */
  readonly most: number;
  /** Work and criteria for exactly so many points, as one number (see `costOf`); Infinity where none adds up to them. */
  readonly costs: Float64Array;
  /** The ways that bring exactly so many points at that cost. */
  readonly waysFor: (points: number) => readonly Way[];
}

/**
 * Fills a knapsack of which each choice is taken at most once: exact, for points are small whole numbers. Work counts in
 * thousandths; of equal work the fewer criteria win.
 */
export const fillPurse = (choices: readonly Choice[]): Purse => {
  const most = mostPoints(choices);
  const taken: Int16Array[] = [];
  let costs = emptyPurse(most);
  for (const { ways } of choices) {
    const chosen = new Int16Array(most + 1).fill(-1);
    costs = withChoice(costs, ways, chosen);
    taken.push(chosen);
  }
  return { most, costs, waysFor: (points) => unpacked(choices, taken, points) };
};

/**
 * The costs when one choice is left out, for each of these places: what stays is filled in first, and halves of the rest by
 * turns, so that k of n take n + k·log k choices instead of k·n.
 */
export const costsWithoutEach = (
  choices: readonly Choice[],
  places: readonly number[],
): ReadonlyMap<number, Float64Array> => {
  const without = new Map<number, Float64Array>();
  const leftOut = new Set(places);
  const filled = (costs: Float64Array, from: readonly number[]): Float64Array =>
    from.reduce((before, place) => withChoice(before, at(choices, place).ways), costs);
  const split = (costs: Float64Array, among: readonly number[]): void => {
    const [first] = among;
    if (first === undefined) return;
    if (among.length === 1) {
      without.set(first, costs);
      return;
    }
    const [left, right] = [among.slice(0, among.length >> 1), among.slice(among.length >> 1)];
    split(filled(costs, right), left);
    split(filled(costs, left), right);
  };
  const staying = [...choices.keys()].filter((place) => !leftOut.has(place));
  split(filled(emptyPurse(mostPoints(choices)), staying), places);
  return without;
};

const mostPoints = (choices: readonly Choice[]): number =>
  choices.reduce((sum, { ways }) => sum + Math.max(...ways.map(({ points }) => points)), 0);

const emptyPurse = (most: number): Float64Array => {
  const costs = new Float64Array(most + 1).fill(Infinity);
  costs[0] = 0;
  return costs;
};

/** The costs with one choice more; `chosen` keeps which of its ways each number of points takes. */
export const withChoice = (before: Float64Array, ways: readonly Way[], chosen?: Int16Array): Float64Array => {
  const costs = before.slice();
  // Beyond what the choices before bring together there is nothing to add to.
  let filled = before.length - 1;
  while (filled > 0 && float64At(before, filled) === Infinity) filled -= 1;
  for (const [number, way] of ways.entries()) {
    const { points } = way;
    const cost = costOf(way);
    const end = Math.min(costs.length - 1, filled + points);
    for (let place = points; place <= end; place += 1) {
      const reached = float64At(before, place - points) + cost;
      if (reached >= float64At(costs, place)) continue;
      costs[place] = reached;
      if (chosen !== undefined) chosen[place] = number;
    }
  }
  return costs;
};

const unpacked = (choices: readonly Choice[], taken: readonly Int16Array[], points: number): readonly Way[] => {
  const ways: Way[] = [];
  let left = points;
  for (let place = choices.length - 1; place >= 0; place -= 1) {
    const number = at(at(taken, place), left);
    if (number < 0) continue;
    const way = at(at(choices, place).ways, number);
    ways.push(way);
    left -= way.points;
  }
  return ways.reverse();
};

/** More criteria than any scheme has. */
const mostCriteria = 8192;

/** Work in whole thousandths before the number of criteria, as one whole number below 2^53. */
const costOf = ({ effort, criteria }: Pick<Way, 'effort' | 'criteria'>): number =>
  Math.round(effort * 1000) * mostCriteria + criteria.length;
