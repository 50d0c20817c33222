import { at, yen, type Yen } from '../kernel';

/** Splits a budget in proportion to weights; the shares never add up to more than the budget. */
type Rounding = (budget: Yen, weights: readonly bigint[]) => readonly Yen[];

const thousand = 1000n;

/**
 * In whole yen, adding up to the budget. Yen left over after cutting go to the largest remainders; equal remainders,
 * to the earlier entry: callers order municipalities by a tie rule first, never as the sheet stands.
 * Throws when every weight is zero.
 */
const byLargestRemainder: Rounding = (budget, weights) => {
  const total = sumOf(weights, 'byLargestRemainder');
  const floors: bigint[] = [];
  const remainders: bigint[] = [];
  let leftOver: bigint = budget;
  for (const weight of weights) {
    const exact = budget * weight;
    const floor = exact / total;
    floors.push(floor);
    remainders.push(exact - floor * total);
    leftOver -= floor;
  }
  for (const index of indexesOfLargest(remainders, Number(leftOver))) {
    floors[index] = at(floors, index) + 1n;
  }
  return floors.map(yen);
};

/** As {@link byLargestRemainder}, in whole 千円; only the budget's own odd yen (under 1,000) are left over. */
const byLargestRemainderOfThousands: Rounding = (budget, weights) =>
  byLargestRemainder(yen(budget / thousand), weights).map((share) => yen(share * thousand));

/** Every share cut below 1 yen; what is cut off stays unallocated. Throws when every weight is zero. */
const floorToYen: Rounding = (budget, weights) => {
  const total = sumOf(weights, 'floorToYen');
  return weights.map((weight) => yen((budget * weight) / total));
};

/** Every share cut below 千円; what is cut off stays unallocated. Throws when every weight is zero. */
const floorToThousand: Rounding = (budget, weights) => {
  const total = sumOf(weights, 'floorToThousand') * thousand;
  return weights.map((weight) => yen(((budget * weight) / total) * thousand));
};

/** The rounding rules a plan may name. */
export const roundingNames = [
  'floorToThousand',
  'floorToYen',
  'byLargestRemainder',
  'byLargestRemainderOfThousands',
] as const;
export type RoundingName = (typeof roundingNames)[number];

/** A rounding rule by its name in the plan, and the unit its shares are multiples of. */
export const roundings: Readonly<
  Record<RoundingName, { readonly round: Rounding; readonly unit: bigint; readonly words: string }>
> = {
  floorToThousand: { round: floorToThousand, unit: thousand, words: '千円未満切捨て（端数は配分しない）' },
  floorToYen: { round: floorToYen, unit: 1n, words: '円未満切捨て（端数は配分しない）' },
  byLargestRemainder: { round: byLargestRemainder, unit: 1n, words: '円単位・最大剰余方式（合計が配分額に一致）' },
  byLargestRemainderOfThousands: {
    round: byLargestRemainderOfThousands,
    unit: thousand,
    words: '千円単位・最大剰余方式（合計が配分額に一致）',
  },
};

const sumOf = (weights: readonly bigint[], caller: string): bigint => {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n) throw new RangeError(`${caller}: the weights add up to ${total}`);
  return total;
};

/**
 * The indexes of the `count` largest values; of equal ones the earlier. Number() of a bigint never reverses an order, so
 * a sort of plain numbers finds the last place, and the bigints themselves are asked only among those that share it.
 */
const indexesOfLargest = (values: readonly bigint[], count: number): readonly number[] => {
  const rough = new Float64Array(values.length);
  values.forEach((value, index) => (rough[index] = Number(value)));
  const last = rough.slice().sort()[values.length - count];
  if (last === undefined) return [];
  const above: number[] = [];
  const level: number[] = [];
  rough.forEach((value, index) => {
    if (value > last) above.push(index);
    else if (value === last) level.push(index);
  });
  level.sort((a, b) => byExactValue(at(values, a), at(values, b)) || a - b);
  return [...above, ...level.slice(0, count - above.length)];
};

const byExactValue = (a: bigint, b: bigint): number => (a === b ? 0 : a > b ? -1 : 1);

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
