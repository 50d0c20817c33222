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
 * The costs when one choice is left out, for each of them: halves are filled in by turns, so that n of them take n·log n choices
 * instead of n².
 */
export const costsWithoutEach = (choices: readonly Choice[]): readonly Float64Array[] => {
  const without: Float64Array[] = [];
  const split = (costs: Float64Array, from: number, to: number): void => {
    if (to - from === 1) without[from] = costs;
    if (to - from < 2) return;
    const middle = (from + to) >> 1;
    const filled = (first: number, last: number): Float64Array =>
      choices.slice(first, last).reduce((before, { ways }) => withChoice(before, ways), costs);
    split(filled(middle, to), from, middle);
    split(filled(from, middle), middle, to);
  };
  split(emptyPurse(mostPoints(choices)), 0, choices.length);
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
  for (const [number, way] of ways.entries()) {
    const { points } = way;
    const cost = costOf(way);
    for (let place = points; place < costs.length; place += 1) {
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
