import { at, ok, problem, refuse, type Result, yen, type Yen } from '../../kernel';
import { grantNames, type Grant } from '../../schemes';
import type { AllocationPlan } from '../plans/planSchema';
import type { Allotment, GrantAllocation } from './allocation';
import type { AllocationEntry } from './allocationEntry';
import { cutAndRedistribute } from './cutAndRedistribute';
import type { TakenFromPot } from './frameAmounts';
import { shareBetween, type Limits } from './shareBetween';
import { sizeClassOf } from './sizeClass';

export interface GrantShares {
  readonly grant: GrantAllocation;
  /** In the order of the entries. */
  readonly allotments: readonly Allotment[];
}

/** One grant's pot shared among entries that are in tie order: floors and multiples first, then 所要見込額. */
export const shareGrant = (
  grant: Grant,
  plan: AllocationPlan,
  entries: readonly AllocationEntry[],
  taken: TakenFromPot,
): Result<GrantShares> => {
  const name = grantNames[grant].short;
  const potYen = plan.pots[grant].municipal.yen;
  const ordinaryYen = yen(potYen - taken.paidYen - taken.reservedYen);
  if (ordinaryYen <= 0n) return refuse(problem('pot-zero', { found: name, expected: `${ordinaryYen} 円` }));
  const coefficients = entries.map((entry) => coefficientOf(grant, plan, entry.insured));
  const weights = entries.map((entry, place) => weightOf(entry.points[grant], entry.insured, at(coefficients, place)));
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0n);
  if (totalWeight === 0n) return refuse(problem('weights-zero', { found: name }));
  const insuredOfAll = BigInt(entries.reduce((sum, { insured }) => sum + insured, 0));
  const limits = entries.map(limitsOf(grant, plan, ordinaryYen, insuredOfAll));
  const floors = limits.reduce((sum, { low }) => sum + (low ?? 0n), 0n);
  if (floors > ordinaryYen) {
    return refuse(
      problem('floors-exceed-pot', { found: name, expected: `${ordinaryYen} 円` }, { floors: `${floors} 円` }),
    );
  }
  const drafts = shareBetween(ordinaryYen, weights, limits, plan.rounding.name);
  const required = entries.map((entry) => (plan.caps.required === 'none' ? undefined : entry.requiredYen?.[grant]));
  const final = cutAndRedistribute(drafts.amounts, weights, required, {
    rounding: plan.rounding.name,
    mostPasses: mostPasses(plan, entries.length),
  });
  const allotments = entries.map((entry, place): Allotment => ({
    yen: at(final.amounts, place),
    because: {
      points: entry.points[grant],
      insured: entry.insured,
      coefficientTenThousandths: at(coefficients, place),
      weight: at(weights, place),
      totalWeight,
      sharedYen: ordinaryYen,
      draftYen: at(drafts.amounts, place),
      limited: drafts.limited[place],
      requiredYen: required[place],
      additionalYen: at(final.additional, place),
      pass: at(drafts.passes, place),
      rounding: plan.rounding.name,
    },
  }));
  return ok({
    grant: {
      potYen,
      framesYen: taken.paidYen,
      reservedYen: taken.reservedYen,
      ordinaryYen,
      unallocatedYen: yen(drafts.unallocatedYen + final.unallocatedYen),
      redistributionPasses: final.passes,
    },
    allotments,
  });
};

/** points × insured × coefficient; a plain product is exact up to 2^53, and far quicker for a whole nation. */
const weightOf = (points: number, insured: number, coefficient: number): bigint => {
  const product = points * insured * coefficient;
  return Number.isSafeInteger(product) ? BigInt(product) : BigInt(points) * BigInt(insured) * BigInt(coefficient);
};

const coefficientOf = (grant: Grant, plan: AllocationPlan, insured: number): number => {
  const sizeClass = sizeClassOf(insured, plan.sizeClasses.from);
  const coefficient = plan.coefficients === 'unspecified' ? undefined : plan.coefficients[grant][sizeClass - 1];
  if (coefficient === undefined) throw new Error(`shareGrant: no coefficient for class ${sizeClass}`);
  return coefficient;
};

const limitsOf = (
  grant: Grant,
  { transition, caps }: AllocationPlan,
  ordinaryYen: Yen,
  insuredOfAll: bigint,
): ((entry: AllocationEntry) => Limits) => {
  const lowestPercent = typeof transition === 'object' ? BigInt(transition.percentOfLastYear) : undefined;
  const perInsured =
    typeof caps.multiple === 'object' ? ordinaryYen * BigInt(caps.multiple.percentOfInsuredShare) : undefined;
  const divisor = insuredOfAll * 100n;
  return ({ insured, lastYearYen }) => {
    const last = lastYearYen?.[grant];
    return {
      low: lowestPercent === undefined || last === undefined ? undefined : yen((last * lowestPercent) / 100n),
      high: perInsured === undefined ? undefined : yen((perInsured * BigInt(insured)) / divisor),
    };
  };
};

/** Until settled: a pass that fills nobody up leaves nothing over, so one per entry is enough. */
const mostPasses = ({ caps }: AllocationPlan, entries: number): number => {
  if (caps.required === 'none') return 0;
  return caps.required.passes === 'until-settled' ? entries + 1 : caps.required.passes;
};
