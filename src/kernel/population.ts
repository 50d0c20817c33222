import { at } from './numbers';

/** Which way is up: more points are better, a smaller change of care levels is better. */
export type Better = 'higher' | 'lower';

/** Numbers sorted once, so that any value's place among them is found without looking at all of them. */
export type Population = Float64Array;

export const populationOf = (values: readonly number[]): Population => Float64Array.from(values).sort();

/** How many of a population are better than a value. */
export const aheadOf = (value: number, population: Population, better: Better): number =>
  better === 'lower' ? countBefore(population, (other) => other < value) : population.length - countBefore(population, (other) => other <= value); // prettier-ignore

/** How many stand before the first that is not `before`, by halving; `before` holds for the first ones only. */
const countBefore = (population: Population, before: (other: number) => boolean): number => {
  let [low, high] = [0, population.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(at(population, middle))) low = middle + 1;
    else high = middle;
  }
  return low;
};
