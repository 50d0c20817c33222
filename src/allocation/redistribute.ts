import { nothingAt } from '../kernel';
import { roundings, type RoundingName } from './rounding';
import { sharersKept, type Sharers } from './weights';

interface Redistribution {
  /** Final amounts in yen. */
  readonly amounts: Float64Array;
  /** min(draft, cap): what an amount is more than that was received in the passes. */
  readonly kept: Float64Array;
  /** Passes made. */
  readonly passes: number;
  readonly left: number;
}

/**
 * min(draft, cap) + additional: what the caps cut off the drafts is shared among those with room, in proportion to
 * weights; who then reaches the cap stops there, and the next pass shares what is left (R6: 追加交付額,
 * rules/grants.md#formula). Caps are never exceeded and drafts never lowered for want of room elsewhere. Ends when
 * nothing is left, nobody has room, a pass can give nobody a whole unit, or `mostPasses` are made. Caps are multiples of
 * the unit; Infinity = none.
 */
export const redistribute = (
  drafts: Float64Array,
  everybody: Sharers,
  caps: Float64Array,
  { rounding, mostPasses }: { readonly rounding: RoundingName; readonly mostPasses: number },
): Redistribution => {
  const { all, unit } = roundings[rounding];
  const { rough } = everybody.weights;
  const count = drafts.length;
  const kept = new Float64Array(count);
  const hasRoom = new Uint8Array(count);
  let left = 0;
  for (let place = 0; place < count; place += 1) {
    const draft = drafts[place];
    const cap = caps[place];
    const weight = rough[place];
    if (draft === undefined || cap === undefined || weight === undefined) throw nothingAt(drafts, place);
    const amount = draft < cap ? draft : cap;
    kept[place] = amount;
    left += draft - amount;
    if (cap - amount >= unit && weight > 0) hasRoom[place] = 1;
  }
  const amounts = kept.slice();
  let passes = 0;
  let sharers = everybody;
  while (left >= unit && passes < mostPasses) {
    sharers = sharersKept(sharers, hasRoom);
    const { open } = sharers;
    if (open.length === 0) break;
    const shares = all(left, sharers);
    let total = 0;
    for (let among = 0; among < open.length; among += 1) {
      const place = open[among];
      if (place === undefined) throw nothingAt(open, among);
      const before = amounts[place];
      const cap = caps[place];
      const share = shares[among];
      if (before === undefined || cap === undefined || share === undefined) throw nothingAt(amounts, place);
      const room = cap - before;
      const given = share < room ? share : room;
      amounts[place] = before + given;
      if (room - given < unit) hasRoom[place] = 0;
      total += given;
    }
    if (total === 0) break;
    left -= total;
    passes += 1;
  }
  return { amounts, kept, passes, left };
};
