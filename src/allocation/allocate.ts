import { at, float64At, yen, type Yen } from '../kernel';
import { ok, problem, refuse, type Result } from '../problems';
import type { Grant } from '../schemes';
import type { Allocation, Allotment, GrantAllocation, MunicipalityAllocation } from './allocation';
import { checkEntries, type AllocationEntry } from './entries';
import { frameAmounts, type FrameAmounts } from './frames';
import { orderedNation, type OrderedNation } from './orderedNation';
import type { AllocationPlan } from './plan';
import { potOf, sharePot, type Pot, type PotShares } from './pot';
import { exactWeight } from './weights';

/**
 * Shares the pots of a plan among all municipalities, to the yen; every amount carries its reasons.
 * Needs the whole nation: a share of a partial table would be too large. Refuses, naming each cause: unspecified
 * coefficients, missing insured persons, zero weights, zero pots, floors above the pot. The order of the entries
 * changes nothing but the order of the result.
 */
export const allocate = (plan: AllocationPlan, entries: readonly AllocationEntry[]): Result<Allocation> => {
  const ready = readyToShare(plan, entries);
  if (!ready.ok) return ready;
  const promotion = shareGrant('promotion', plan, ready.value);
  if (!promotion.ok) return promotion;
  const support = shareGrant('support', plan, ready.value);
  if (!support.ok) return support;
  const shared = { promotion: promotion.value, support: support.value };
  return ok({
    plan,
    confidence: weakestConfidence(plan),
    grants: { promotion: promotion.value.grant, support: support.value.grant },
    municipalities: entries.map((entry) => municipality(plan, entry, shared, ready.value)),
  });
};

/**
 * The pot of one grant made ready once, so that {@link amountAt} says in microseconds what one municipality would receive
 * of it at other points. Takes and refuses what {@link allocate} does, but for weights that are all zero, which other points
 * may change.
 */
export const preparePot = (plan: AllocationPlan, grant: Grant, entries: readonly AllocationEntry[]): Result<Pot> => {
  const ready = readyToShare(plan, entries);
  return ready.ok ? potOf(grant, plan, ready.value.nation, ready.value.frames.from[grant]) : ready;
};

interface Ready {
  readonly nation: OrderedNation;
  readonly frames: FrameAmounts;
}

const readyToShare = (plan: AllocationPlan, entries: readonly AllocationEntry[]): Result<Ready> => {
  const nation = orderedNation(plan, entries);
  const problems = checkEntries(plan, entries, { different: nation.places.size, leastRequired: nation.leastRequired });
  if (problems.length > 0) return { ok: false, problems };
  if (plan.coefficients === 'unspecified')
    return refuse(problem('plan-unspecified', { found: `${plan.fiscalYear}年度の規模区分ごとの係数` }));
  return ok({ nation, frames: frameAmounts(plan, entries) });
};

interface SharedGrant {
  readonly pot: Pot;
  readonly shares: PotShares;
  readonly grant: GrantAllocation;
}

const shareGrant = (grant: Grant, plan: AllocationPlan, { nation, frames }: Ready): Result<SharedGrant> => {
  const taken = frames.from[grant];
  const pot = potOf(grant, plan, nation, taken);
  if (!pot.ok) return pot;
  const shares = sharePot(pot.value);
  if (!shares.ok) return shares;
  return ok({
    pot: pot.value,
    shares: shares.value,
    grant: {
      potYen: plan.pots[grant].municipal.yen,
      framesYen: taken.paidYen,
      reservedYen: taken.reservedYen,
      ordinaryYen: pot.value.ordinaryYen,
      unallocatedYen: inYen(shares.value.left),
      redistributionPasses: shares.value.passes,
    },
  });
};

const municipality = (
  plan: AllocationPlan,
  entry: AllocationEntry,
  shared: Readonly<Record<Grant, SharedGrant>>,
  { nation, frames }: Ready,
): MunicipalityAllocation => {
  const place = nation.places.get(entry.key);
  if (place === undefined) throw new Error(`allocate: ${entry.name} is none of the entries`);
  const framesPaid = frames.of(entry);
  const promotion = allotment(plan, shared.promotion, place);
  const support = allotment(plan, shared.support, place);
  let total = promotion.yen + support.yen;
  for (const frame of framesPaid) total += frame.yen;
  return {
    entry,
    sizeClass: at(nation.sizeClasses, place),
    promotion,
    support,
    frames: framesPaid,
    totalYen: yen(total),
  };
};

const allotment = (plan: AllocationPlan, shared: SharedGrant, place: number): Allotment => ({
  yen: inYen(float64At(shared.shares.amounts, place)),
  because: () => reasonsOf(plan, shared, place),
});

const reasonsOf = (
  plan: AllocationPlan,
  { pot, shares }: SharedGrant,
  place: number,
): ReturnType<Allotment['because']> => {
  const { points, insured, requiredYen } = at(pot.nation.entries, place);
  return {
    points: points[pot.grant],
    insured,
    coefficientTenThousandths: at(pot.coefficients, place),
    weight: exactWeight(pot.everybody.weights, place),
    totalWeight: pot.everybody.total,
    sharedYen: pot.ordinaryYen,
    draftYen: inYen(at(shares.drafts, place)),
    limited: limitedWords[at(shares.filled.limited, place) + 1],
    requiredYen: plan.caps.required === 'none' ? undefined : requiredYen?.[pot.grant],
    additionalYen: inYen(at(shares.amounts, place) - at(shares.kept, place)),
    pass: at(shares.filled.passes, place),
    rounding: pot.rounding,
  };
};

const limitedWords = ['raised', undefined, 'capped'] as const;

const inYen = (amount: number): Yen => yen(BigInt(amount));

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
