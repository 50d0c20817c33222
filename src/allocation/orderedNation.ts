import type { Yen } from '../kernel';
import type { Grant } from '../schemes';
import { sizeClassOf, type AllocationEntry } from './entries';
import type { AllocationPlan } from './plan';
import { tieRules } from './rounding';

/** Everybody who shares, in tie order, with what both pots ask of them. */
export interface OrderedNation {
  readonly entries: readonly AllocationEntry[];
  /** By key. */
  readonly places: ReadonlyMap<string, number>;
  readonly insured: Float64Array;
  readonly allInsured: number;
  readonly points: Readonly<Record<Grant, Float64Array>>;
  /** 所要見込額 in yen, Infinity where none is told; beyond 2^53, which no pot reaches, the nearest double. */
  readonly required: Readonly<Record<Grant, Float64Array>>;
  /** The lowest 所要見込額; Infinity where none is told. */
  readonly leastRequired: number;
  /** 1 = smallest. */
  readonly sizeClasses: Uint8Array;
}

/** Puts entries in tie order; where `places` are fewer, a key stands twice. */
export const orderedNation = (plan: AllocationPlan, given: readonly AllocationEntry[]): OrderedNation => {
  const entries = [...given].sort(tieRules[plan.rounding.ties]);
  const places = new Map<string, number>();
  const insured = new Float64Array(entries.length);
  const sizeClasses = new Uint8Array(entries.length);
  const promotion = new Float64Array(entries.length);
  const support = new Float64Array(entries.length);
  const required = { promotion: new Float64Array(entries.length), support: new Float64Array(entries.length) };
  let leastRequired = Infinity;
  let allInsured = 0;
  let place = 0;
  for (const entry of entries) {
    places.set(entry.key, place);
    insured[place] = entry.insured;
    allInsured += entry.insured;
    promotion[place] = entry.points.promotion;
    support[place] = entry.points.support;
    const ofPromotion = asDouble(entry.requiredYen?.promotion);
    const ofSupport = asDouble(entry.requiredYen?.support);
    required.promotion[place] = ofPromotion;
    required.support[place] = ofSupport;
    if (ofPromotion < leastRequired) leastRequired = ofPromotion;
    if (ofSupport < leastRequired) leastRequired = ofSupport;
    sizeClasses[place] = sizeClassOf(entry.insured, plan.sizeClasses.from);
    place += 1;
  }
  return { entries, places, insured, allInsured, points: { promotion, support }, required, leastRequired, sizeClasses };
};

const asDouble = (amount: Yen | undefined): number => (amount === undefined ? Infinity : Number(amount));
