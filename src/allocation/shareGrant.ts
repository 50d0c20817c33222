import { at, sumYen, yen, type Yen } from '../kernel';
import { ok, problem, refuse, type Result } from '../problems';
import { grantNames, type Grant } from '../schemes';
import type { Allotment, GrantAllocation, MunicipalityAllocation } from './allocation';
import { sizeClassOf, type AllocationEntry } from './entries';
import type { AllocationPlan, FlatFrameRule } from './plan';
import { roundings, type RoundingName } from './rounding';
import { shareBetween, type Limits } from './shareBetween';

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

interface Redistribution {
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
const cutAndRedistribute = (
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

/** What flat frames take out of a pot: paid to entries, and kept for places nobody in the table claims. */
interface TakenFromPot {
  readonly paidYen: Yen;
  readonly reservedYen: Yen;
}

interface FrameAmounts {
  readonly from: Readonly<Record<Grant, TakenFromPot>>;
  readonly of: (entry: AllocationEntry) => MunicipalityAllocation['frames'];
}

/** The flat frames of a plan applied to the entries; entries were checked before. */
export const frameAmounts = (plan: AllocationPlan, entries: readonly AllocationEntry[]): FrameAmounts => {
  const flat = plan.frames.filter((frame) => frame.kind === 'flat');
  const of = (entry: AllocationEntry): MunicipalityAllocation['frames'] =>
    flat
      .filter(({ id }) => entry.frames?.includes(id) === true)
      .map((frame) => ({
        id: frame.id,
        name: frame.name,
        yen: amountFor(frame, sizeClassOf(entry.insured, plan.sizeClasses.from)),
      }));
  const taken = (grant: Grant): TakenFromPot => {
    const rules = flat.filter(({ from }) => from === grant);
    const ids = new Set(rules.map(({ id }) => id));
    const paid = entries.flatMap(of).filter(({ id }) => ids.has(id));
    return {
      paidYen: sumYen(paid.map((frame) => frame.yen)),
      reservedYen: sumYen(rules.map((rule) => reservedOf(rule, plan, entries))),
    };
  };
  return { from: { promotion: taken('promotion'), support: taken('support') }, of };
};

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
