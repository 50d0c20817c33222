import type { Better } from './ranksWithin';

/** The rank a value takes in a population (1 = best; equal values share the best rank); the value need not be in it. */
export const rankIn = (value: number, population: ArrayLike<number>, better: Better = 'higher'): number => {
  let ahead = 0;
  for (const other of Array.from(population)) {
    if (better === 'higher' ? other > value : other < value) ahead += 1;
  }
  return ahead + 1;
};
