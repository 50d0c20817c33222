import { float64At, nothingAt } from '../kernel';
import { exactWeight, roughness, sharersKept, type Sharers } from './weights';

/** What each entry may receive at least and at most, in yen; 0 and Infinity = no limit. */
export interface Bounds {
  /** False where nobody has a limit: nothing need be compared. */
  readonly limited: boolean;
  readonly lows: Float64Array;
  readonly highs: Float64Array;
}

/** A budget after everybody whom a limit stops was given it: the rest is shared in proportion. */
export interface FilledLimits {
  /** In yen; 0 for those in `rest`. */
  readonly amounts: Float64Array;
  /** Per entry: below 0 = raised, above 0 = capped. */
  readonly limited: Int8Array;
  /** The pass in which an entry's amount was settled, from 0. */
  readonly passes: Int32Array;
  /** Who shares `left`. */
  readonly rest: Sharers;
  readonly left: number;
}

/**
 * Water-filling: shares in proportion to weights, but nobody below `low` or above `high`; what a cap frees is shared
 * again among the others, and what a floor takes is taken from the others, until every amount is settled.
 * Each pass settles whichever limits outweigh the other, so at most one pass per entry. The floors fit into the budget, and
 * limits are multiples of the unit.
 */
export const fillLimits = (budget: number, everybody: Sharers, bounds: Bounds): FilledLimits => {
  const { weights } = everybody;
  const count = weights.rough.length;
  const filled = {
    amounts: new Float64Array(count),
    limited: new Int8Array(count),
    passes: new Int32Array(count),
  };
  if (!bounds.limited) return { ...filled, rest: everybody, left: budget };
  const isOpen = new Uint8Array(count).fill(1);
  let left = budget;
  let rest = everybody;
  for (let pass = 0; ; pass += 1) {
    const settled = limitsBroken(rest, left, bounds);
    if (settled.length === 0) {
      for (const place of rest.open) filled.passes[place] = float64At(weights.rough, place) > 0 ? pass : 0;
      return { ...filled, rest, left };
    }
    for (const { place, amount, way } of settled) {
      filled.amounts[place] = amount;
      filled.limited[place] = way;
      filled.passes[place] = pass;
      isOpen[place] = 0;
      left -= amount;
    }
    rest = sharersKept(rest, isOpen);
  }
};

interface Settled {
  readonly place: number;
  readonly amount: number;
  readonly way: -1 | 1;
}

/** Sums of some thousand doubles, each rough, stray less than this. */
const roughnessOfSums = 2 ** -38;

/** A limit below or above a share times these is beyond doubt another amount: nearly all are. */
const surelyLess = 1 - 4 * roughness;
const surelyMore = 1 + 4 * roughness;

/** The entries to settle now: those below their floor if they lack more than the capped ones free, else the capped. */
const limitsBroken = ({ weights, open, total }: Sharers, left: number, { lows, highs }: Bounds): readonly Settled[] => {
  const below: Settled[] = [];
  const above: Settled[] = [];
  // Everything times `total`, so that no share is rounded before it is compared.
  const exceeds = (limit: number, place: number): bigint =>
    BigInt(limit) * total - BigInt(left) * exactWeight(weights, place);
  const isNobody = total === 0n;
  const perWeight = isNobody ? 0 : left / Number(total);
  let [lacking, freed, size] = [0, 0, 0];
  const { rough } = weights;
  for (const place of open) {
    const weight = rough[place];
    const low = lows[place];
    const high = highs[place];
    if (weight === undefined || low === undefined || high === undefined) throw nothingAt(rough, place);
    const share = perWeight * weight;
    if (low < share * surelyLess && high > share * surelyMore) continue;
    const doubt = share * roughness;
    const lacks = low > share + doubt || (low >= share - doubt && low > 0 && exceeds(low, place) > 0n);
    if (lacks || (isNobody && low > 0)) {
      below.push({ place, amount: low, way: -1 });
      lacking += low - share;
      size += low;
    } else if (high < share - doubt || (high <= share + doubt && exceeds(high, place) < 0n)) {
      above.push({ place, amount: high, way: 1 });
      freed += share - high;
      size += share;
    }
  }
  if (below.length === 0) return above;
  if (above.length === 0) return below;
  if (Math.abs(lacking - freed) > size * roughnessOfSums) return lacking > freed ? below : above;
  const difference = [...below, ...above].reduce((sum, { place, amount }) => sum + exceeds(amount, place), 0n);
  return difference > 0n ? below : difference < 0n ? above : [...below, ...above];
};
