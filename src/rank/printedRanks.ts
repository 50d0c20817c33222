import { at } from '../kernel';

/**
 * True where printed ranks can be national ranks of these totals: each between its place among the rows at hand and as many
 * places lower as municipalities are missing, the same for the same points, and no better than after all that are above. Rows
 * without total or rank do not count. Ranks in a part of the nation that only count its rows are not national.
 */
export const printedRanksHold = (
  totals: readonly number[],
  printed: ArrayLike<number> | undefined,
  expected: number,
): boolean => {
  if (printed === undefined) return false;
  const rows = totals
    .map((total, row) => ({ total, rank: at(printed, row) }))
    .filter(({ total, rank }) => !Number.isNaN(total) && !Number.isNaN(rank))
    .sort((one, other) => other.total - one.total);
  const missing = expected - totals.length;
  let counted = 0;
  let listed = true;
  for (const [place, { total, rank }] of rows.entries()) {
    const before = rows[place - 1];
    const tied = before?.total === total;
    // A rank behind leaves room for everybody in front of it.
    const room = before === undefined ? 1 : before.rank + (place - counted);
    if (tied ? rank !== before.rank : rank < room) return false;
    if (!tied) counted = place;
    const own = counted + 1;
    if (!Number.isInteger(rank) || rank < Math.min(own, own + missing) || rank > Math.max(own, own + missing))
      return false;
    listed &&= rank === own;
  }
  return rows.length > 1 && (missing <= 0 || !listed);
};
