import { at } from '../kernel';
import { cutShares, getsRemainder, withRemainders } from './remainders';
import type { Sharers } from './weights';

/** Splits a budget of whole yen, up to 2^53, in proportion to weights; the shares never add up to more than the budget. */
interface Rounding {
  /** All shares in yen, in the order of `open`. */
  readonly all: (budget: number, sharers: Sharers) => Float64Array;
  /** The share of one, by its index into `open`; the same as in `all`. */
  readonly one: (budget: number, sharers: Sharers, among: number) => number;
  /** What the shares are multiples of, in yen. */
  readonly unit: number;
  readonly words: string;
}

/** Every share cut below the unit; what is cut off stays unallocated. */
const floorTo = (unit: number): Pick<Rounding, 'all' | 'one' | 'unit'> => ({
  unit,
  all: (budget, sharers) => {
    const { floors } = cutShares(budget, sharers);
    return unit === 1 ? floors : floors.map((share) => share - (share % unit));
  },
  one: (budget, sharers, among) => {
    const { floors } = cutShares(budget, { ...sharers, open: sharers.open.subarray(among, among + 1) });
    return at(floors, 0) - (at(floors, 0) % unit);
  },
});

/**
 * In whole units; those left over after cutting go to the largest remainders, equal remainders to the earlier entry: callers
 * order municipalities by a tie rule first, never as the sheet stands. The budget's own odd yen below a unit are left over.
 */
const byLargestRemainderOf = (unit: number): Pick<Rounding, 'all' | 'one' | 'unit'> => {
  const units = (budget: number): number => (budget - (budget % unit)) / unit;
  return {
    unit,
    all: (budget, sharers) => withRemainders(cutShares(units(budget), sharers), unit),
    one: (budget, sharers, among) => {
      const shares = cutShares(units(budget), sharers);
      return (at(shares.floors, among) + (getsRemainder(shares, among) ? 1 : 0)) * unit;
    },
  };
};

/** The rounding rules a plan may name. */
export const roundingNames = [
  'floorToThousand',
  'floorToYen',
  'byLargestRemainder',
  'byLargestRemainderOfThousands',
] as const;
export type RoundingName = (typeof roundingNames)[number];

/** A rounding rule by its name in the plan. */
export const roundings: Readonly<Record<RoundingName, Rounding>> = {
  floorToThousand: { ...floorTo(1000), words: '千円未満切捨て（端数は配分しない）' },
  floorToYen: { ...floorTo(1), words: '円未満切捨て（端数は配分しない）' },
  byLargestRemainder: { ...byLargestRemainderOf(1), words: '円単位・最大剰余方式（合計が配分額に一致）' },
  byLargestRemainderOfThousands: {
    ...byLargestRemainderOf(1000),
    words: '千円単位・最大剰余方式（合計が配分額に一致）',
  },
};

/** What a tie rule looks at. */
interface Tied {
  /** Municipality code or another key, unique in the nation. */
  readonly key: string;
  readonly insured: number;
}

/** Orders entries before rounding; of equal remainders the earlier one is rounded up. Never zero for different keys. */
type TieRule = (a: Tied, b: Tied) => number;

/** The lower municipality code comes first (by code points, the same on every machine). */
const lowerCodeFirst: TieRule = (a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1);

/** The larger municipality comes first; equally large ones by code. */
const moreInsuredFirst: TieRule = (a, b) => b.insured - a.insured || lowerCodeFirst(a, b);

/** The tie rules a plan may name. */
export const tieRuleNames = ['lowerCodeFirst', 'moreInsuredFirst'] as const;
type TieRuleName = (typeof tieRuleNames)[number];

export const tieRules: Readonly<Record<TieRuleName, TieRule>> = { lowerCodeFirst, moreInsuredFirst };
