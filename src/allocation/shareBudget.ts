import { ok, problem, refuse, type Result } from '../problems';
import { at, yen, type Yen } from '../kernel';
import { roundings, type RoundingName } from './rounding';
import { everyone, weightsOf } from './weights';

/**
 * Shares a budget, at most 2^53 yen, among weights, in their order; with `byLargestRemainder` the shares add up to the yen.
 * Refuses zero or negative budgets, negative weights and weights that are all zero: nothing is divided by zero.
 */
export const shareBudget = (
  budget: Yen,
  weights: readonly bigint[],
  rounding: RoundingName = 'byLargestRemainder',
): Result<readonly Yen[]> => {
  if (budget <= 0n) return refuse(problem('pot-zero', { found: '配分額', expected: `${budget} 円` }));
  const negative = weights.find((weight) => weight < 0n);
  if (negative !== undefined) {
    return refuse(problem('points-impossible', { found: String(negative), expected: '0 以上' }, { name: '重み' }));
  }
  const everybody = everyone(weightsOf(weights.length, (place) => asDouble(at(weights, place))));
  if (everybody.total === 0n) return refuse(problem('weights-zero', { found: '指定された範囲' }));
  const shares = roundings[rounding].all(Number(budget), everybody);
  return ok(Array.from(shares, (share) => yen(BigInt(share))));
};

const asDouble = (weight: bigint): number | bigint => (weight <= Number.MAX_SAFE_INTEGER ? Number(weight) : weight);
