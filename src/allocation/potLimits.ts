import { type Yen } from '../kernel';
import type { Grant } from '../schemes';
import type { AllocationEntry } from './entries';
import type { AllocationPlan } from './plan';
import { roundings } from './rounding';
import type { Bounds } from './shareBetween';

/** Floors and multiples of a pot, as plain numbers, and what the floors add up to. */
export const limitsOf = (
  grant: Grant,
  { transition, caps, rounding }: AllocationPlan,
  ordinaryYen: Yen,
  entries: readonly AllocationEntry[],
): { readonly bounds: Bounds; readonly floorsYen: bigint } => {
  const unit = BigInt(roundings[rounding.name].unit);
  const lows = new Float64Array(entries.length);
  const highs = new Float64Array(entries.length).fill(Infinity);
  const lowestPercent = typeof transition === 'object' ? BigInt(transition.percentOfLastYear) : undefined;
  const percent = typeof caps.multiple === 'object' ? BigInt(caps.multiple.percentOfInsuredShare) : undefined;
  let limited = percent !== undefined;
  let floorsYen = 0n;
  const divisor = BigInt(entries.reduce((sum, { insured }) => sum + insured, 0)) * 100n;
  for (const [place, { insured, lastYearYen }] of entries.entries()) {
    const high = percent === undefined ? undefined : (ordinaryYen * percent * BigInt(insured)) / divisor;
    if (high !== undefined) highs[place] = ceilingIn(unit, high, ordinaryYen);
    const last = lastYearYen?.[grant];
    if (lowestPercent === undefined || last === undefined) continue;
    const low = (last * lowestPercent) / 100n;
    floorsYen += low;
    // The cap wins over the floor.
    const wanted = high !== undefined && high < low ? high : low;
    lows[place] = Number(wanted - (wanted % unit));
    limited = true;
  }
  return { bounds: { limited, lows, highs }, floorsYen };
};

/** 所要見込額 in whole units; undefined where no entry tells one that the plan respects. */
export const ceilingsOf = (
  grant: Grant,
  { caps, rounding }: AllocationPlan,
  ordinaryYen: Yen,
  entries: readonly AllocationEntry[],
): Float64Array | undefined => {
  if (caps.required === 'none' || !entries.some(({ requiredYen }) => requiredYen?.[grant] !== undefined))
    return undefined;
  const unit = BigInt(roundings[rounding.name].unit);
  return Float64Array.from(entries, ({ requiredYen }) => ceilingIn(unit, requiredYen?.[grant], ordinaryYen));
};

/** A cap in whole units; one that nobody can reach is none, so that all are exact as doubles. */
const ceilingIn = (unit: bigint, cap: bigint | undefined, potYen: Yen): number => {
  if (cap === undefined) return Infinity;
  const whole = cap - (cap % unit);
  return whole > potYen ? Infinity : Number(whole);
};

/** Until settled: a pass that fills nobody up leaves nothing over, so one per entry is enough. */
export const mostPasses = ({ caps }: AllocationPlan, entries: number): number => {
  if (caps.required === 'none') return 0;
  return caps.required.passes === 'until-settled' ? entries + 1 : caps.required.passes;
};
