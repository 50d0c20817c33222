import { int16At, uint16At, uint32At } from '../kernel';

/**
 * How many members of each group have more than so many points: suffix counts, group after group. Counted once for all rows;
 * the rank of a row, and of any other points in its place, is one look then.
 */
export interface PointCounts {
  /** One more than the most points anybody has. */
  readonly width: number;
  readonly above: Uint32Array;
}

/**
 * Counts whole numbers 0 … 65,535 of any number of rows, each in its own group: `groups[row]` is a group number from 0 on,
 * −1 = in no group. Linear in rows. `width` and `groupCount` spare a pass where they are known.
 */
export const countPoints = (
  values: Uint16Array,
  groups: Int16Array,
  width = widthOf(values),
  groupCount = groupsIn(groups),
): PointCounts => {
  if (values.length !== groups.length)
    throw new RangeError(`countPoints: ${values.length} values for ${groups.length} groups`);
  const above = new Uint32Array(groupCount * width);
  for (let row = 0; row < values.length; row += 1) {
    const group = int16At(groups, row);
    if (group < 0) continue;
    const place = group * width + uint16At(values, row);
    above[place] = uint32At(above, place) + 1;
  }
  for (let first = 0; first < above.length; first += width) {
    let more = 0;
    for (let place = first + width - 1; place >= first; place -= 1) {
      const here = uint32At(above, place);
      above[place] = more;
      more += here;
    }
  }
  return { width, above };
};

/**
 * In which group of a coarser division each group of a finer one lies; undefined where a group lies in several, or somebody is
 * in a group of only one of the two.
 */
export const groupsWithin = (finer: Int16Array, coarser: Int16Array): Int16Array | undefined => {
  const groupOf = new Int16Array(groupsIn(finer)).fill(-1);
  for (let row = 0; row < finer.length; row += 1) {
    const [part, whole] = [int16At(finer, row), int16At(coarser, row)];
    if (part < 0 || whole < 0) {
      if (part >= 0 || whole >= 0) return undefined;
      continue;
    }
    const known = int16At(groupOf, part);
    if (known >= 0 && known !== whole) return undefined;
    groupOf[part] = whole;
  }
  return groupOf;
};

/** The counts of a coarser division, from those of the finer one whose group `part` lies in its group `groupOf[part]`. */
export const sumCounts = ({ width, above }: PointCounts, groupOf: Int16Array, groupCount: number): PointCounts => {
  const sums = new Uint32Array(groupCount * width);
  for (let part = 0; part < groupOf.length; part += 1) {
    const whole = int16At(groupOf, part);
    if (whole < 0) continue;
    const [from, to] = [part * width, whole * width];
    for (let place = 0; place < width; place += 1)
      sums[to + place] = uint32At(sums, to + place) + uint32At(above, from + place);
  }
  return { width, above: sums };
};

/** One more than the largest value. */
export const widthOf = (values: Uint16Array): number => {
  let top = 0;
  for (let row = 0; row < values.length; row += 1) if (uint16At(values, row) > top) top = uint16At(values, row);
  return top + 1;
};

/** One more than the largest group number. */
export const groupsIn = (groups: Int16Array): number => {
  let last = -1;
  for (let row = 0; row < groups.length; row += 1) if (int16At(groups, row) > last) last = int16At(groups, row);
  return last + 1;
};

/** How many members of a group have more than these points, 0 or more. */
export const countAbove = ({ width, above }: PointCounts, group: number, points: number): number =>
  points >= width ? 0 : uint32At(above, group * width + points);

/** Standard competition ranks (1, 2, 2, 4, as Excel's RANK.EQ) of every row among the members of its group; 0 = in no group. */
export const ranksWithin = (
  values: Uint16Array,
  groups: Int16Array,
  counts = countPoints(values, groups),
): Uint32Array => {
  const { width, above } = counts;
  const ranks = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const group = int16At(groups, row);
    if (group >= 0) ranks[row] = uint32At(above, group * width + uint16At(values, row)) + 1;
  }
  return ranks;
};
