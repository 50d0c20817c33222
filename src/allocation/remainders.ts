import { at, float64At, int32At, uint32At } from '../kernel';
import { exactWeight, roughness, type Sharers } from './weights';

/** Shares of a budget before rounding: whole units, and what was cut off them as parts of a unit. In the order of `open`. */
export interface CutShares {
  readonly budget: number;
  readonly sharers: Sharers;
  /** Exact. */
  readonly floors: Float64Array;
  /** 0 to 1, within `slack`. */
  readonly fractions: Float64Array;
  readonly slack: number;
  /** The units that cutting left over. */
  readonly leftOver: number;
}

/** Cuts every share below a whole unit; a double that lies too near a whole one is worked out exactly. */
export const cutShares = (budget: number, sharers: Sharers): CutShares => {
  const { weights, open, total } = sharers;
  const floors = new Float64Array(open.length);
  const fractions = new Float64Array(open.length);
  const slack = budget * roughness;
  const roughTotal = Number(total);
  let given = 0;
  for (let among = 0; among < open.length; among += 1) {
    const place = int32At(open, among);
    const share = budget * (float64At(weights.rough, place) / roughTotal);
    let floor = Math.floor(share);
    let fraction = share - floor;
    if (fraction <= slack || fraction >= 1 - slack) {
      const product = BigInt(budget) * exactWeight(weights, place);
      const whole = product / total;
      floor = Number(whole);
      fraction = Number(product - whole * total) / roughTotal;
    }
    floors[among] = floor;
    fractions[among] = fraction;
    given += floor;
  }
  return { budget, sharers, floors, fractions, slack, leftOver: budget - given };
};

/** The remainder of a share, exactly, in parts of the sum of the weights. */
const remainderOf = ({ budget, sharers, floors }: CutShares, among: number): bigint =>
  BigInt(budget) * exactWeight(sharers.weights, at(sharers.open, among)) - BigInt(at(floors, among)) * sharers.total;

/** Whether the unit goes to `one` before `other`: by the larger remainder, of equal ones the earlier. */
const isAhead = (shares: CutShares, one: number, other: number): boolean => {
  const [mine, theirs] = [remainderOf(shares, one), remainderOf(shares, other)];
  return mine === theirs ? one < other : mine > theirs;
};

const bins = 1024;

/**
 * Who gets the units left over: those of the largest remainders, as indexes into `open`. A histogram of the fractions finds
 * the bin in which the last unit goes; only in and around it are remainders compared exactly.
 */
export const largestRemainders = (shares: CutShares): readonly number[] => {
  const { fractions, leftOver, slack } = shares;
  if (leftOver === 0) return [];
  const counts = new Uint32Array(bins + 1);
  for (const fraction of fractions) {
    const bin = Math.floor(fraction * bins);
    counts[bin] = uint32At(counts, bin) + 1;
  }
  let bin = bins;
  for (let found = uint32At(counts, bin); found < leftOver && bin > 0; found += uint32At(counts, bin)) bin -= 1;
  const surelyIn = (bin + 1) / bins + 2 * slack;
  const surelyOut = bin / bins - 2 * slack;
  const first: number[] = [];
  const doubtful: number[] = [];
  for (let among = 0; among < fractions.length; among += 1) {
    const fraction = float64At(fractions, among);
    if (fraction >= surelyIn) first.push(among);
    else if (fraction >= surelyOut) doubtful.push(among);
  }
  const missing = leftOver - first.length;
  if (doubtful.length > missing) doubtful.sort((one, other) => (isAhead(shares, one, other) ? -1 : 1));
  return [...first, ...doubtful.slice(0, missing)];
};

/** Whether one entry, by its index into `open`, is among {@link largestRemainders}. */
export const getsRemainder = (shares: CutShares, own: number): boolean => {
  const { fractions, slack, leftOver } = shares;
  const mine = at(fractions, own);
  let ahead = 0;
  for (let among = 0; among < fractions.length; among += 1) {
    const difference = float64At(fractions, among) - mine;
    if (difference > 2 * slack) ahead += 1;
    else if (difference >= -2 * slack && among !== own && isAhead(shares, among, own)) ahead += 1;
  }
  return ahead < leftOver;
};
