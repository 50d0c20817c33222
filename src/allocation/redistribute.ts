import { float64At, int32At } from '../kernel';
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
  let left = 0;
  for (let place = 0; place < count; place += 1) {
    const draft = float64At(drafts, place);
    kept[place] = Math.min(draft, float64At(caps, place));
    left += draft - float64At(kept, place);
  }
  const amounts = kept.slice();
  const hasRoom = new Uint8Array(count);
  let passes = 0;
  let sharers = everybody;
  while (left >= unit && passes < mostPasses) {
    for (let place = 0; place < count; place += 1) {
      const room = float64At(caps, place) - float64At(amounts, place);
      hasRoom[place] = room >= unit && float64At(rough, place) > 0 ? 1 : 0;
    }
    sharers = sharersKept(sharers, hasRoom);
    const { open } = sharers;
    if (open.length === 0) break;
    const shares = all(left, sharers);
    let total = 0;
    for (let among = 0; among < open.length; among += 1) {
      const place = int32At(open, among);
      const before = float64At(amounts, place);
      const given = Math.min(float64At(shares, among), float64At(caps, place) - before);
      amounts[place] = before + given;
      total += given;
    }
    if (total === 0) break;
    left -= total;
    passes += 1;
  }
  return { amounts, kept, passes, left };
};
