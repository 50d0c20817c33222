import { at, nothingAt, type Yen } from '../kernel';
import type { Grant } from '../schemes';
import type { OrderedNation } from './orderedNation';
import type { AllocationPlan } from './plan';
import { roundings } from './rounding';
import type { Bounds } from './shareBetween';
import { roughness } from './weights';

/** Floors and multiples of a pot, as plain numbers, and what the floors add up to. */
export const limitsOf = (
  grant: Grant,
  { transition, caps, rounding }: AllocationPlan,
  ordinaryYen: Yen,
  { entries, insured, allInsured }: OrderedNation,
): { readonly bounds: Bounds; readonly floorsYen: bigint } => {
  const { unit } = roundings[rounding.name];
  const lows = new Float64Array(entries.length);
  const highs = new Float64Array(entries.length).fill(Infinity);
  const lowestPercent = typeof transition === 'object' ? BigInt(transition.percentOfLastYear) : undefined;
  const percent = typeof caps.multiple === 'object' ? BigInt(caps.multiple.percentOfInsuredShare) : undefined;
  const everybody = BigInt(allInsured);
  const multipleOf = percent === undefined ? undefined : quotient(ordinaryYen * percent, everybody * 100n);
  const pot = Number(ordinaryYen);
  let limited = multipleOf !== undefined;
  let floorsYen = 0n;
  for (let place = 0; place < entries.length; place += 1) {
    const persons = insured[place];
    if (persons === undefined) throw nothingAt(insured, place);
    const high = multipleOf?.(persons);
    if (high !== undefined) highs[place] = ceilingIn(unit, high, pot);
    if (lowestPercent === undefined) continue;
    const last = at(entries, place).lastYearYen?.[grant];
    if (last === undefined) continue;
    const low = (last * lowestPercent) / 100n;
    floorsYen += low;
    // The cap wins over the floor.
    const wanted = high !== undefined && high < low ? BigInt(high) : low;
    lows[place] = Number(wanted - (wanted % BigInt(unit)));
    limited = true;
  }
  return { bounds: { limited, lows, highs }, floorsYen };
};

/** 所要見込額 in whole units; undefined where no entry tells one that the plan respects. */
export const ceilingsOf = (
  grant: Grant,
  { caps, rounding }: AllocationPlan,
  ordinaryYen: Yen,
  { entries, required }: OrderedNation,
): Float64Array | undefined => {
  if (caps.required === 'none' || !entries.some(({ requiredYen }) => requiredYen?.[grant] !== undefined))
    return undefined;
  const { unit } = roundings[rounding.name];
  const pot = Number(ordinaryYen);
  return required[grant].map((told) => (told === Infinity ? told : ceilingIn(unit, told, pot)));
};

/** A cap in whole units; one that nobody can reach is none, so that all are exact as doubles. */
const ceilingIn = (unit: number, cap: number, pot: number): number => {
  const whole = cap - (cap % unit);
  return whole > pot ? Infinity : whole;
};

/** ⌊factor × number ÷ divisor⌋, exactly up to 2^53; a double that lies too near a whole number is worked out in whole ones. */
const quotient = (factor: bigint, divisor: bigint): ((number: number) => number) => {
  const rough = Number(factor) / Number(divisor);
  return (number) => {
    const value = rough * number;
    const whole = Math.floor(value);
    const slack = value * roughness;
    if (value - whole > slack && value - whole < 1 - slack) return whole;
    return Number((factor * BigInt(number)) / divisor);
  };
};

/** Until settled: a pass that fills nobody up leaves nothing over, so one per entry is enough. */
export const mostPasses = ({ caps }: AllocationPlan, entries: number): number => {
  if (caps.required === 'none') return 0;
  return caps.required.passes === 'until-settled' ? entries + 1 : caps.required.passes;
};
