import type { Better } from './ranksWithin';

/**
 * Standard competition ranks (1, 2, 2, 4) of any numbers or yen amounts, by sorting; `null` (not published) gets rank 0.
 * For the points of a whole nation use `ranksWithin`, which only counts.
 */
export const ranksOf = (values: readonly (number | bigint | null)[], better: Better = 'higher'): Uint32Array => {
  const rows = values.flatMap((value, row) => (value === null ? [] : [{ value, row }]));
  const sign = better === 'higher' ? -1 : 1;
  rows.sort((one, other) => (one.value < other.value ? -sign : one.value > other.value ? sign : 0));
  const ranks = new Uint32Array(values.length);
  let rank = 0;
  for (const [place, { value, row }] of rows.entries()) {
    if (place === 0 || value !== rows[place - 1]?.value) rank = place + 1;
    ranks[row] = rank;
  }
  return ranks;
};
