import { sizeClassOf, type AllocationEntry } from './entries';
import type { AllocationPlan } from './plan';
import { tieRules } from './rounding';

/** Everybody who shares, in tie order, with what both pots ask of them. */
export interface OrderedNation {
  readonly entries: readonly AllocationEntry[];
  /** By key. */
  readonly places: ReadonlyMap<string, number>;
  readonly insured: Float64Array;
  /** 1 = smallest. */
  readonly sizeClasses: Uint8Array;
}

/** Puts entries in tie order; where `places` are fewer, a key stands twice. */
export const orderedNation = (plan: AllocationPlan, given: readonly AllocationEntry[]): OrderedNation => {
  const entries = [...given].sort(tieRules[plan.rounding.ties]);
  const places = new Map<string, number>();
  const insured = new Float64Array(entries.length);
  const sizeClasses = new Uint8Array(entries.length);
  let place = 0;
  for (const entry of entries) {
    places.set(entry.key, place);
    insured[place] = entry.insured;
    sizeClasses[place] = sizeClassOf(entry.insured, plan.sizeClasses.from);
    place += 1;
  }
  return { entries, places, insured, sizeClasses };
};
