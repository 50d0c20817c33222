import { at, type Yen, yen } from '../../kernel';
import { roundings, type RoundingName } from './rounding';

export interface Redistribution {
  readonly amounts: readonly Yen[];
  /** What each entry received beyond min(draft, cap), in all passes together. */
  readonly additional: readonly Yen[];
  /** Passes made. */
  readonly passes: number;
  readonly unallocatedYen: Yen;
}

/**
 * min(draft, cap) + additional: what the caps cut off the drafts is shared among those with room, in proportion to
 * weights; who then reaches the cap stops there, and the next pass shares what is left (R6: 追加交付額,
 * rules/grants.md#formula). Caps are never exceeded and drafts never lowered for want of room elsewhere. Ends when
 * nothing is left, nobody has room, a pass can give nobody a whole unit, or `mostPasses` are made.
 */
export const cutAndRedistribute = (
  drafts: readonly Yen[],
  weights: readonly bigint[],
  caps: readonly (Yen | undefined)[],
  { rounding, mostPasses }: { readonly rounding: RoundingName; readonly mostPasses: number },
): Redistribution => {
  const { round, unit } = roundings[rounding];
  const ceilings = caps.map((cap) => (cap === undefined ? undefined : cap - (cap % unit)));
  const kept = drafts.map((draft, index) => lesser(draft, ceilings[index]));
  const amounts: bigint[] = [...kept];
  let left = sum(drafts) - sum(kept);
  const indexes = drafts.map((_, index) => index);
  let passes = 0;
  while (left >= unit && passes < mostPasses) {
    const open = indexes.filter((index) => at(weights, index) > 0n && roomOf(amounts, ceilings, index) >= unit);
    if (open.length === 0) break;
    const shares = round(
      yen(left),
      open.map((index) => at(weights, index)),
    );
    let total = 0n;
    open.forEach((index, place) => {
      const given = lesser(at(shares, place), roomOf(amounts, ceilings, index));
      amounts[index] = at(amounts, index) + given;
      total += given;
    });
    if (total === 0n) break;
    left -= total;
    passes += 1;
  }
  return {
    amounts: amounts.map(yen),
    additional: amounts.map((amount, index) => yen(amount - at(kept, index))),
    passes,
    unallocatedYen: yen(left),
  };
};

/** More than any pot: who has no cap has room for everything. */
const unlimited = 10n ** 30n;

const roomOf = (amounts: readonly bigint[], ceilings: readonly (bigint | undefined)[], index: number): bigint => {
  const ceiling = ceilings[index];
  return ceiling === undefined ? unlimited : ceiling - at(amounts, index);
};

const lesser = (amount: bigint, cap: bigint | undefined): bigint => (cap !== undefined && cap < amount ? cap : amount);
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, amount) => all + amount, 0n);
