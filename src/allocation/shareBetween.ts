import { at, yen, type Yen } from '../kernel';
import { roundings, type RoundingName } from './rounding';

/** What each entry may receive at least and at most; `undefined` = no limit. */
export interface Limits {
  readonly low: Yen | undefined;
  readonly high: Yen | undefined;
}

export type Limited = 'raised' | 'capped' | undefined;

export interface LimitedShares {
  readonly amounts: readonly Yen[];
  readonly limited: readonly Limited[];
  /** The pass in which an entry's amount was settled, from 0. */
  readonly passes: readonly number[];
  /** What is left because of rounding, or because everyone is at the cap. */
  readonly unallocatedYen: Yen;
}

/**
 * Water-filling: shares in proportion to weights, but nobody below `low` or above `high`; what a cap frees is shared
 * again among the others, and what a floor takes is taken from the others, until every amount is settled.
 * Each pass settles whichever limits outweigh the other, so at most one pass per entry. Shares are compared exactly;
 * only the last pass is rounded. The floors must fit into the budget (throws otherwise); limits are cut to the unit.
 */
export const shareBetween = (
  budget: Yen,
  weights: readonly bigint[],
  limits: readonly Limits[],
  roundingName: RoundingName,
): LimitedShares => {
  const { round, unit } = roundings[roundingName];
  const lows = limits.map(({ low, high }) => (low === undefined ? 0n : lowOf(low, high, unit)));
  const highs = limits.map(({ high }) => downTo(unit, high));
  if (lows.reduce((sum, low) => sum + low, 0n) > budget) {
    throw new RangeError(`shareBetween: the floors exceed the budget of ${budget}`);
  }
  const bounds: Bounds = {
    limited: limits.some(({ low, high }) => low !== undefined || high !== undefined),
    weights,
    lows,
    highs,
  };
  const amounts = weights.map(() => 0n);
  const limited: Limited[] = weights.map(() => undefined);
  const passes = weights.map(() => 0);
  let open = weights.map((_, index) => index).filter((index) => at(weights, index) > 0n || at(lows, index) > 0n);
  let left: bigint = budget;
  for (let pass = 0; open.length > 0; pass += 1) {
    const total = open.reduce((sum, index) => sum + at(weights, index), 0n);
    const settled = limitsBroken(open, left, total, bounds);
    if (settled.length === 0) {
      const shares = round(
        yen(left),
        open.map((index) => at(weights, index)),
      );
      open.forEach((index, place) => {
        amounts[index] = at(shares, place);
        passes[index] = pass;
      });
      left -= shares.reduce((sum, share) => sum + share, 0n);
      break;
    }
    for (const { index, amount, why } of settled) {
      amounts[index] = amount;
      limited[index] = why;
      passes[index] = pass;
      left -= amount;
    }
    const gone = new Set(settled.map(({ index }) => index));
    open = open.filter((index) => !gone.has(index));
  }
  return { amounts: amounts.map(yen), limited, passes, unallocatedYen: yen(left) };
};

interface Bounds {
  /** False where nobody has a limit: nothing need be compared. */
  readonly limited: boolean;
  readonly weights: readonly bigint[];
  readonly lows: readonly bigint[];
  readonly highs: readonly (bigint | undefined)[];
}

interface Settled {
  readonly index: number;
  readonly amount: bigint;
  readonly why: Limited;
}

/** The entries to settle now: those below their floor if they lack more than the capped ones free, else the capped. */
const limitsBroken = (open: readonly number[], left: bigint, total: bigint, bounds: Bounds): readonly Settled[] => {
  if (!bounds.limited) return [];
  const below: Settled[] = [];
  const above: Settled[] = [];
  let lacking = 0n;
  let freed = 0n;
  const perWeight = Number(left) / Number(total);
  for (const index of open) {
    const low = at(bounds.lows, index);
    const high = bounds.highs[index];
    if (isFarInside(Number(at(bounds.weights, index)) * perWeight, low, high)) continue;
    // Everything times `total`, so that no share is rounded before it is compared.
    const share = left * at(bounds.weights, index);
    if (low * total > share || total === 0n) {
      lacking += low * total - share;
      below.push({ index, amount: low, why: 'raised' });
    } else if (high !== undefined && high * total < share) {
      freed += share - high * total;
      above.push({ index, amount: high, why: 'capped' });
    }
  }
  if (lacking > freed) return below;
  if (freed > lacking) return above;
  return [...below, ...above];
};

/** Plain numbers are exact to 15 digits: who is further inside the limits than a millionth part breaks none, and most are. */
const isFarInside = (share: number, low: bigint, high: bigint | undefined): boolean =>
  share * (1 - 1e-6) > Number(low) && (high === undefined || share * (1 + 1e-6) < Number(high));

/** The cap wins over the floor. */
const lowOf = (low: Yen, high: Yen | undefined, unit: bigint): bigint => {
  const wanted = high !== undefined && high < low ? high : low;
  return wanted - (wanted % unit);
};

const downTo = (unit: bigint, amount: Yen | undefined): bigint | undefined =>
  amount === undefined ? undefined : amount - (amount % unit);
