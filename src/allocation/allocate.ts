import { at, sumYen } from '../kernel';
import { ok, problem, type Problem, type Result } from '../problems';
import type { Grant } from '../schemes';
import type { Allocation, MunicipalityAllocation } from './allocation';
import { checkEntries, sizeClassOf, type AllocationEntry } from './entries';
import type { AllocationPlan } from './plan';
import { tieRules } from './rounding';
import { frameAmounts, shareGrant, type GrantShares } from './shareGrant';

/**
 * Shares the pots of a plan among all municipalities, to the yen; every amount carries its reasons.
 * Needs the whole nation: a share of a partial table would be too large. Refuses, naming each cause: unspecified
 * coefficients, missing insured persons, zero weights, zero pots, floors above the pot. The order of the entries
 * changes nothing but the order of the result.
 */
export const allocate = (plan: AllocationPlan, entries: readonly AllocationEntry[]): Result<Allocation> => {
  const problems = checkEntries(plan, entries);
  if (problems.length > 0) return { ok: false, problems };
  if (plan.coefficients === 'unspecified') {
    return refuseAll([problem('plan-unspecified', { found: `${plan.fiscalYear}年度の規模区分ごとの係数` })]);
  }
  const before = tieRules[plan.rounding.ties];
  const ordered = [...entries].sort(before);
  const frames = frameAmounts(plan, ordered);
  const promotion = shareGrant('promotion', plan, ordered, frames.from.promotion);
  const support = shareGrant('support', plan, ordered, frames.from.support);
  if (!promotion.ok) return promotion;
  if (!support.ok) return support;
  const shares = { promotion: promotion.value, support: support.value };
  const byEntry = new Map(ordered.map((entry, index) => [entry, index]));
  return ok({
    plan,
    confidence: weakestConfidence(plan),
    grants: { promotion: promotion.value.grant, support: support.value.grant },
    municipalities: entries.map((entry) => municipality(plan, entry, shares, byEntry.get(entry), frames.of(entry))),
  });
};

const municipality = (
  plan: AllocationPlan,
  entry: AllocationEntry,
  shares: Readonly<Record<Grant, GrantShares>>,
  index: number | undefined,
  frames: MunicipalityAllocation['frames'],
): MunicipalityAllocation => {
  if (index === undefined) throw new Error(`allocate: ${entry.name} is none of the entries`);
  const promotion = at(shares.promotion.allotments, index);
  const support = at(shares.support.allotments, index);
  return {
    entry,
    sizeClass: sizeClassOf(entry.insured, plan.sizeClasses.from),
    promotion,
    support,
    frames,
    totalYen: sumYen([promotion.yen, support.yen, ...frames.map((frame) => frame.yen)]),
  };
};

const refuseAll = (problems: readonly Problem[]): Result<never> => ({ ok: false, problems });

/** The weakest confidence among the figures that decide the amounts of a plan. */
const weakestConfidence = (plan: AllocationPlan): 'certain' | 'likely' | 'inferred' => {
  const used = [
    plan.pots.promotion.municipal.source,
    plan.pots.support.municipal.source,
    plan.sizeClasses.source,
    plan.rounding.source,
    ...(plan.coefficients === 'unspecified' ? [] : [plan.coefficients.source]),
    ...plan.frames.flatMap((frame) => (frame.kind === 'flat' ? [frame.source] : [])),
  ].map(({ confidence }) => confidence);
  if (used.includes('inferred')) return 'inferred';
  return used.includes('likely') ? 'likely' : 'certain';
};
