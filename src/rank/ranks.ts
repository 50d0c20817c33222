import { int16At, uint16At } from '../kernel';

/** Which way is up: more points are better, a smaller change of care levels is better. */
export type Better = 'higher' | 'lower';

/**
 * Standard competition ranks (1, 2, 2, 4, as Excel's RANK.EQ) of whole numbers 0 … 65,535, each among the members of its
 * own group: `groups[row]` is a group number from 0 on, −1 = in no group (rank 0). Counting, not sorting: linear in rows.
 */
export const ranksWithin = (values: Uint16Array, groups: Int16Array, better: Better = 'higher'): Uint16Array => {
  if (values.length !== groups.length || values.length > 0xffff) {
    throw new RangeError(`ranksWithin: ${values.length} values for ${groups.length} groups`);
  }
  let top = 0;
  let groupCount = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = uint16At(values, row);
    const group = int16At(groups, row);
    if (value > top) top = value;
    if (group >= groupCount) groupCount = group + 1;
  }
  const width = top + 1;
  const counts = new Uint16Array(groupCount * width);
  const flip = better === 'higher' ? top : 0;
  const sign = better === 'higher' ? -1 : 1;
  for (let row = 0; row < values.length; row += 1) {
    const group = int16At(groups, row);
    if (group < 0) continue;
    const place = group * width + flip + sign * uint16At(values, row);
    counts[place] = uint16At(counts, place) + 1;
  }
  for (let group = 0; group < groupCount; group += 1) {
    let before = 1;
    for (let place = group * width; place < (group + 1) * width; place += 1) {
      const here = uint16At(counts, place);
      counts[place] = before;
      before += here;
    }
  }
  const ranks = new Uint16Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const group = int16At(groups, row);
    if (group >= 0) ranks[row] = uint16At(counts, group * width + flip + sign * uint16At(values, row));
  }
  return ranks;
};

/** The rank a value takes in a population (1 = best; equal values share the best rank); the value need not be in it. */
export const rankIn = (value: number, population: ArrayLike<number>, better: Better = 'higher'): number => {
  let ahead = 0;
  for (const other of Array.from(population)) {
    if (better === 'higher' ? other > value : other < value) ahead += 1;
  }
  return ahead + 1;
};
