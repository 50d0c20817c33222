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

/** Yen per (point × insured person) of one grant, before add-ons. */
export interface BasicRate {
  /** The lowest seen, less a margin. */
  readonly low: number;
  /** Between the amounts without an add-on and the published median of the class. */
  readonly centre: number;
  /** The larger of those two, plus a margin. */
  readonly high: number;
}

/** What one size class pays for its points. */
export interface ClassRate extends Readonly<Record<Grant, BasicRate>> {
  readonly sizeClass: number;
  /** Published amounts in the class. */
  readonly observations: number;
}

/** 追加配分: a sum, not a rate; yen of both grants together. */
export interface AddOn {
  /** The part of it that comes with 推進. */
  readonly promotionPart: number;
  /** From so many points of both grants on the larger sum was seen, hardly ever below. */
  readonly fromPoints: number;
  readonly leastYen: number;
  readonly mostYenBelow: number;
  readonly mostYenFrom: number;
}

/** How many of some published amounts show an add-on. */
export interface SeenShare {
  readonly count: number;
  readonly of: number;
}

/** The published amounts by size class and by points: below and from `AddOn.fromPoints`. */
export interface SeenAddOns {
  readonly classes: readonly (SeenShare & { readonly sizeClass: number })[];
  readonly below: SeenShare;
  readonly from: SeenShare;
}

export interface EstimateRates {
  readonly addOn: AddOn;
  readonly classes: readonly ClassRate[];
}

/**
 * How well the rates meet the published amounts they were not made from: one row per grant and size class (null = all).
 * Errors are those of the centre, also where it is too unsure to be shown.
 */
export interface LeaveOneOutRow {
  readonly grant: 'both' | Grant;
  readonly sizeClass: number | null;
  readonly amounts: number;
  readonly medianErrorPercent: number;
  readonly ninetyPercentErrorPercent: number;
  /** Amounts inside the stated band. */
  readonly within: number;
  /** The band's upper end less its lower, in percent of the amount. */
  readonly medianWidthPercent: number;
  /** Upper ÷ lower end. */
  readonly medianTopOverBottom: number;
}

/** calibration/<year>.json. */
export interface Calibration {
  readonly schema: 'incentive-calibration/2';
  readonly fiscalYear: FiscalYear;
  readonly note: string;
  /** The fewest insured persons of class 2, 3, … */
  readonly sizeClasses: readonly number[];
  readonly nationalMeans: Readonly<Record<Grant, number>>;
  readonly rates: EstimateRates;
  readonly seen: SeenAddOns;
  readonly leaveOneOut: readonly LeaveOneOutRow[];
  /** 確定額 that are known, and how many of them lay in the band of the draft (left out as above). */
  readonly finals: { readonly within: number; readonly of: number };
}

/** The rates the estimate uses, with their leave-one-out errors; generated, never edited by hand. */
export const packagedCalibration: Calibration = proven<Calibration>(data, 'incentive-calibration/2');

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
      `単価は${fiscalYearLabel(packagedCalibration.fiscalYear)}の公表額から求め、通常分の予算額の比と全国平均点の比で${fiscalYearLabel(year)}に換算した（仮定）`,
      ...(known.ok
        ? []
        : [`${fiscalYearLabel(year)}の予算額は未公表のため、${fiscalYearLabel(plan.fiscalYear)}と同額と仮定した`]),
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
