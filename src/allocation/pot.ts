import { at, nothingAt, yen, type Yen } from '../kernel';
import { ok, problem, refuse, type Result } from '../problems';
import { grantNames, type Grant } from '../schemes';
import { checkPoints } from './entries';
import type { TakenFromPot } from './frames';
import type { OrderedNation } from './orderedNation';
import type { AllocationPlan } from './plan';
import { redistribute } from './redistribute';
import { roundings, type RoundingName } from './rounding';
import { ceilingsOf, limitsOf, mostPasses } from './potLimits';
import { fillLimits, type Bounds, type FilledLimits } from './shareBetween';
import { everyone, weightsOf, withWeight, type Sharers } from './weights';

/** One grant's money and everything that decides its shares, laid out as plain numbers; all but the weights stands still. */
export interface Pot {
  readonly grant: Grant;
  readonly nation: OrderedNation;
  readonly ordinaryYen: Yen;
  readonly coefficients: Int32Array;
  readonly everybody: Sharers;
  readonly bounds: Bounds;
  /** 所要見込額 in whole units; undefined where no entry tells one that the plan respects. */
  readonly ceilings: Float64Array | undefined;
  readonly rounding: RoundingName;
  readonly mostPasses: number;
}

/** Everybody's share, each array in the order of the entries, amounts in yen. */
export interface PotShares {
  readonly filled: FilledLimits;
  readonly drafts: Float64Array;
  readonly amounts: Float64Array;
  /** What an amount is more than that, it received when the cuts were shared again. */
  readonly kept: Float64Array;
  readonly passes: number;
  readonly left: number;
}

/** Lays out the pot of one grant. Refuses a pot without money, and floors above it. */
export const potOf = (grant: Grant, plan: AllocationPlan, nation: OrderedNation, taken: TakenFromPot): Result<Pot> => {
  const name = grantNames[grant].short;
  const ordinaryYen = yen(plan.pots[grant].municipal.yen - taken.paidYen - taken.reservedYen);
  if (ordinaryYen <= 0n) return refuse(problem('pot-zero', { found: name, expected: `${ordinaryYen} 円` }));
  const limits = limitsOf(grant, plan, ordinaryYen, nation);
  if (limits.floorsYen > ordinaryYen) {
    return refuse(
      problem(
        'floors-exceed-pot',
        { found: name, expected: `${ordinaryYen} 円` },
        { floors: `${limits.floorsYen} 円` },
      ),
    );
  }
  const { entries, insured, sizeClasses } = nation;
  const points = nation.points[grant];
  const coefficients = coefficientsOf(grant, plan, sizeClasses);
  const weights = weightsOf(entries.length, (place) => {
    const scored = points[place];
    const persons = insured[place];
    const coefficient = coefficients[place];
    if (scored === undefined || persons === undefined || coefficient === undefined) throw nothingAt(points, place);
    return weightOf(scored, persons, coefficient);
  });
  return ok({
    grant,
    nation,
    ordinaryYen,
    coefficients,
    everybody: everyone(weights),
    bounds: limits.bounds,
    ceilings: ceilingsOf(grant, plan, ordinaryYen, nation),
    rounding: plan.rounding.name,
    mostPasses: mostPasses(plan, entries.length),
  });
};

/** Shares a pot out: floors and multiples first, then 所要見込額. Refused where nobody has a weight. */
export const sharePot = (pot: Pot): Result<PotShares> => {
  const { grant, ordinaryYen, everybody, bounds, ceilings, rounding } = pot;
  if (everybody.total === 0n) return nobody(grant);
  const filled = fillLimits(Number(ordinaryYen), everybody, bounds);
  const { rest } = filled;
  const drafts = filled.amounts.slice();
  let left = filled.left;
  if (rest.total > 0n) {
    const shares = roundings[rounding].all(left, rest);
    for (let among = 0; among < rest.open.length; among += 1) {
      const share = shares[among];
      const place = rest.open[among];
      if (share === undefined || place === undefined) throw nothingAt(shares, among);
      drafts[place] = share;
      left -= share;
    }
  }
  if (ceilings === undefined)
    return ok({
      filled,
      drafts,
      amounts: drafts,
      kept: drafts,
      passes: 0,
      left,
    });
  const final = redistribute(drafts, everybody, ceilings, pot);
  return ok({ ...final, filled, drafts, left: left + final.left });
};

/**
 * What one municipality, by its key, would receive of this pot with other points of this grant, all else being the same: to
 * the yen what {@link allocate} gives with these points in its entry, their effect on everybody's denominator, the caps and
 * the rounding included. Throws for a key that is not in the pot; refuses what `allocate` refuses.
 */
export const amountAt = (pot: Pot, key: string, points: number): Result<Yen> => {
  const place = pot.nation.places.get(key);
  if (place === undefined) throw new Error(`amountAt: ${key} is not in the pot`);
  const entry = at(pot.nation.entries, place);
  const problems = checkPoints(entry.name, points);
  if (problems.length > 0) return { ok: false, problems };
  const everybody = withWeight(pot.everybody, place, weightOf(points, entry.insured, at(pot.coefficients, place)));
  if (pot.ceilings !== undefined) {
    const shared = sharePot({ ...pot, everybody });
    return shared.ok ? ok(yen(BigInt(at(shared.value.amounts, place)))) : shared;
  }
  if (everybody.total === 0n) return nobody(pot.grant);
  const budget = Number(pot.ordinaryYen);
  const share = roundings[pot.rounding].one;
  if (!pot.bounds.limited) return ok(yen(BigInt(share(budget, everybody, place))));
  const { rest, amounts, limited, left } = fillLimits(budget, everybody, pot.bounds);
  const isSettled = limited[place] !== 0 || rest.total === 0n;
  return ok(yen(BigInt(isSettled ? at(amounts, place) : share(left, rest, rest.open.indexOf(place)))));
};

const nobody = (grant: Grant): Result<never> => refuse(problem('weights-zero', { found: grantNames[grant].short }));

/** Looked up once: it is asked for everybody. */
const mostExact = Number.MAX_SAFE_INTEGER;

/** points × insured × coefficient; a plain product is exact up to 2^53, and far quicker for a whole nation. */
const weightOf = (points: number, insured: number, coefficient: number): number | bigint => {
  const product = points * insured * coefficient;
  return product <= mostExact ? product : BigInt(points) * BigInt(insured) * BigInt(coefficient);
};

const coefficientsOf = (grant: Grant, { coefficients }: AllocationPlan, sizeClasses: Uint8Array): Int32Array => {
  const byClass = coefficients === 'unspecified' ? [] : coefficients[grant];
  const each = new Int32Array(sizeClasses.length);
  for (let place = 0; place < each.length; place += 1) {
    const sizeClass = sizeClasses[place];
    const coefficient = sizeClass === undefined ? undefined : byClass[sizeClass - 1];
    if (coefficient === undefined) throw nothingAt(sizeClasses, place);
    each[place] = coefficient;
  }
  return each;
};
