import { fiscalYearLabel, westernYear, type FiscalYear } from '../kernel';
import { ok, problem, refuse, type Problem, type Refusal, type Result } from '../problems';
import {
  figuresOf,
  nationalOf,
  plannedYears,
  proven,
  scoredYears,
  wholeOf,
  yearOf,
  type Grant,
  type KnownYear,
} from '../schemes';
import data from './calibration/R6.json';
import type { AllocationPlan } from './plan';
import { planOf } from './plans';

/** What one size class pays, in yen per (point × insured person), both grants together. */
export interface ClassRate {
  readonly sizeClass: number;
  /** Published amounts in the class. */
  readonly observations: number;
  /** The point estimate. */
  readonly centre: number;
  /** The lower edge of what was seen, less a margin. */
  readonly low: number;
  /** The point estimate plus a margin, before add-ons. */
  readonly high: number;
  /** An add-on may bring so much more, relative to the basic amount, or `flatAddOnYen`, whichever is larger. */
  readonly addOnRatio: number;
}

export interface EstimateRates {
  /** Yen per point of 推進, over yen per point of 支援. */
  readonly promotionToSupport: number;
  readonly flatAddOnYen: number;
  readonly classes: readonly ClassRate[];
}

/** How well the rates meet the published amounts they were not made from: one row per grant and size class (null = all). */
export interface LeaveOneOutRow {
  readonly grant: 'both' | Grant;
  readonly sizeClass: number | null;
  readonly amounts: number;
  readonly medianErrorPercent: number;
  readonly ninetyPercentErrorPercent: number;
  /** Amounts inside the stated band. */
  readonly within: number;
}

/** calibration/<year>.json. */
export interface Calibration {
  readonly schema: 'incentive-calibration/1';
  readonly fiscalYear: FiscalYear;
  readonly note: string;
  /** The fewest insured persons of class 2, 3, … */
  readonly sizeClasses: readonly number[];
  readonly nationalMeans: Readonly<Record<Grant, number>>;
  readonly rates: EstimateRates;
  readonly leaveOneOut: readonly LeaveOneOutRow[];
}

/** The rates the estimate uses, with their leave-one-out errors; generated, never edited by hand. */
export const packagedCalibration: Calibration = proven<Calibration>(data, 'incentive-calibration/1');

/** How the rates of R6 are carried to another year, in words and figures. */
export interface YearBasis {
  readonly scale: Readonly<Record<Grant, number>>;
  readonly furtherDoubtPercent: number;
  readonly assumptions: readonly string[];
  readonly problems: readonly Problem[];
}

const doubt = { carriedOver: 5, potAssumed: 15 };

/**
 * The year the rates were seen in (R6) as it is; another scaled by its ordinary pots and mean points (R7); one whose budget
 * is not known (R8) as if its pots equalled those of the last year with a budget, flagged and with a wider band
 * (decisions/estimate-without-budget.md). Refused by name: a year without published means, which nobody can scale to, and
 * one whose criteria are not known (R5 was scored by other rules, out of 2,185).
 */
export const yearBasis = (year: FiscalYear): Result<YearBasis> => {
  const all = yearOf(year);
  const before = bases.get(all);
  if (before !== undefined) return ok(before);
  const means = meanPoints(year);
  if (means === undefined) return unknownYear(year);
  const basis = basisFrom(year, means);
  bases.set(all, basis);
  return ok(basis);
};

/** Worked out once a year; a scheme that a person adds makes the year another. */
const bases = new WeakMap<KnownYear, YearBasis>();

const basisFrom = (year: FiscalYear, means: Readonly<Record<Grant, number>>): YearBasis => {
  if (year === packagedCalibration.fiscalYear) {
    return { scale: { promotion: 1, support: 1 }, furtherDoubtPercent: 0, assumptions: [], problems: [] };
  }
  const known = planOf(year);
  const plan = known.ok ? known.value : packagedPlan(lastPlanned(year));
  const base = packagedPlan(packagedCalibration.fiscalYear);
  const scaleOf = (grant: Grant): number =>
    (ordinaryPot(plan, grant) / ordinaryPot(base, grant)) * (packagedCalibration.nationalMeans[grant] / means[grant]);
  return {
    scale: { promotion: scaleOf('promotion'), support: scaleOf('support') },
    furtherDoubtPercent: known.ok ? doubt.carriedOver : doubt.potAssumed,
    assumptions: [
      `単価は${fiscalYearLabel(packagedCalibration.fiscalYear)}の公表額から求め、通常分の予算額の比と全国平均点の比で${year}年度に換算した（仮定）`,
      ...(known.ok ? [] : [`${year}年度の予算額は不明のため、${plan.fiscalYear}年度と同額と仮定した`]),
    ],
    problems: known.ok
      ? []
      : [problem('estimate-pot-assumed', { found: year, expected: plan.fiscalYear }, { percent: doubt.potAssumed })],
  };
};

/**
 * The municipal pot without what flat frames are known to take: 八王子's R7 rates fit only so
 * (rules/grants.md#outcome-frame).
 */
const ordinaryPot = ({ pots, frames }: AllocationPlan, grant: Grant): number => {
  const taken = frames.reduce(
    (sum, frame) =>
      frame.kind === 'flat' && frame.from === grant
        ? frame.perClass.reduce(
            (all, { yen, places }) =>
              yen === 'unspecified' || places === 'unspecified' ? all : all + yen * BigInt(places),
            sum,
          )
        : sum,
    0n,
  );
  return Number(pots[grant].municipal.yen - taken);
};

/** The refusal of a year that cannot be estimated, with those that can. */
export const unknownYear = (year: FiscalYear): Refusal =>
  refuse(
    problem('estimate-unknown-year', {
      found: year,
      expected: scoredYears()
        .filter((one) => meanPoints(one) !== undefined)
        .join('・'),
    }),
  );

/** The last year before this one whose budget is known. */
const lastPlanned = (year: FiscalYear): FiscalYear => {
  const before = plannedYears.findLast((planned) => westernYear(planned) < westernYear(year));
  if (before === undefined) throw new Error(`yearBasis: no plan before ${year}`);
  return before;
};

/** Published means of the grants in a year scored by criteria; undefined where there are none. */
const meanPoints = (year: FiscalYear): Readonly<Record<Grant, number>> | undefined => {
  const mean = (grant: Grant): number | undefined => figuresOf(nationalOf(year), wholeOf(grant))?.mean;
  const [promotion, support] = [mean('promotion'), mean('support')];
  return promotion === undefined || support === undefined ? undefined : { promotion, support };
};

const packagedPlan = (year: FiscalYear): AllocationPlan => {
  const plan = planOf(year);
  if (!plan.ok) throw new Error(`yearBasis: no plan of ${year}`);
  return plan.value;
};
