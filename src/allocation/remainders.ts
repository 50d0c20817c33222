import { at, float64At, nothingAt } from '../kernel';
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
  const { rough } = weights;
  let given = 0;
  for (let among = 0; among < open.length; among += 1) {
    const place = open[among];
    const weight = place === undefined ? undefined : rough[place];
    if (place === undefined || weight === undefined) throw nothingAt(open, among);
    const share = budget * (weight / roughTotal);
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

/**
 * Everybody's units with those left over given to the largest remainders, times `unit`. Nobody further from the last that gets
 * one than doubles may stray is in doubt; only the others' remainders are compared exactly.
 */
export const withRemainders = (shares: CutShares, unit: number): Float64Array => {
  const { floors, fractions, leftOver, slack } = shares;
  const last = leftOver === 0 ? Infinity : at(fractions.slice().sort(), fractions.length - leftOver);
  const [surelyIn, surelyOut] = [last + 2 * slack, last - 2 * slack];
  const amounts = new Float64Array(floors.length);
  const doubtful: number[] = [];
  let missing = leftOver;
  for (let among = 0; among < floors.length; among += 1) {
    const fraction = fractions[among];
    let units = floors[among];
    if (fraction === undefined || units === undefined) throw nothingAt(floors, among);
    if (fraction > surelyIn) {
      units += 1;
      missing -= 1;
    } else if (fraction >= surelyOut) doubtful.push(among);
    amounts[among] = units * unit;
  }
  if (doubtful.length > missing) doubtful.sort((one, other) => (isAhead(shares, one, other) ? -1 : 1));
  for (const among of doubtful.slice(0, missing)) amounts[among] = (float64At(floors, among) + 1) * unit;
  return amounts;
};

/** Whether one entry, by its index into `open`, gets a unit in {@link withRemainders}. */
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
