import { sumYen, type Yen } from '../kernel';
import type { Grant } from '../schemes';
import type { MunicipalityAllocation } from './allocation';
import { sizeClassOf, type AllocationEntry } from './entries';
import type { AllocationPlan, FlatFrameRule } from './plan';

/** What flat frames take out of a pot: paid to entries, and kept for places nobody in the table claims. */
export interface TakenFromPot {
  readonly paidYen: Yen;
  readonly reservedYen: Yen;
}

export interface FrameAmounts {
  readonly from: Readonly<Record<Grant, TakenFromPot>>;
  readonly of: (entry: AllocationEntry) => MunicipalityAllocation['frames'];
}

/** The flat frames of a plan applied to the entries; entries were checked before. */
export const frameAmounts = (plan: AllocationPlan, entries: readonly AllocationEntry[]): FrameAmounts => {
  const flat = plan.frames.filter((frame) => frame.kind === 'flat');
  const selected = entries.filter(({ frames }) => frames !== undefined);
  const of = (entry: AllocationEntry): MunicipalityAllocation['frames'] =>
    entry.frames === undefined
      ? none
      : flat
          .filter(({ id }) => entry.frames?.includes(id) === true)
          .map((frame) => ({
            id: frame.id,
            name: frame.name,
            yen: amountFor(frame, sizeClassOf(entry.insured, plan.sizeClasses.from)),
          }));
  const taken = (grant: Grant): TakenFromPot => {
    const rules = flat.filter(({ from }) => from === grant);
    const ids = new Set(rules.map(({ id }) => id));
    const paid = selected.flatMap(of).filter(({ id }) => ids.has(id));
    return {
      paidYen: sumYen(paid.map((frame) => frame.yen)),
      reservedYen: sumYen(rules.map((rule) => reservedOf(rule, plan, selected))),
    };
  };
  return { from: { promotion: taken('promotion'), support: taken('support') }, of };
};

/** One for all: nearly nobody is selected. */
const none: MunicipalityAllocation['frames'] = [];

const amountFor = (frame: FlatFrameRule, sizeClass: number): Yen => {
  const amount = frame.perClass[sizeClass - 1]?.yen;
  if (amount === undefined || amount === 'unspecified')
    throw new Error(`frameAmounts: no amount in class ${sizeClass}`);
  return amount;
};

const reservedOf = (frame: FlatFrameRule, plan: AllocationPlan, entries: readonly AllocationEntry[]): bigint =>
  frame.perClass.reduce((sum, { yen: amount, places }, at) => {
    if (amount === 'unspecified' || places === 'unspecified') return sum;
    const claimed = entries.filter(
      (entry) =>
        entry.frames?.includes(frame.id) === true && sizeClassOf(entry.insured, plan.sizeClasses.from) === at + 1,
    ).length;
    return sum + amount * BigInt(Math.max(0, places - claimed));
  }, 0n);
