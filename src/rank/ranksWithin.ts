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
    const value = values[row] ?? 0;
    const group = groups[row] ?? -1;
    if (value > top) top = value;
    if (group >= groupCount) groupCount = group + 1;
  }
  const width = top + 1;
  const counts = new Uint16Array(groupCount * width);
  const flip = better === 'higher' ? top : 0;
  const sign = better === 'higher' ? -1 : 1;
  for (let row = 0; row < values.length; row += 1) {
    const group = groups[row] ?? -1;
    if (group < 0) continue;
    const at = group * width + flip + sign * (values[row] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  for (let group = 0; group < groupCount; group += 1) {
    let before = 1;
    for (let at = group * width; at < (group + 1) * width; at += 1) {
      const here = counts[at] ?? 0;
      counts[at] = before;
      before += here;
    }
  }
  const ranks = new Uint16Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const group = groups[row] ?? -1;
    if (group >= 0) ranks[row] = counts[group * width + flip + sign * (values[row] ?? 0)] ?? 0;
  }
  return ranks;
};
