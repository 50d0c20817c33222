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
  const most = choices.reduce((sum, { ways }) => sum + Math.max(...ways.map(({ points }) => points)), 0);
  const costs = new Float64Array(most + 1).fill(Infinity);
  costs[0] = 0;
  const taken = choices.map(() => new Int16Array(most + 1).fill(-1));
  let reached = 0;
  for (const [place, { ways }] of choices.entries()) {
    const highest = Math.max(...ways.map(({ points }) => points));
    const mine = at(taken, place);
    const priced = ways.map((way) => ({ points: way.points, cost: costOf(way) }));
    for (let points = reached + highest; points > 0; points -= 1) {
      // Downwards, so that what lies below has not taken this choice yet.
      for (const [number, way] of priced.entries()) {
        const rest = points - way.points;
        if (rest < 0) continue;
        const cost = float64At(costs, rest) + way.cost;
        if (cost < float64At(costs, points)) {
          costs[points] = cost;
          mine[points] = number;
        }
      }
    }
    reached += highest;
  }
  return { most, costs, waysFor: (points) => unpacked(choices, taken, points) };
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
export const costOf = ({ effort, criteria }: Pick<Way, 'effort' | 'criteria'>): number =>
  Math.round(effort * 1000) * mostCriteria + criteria.length;
