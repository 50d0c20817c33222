import { ok, problem, refuse, type Problem, type Result, type Yen } from '../../kernel';
import type { Grant } from '../../schemes';
import { insuredProblems } from '../exact/checkEntries';
import { sizeClassOf } from '../exact/sizeClass';
import { median, ninetyPercent } from './median';

/** A municipality whose amount was published. */
export interface PublishedAmount {
  readonly key: string;
  readonly name: string;
  readonly points: Readonly<Record<Grant, number>>;
  readonly insured: number;
  readonly yen: Readonly<Record<Grant, Yen>>;
}

export interface CalibratedClass {
  readonly grant: Grant;
  readonly sizeClass: number;
  readonly municipalities: number;
  /** Yen per (point × insured person): the median, so that add-ons of a few do not move it. */
  readonly rate: number;
  /** The rate relative to the largest class that has amounts, in ten-thousandths, as a plan carries it. */
  readonly coefficientTenThousandths: number;
  readonly medianErrorPercent: number;
  readonly ninetyPercentErrorPercent: number;
}

/** An amount far above (a likely add-on) or below (a likely cut) what its class explains. */
export interface Outlier {
  readonly grant: Grant;
  readonly key: string;
  readonly name: string;
  readonly yen: Yen;
  readonly explainedYen: number;
  readonly likely: 'add-on' | 'cut';
}

export interface Calibration {
  readonly classes: readonly CalibratedClass[];
  readonly outliers: readonly Outlier[];
  /** Left out because points or insured persons are missing or zero. */
  readonly problems: readonly Problem[];
}

/** An error this large, and three times the class's median error, makes an outlier. */
const outlierPercent = 5;

/**
 * Estimates the class coefficients of each grant from published amounts: median of yen ÷ (points × insured) by class.
 * Robust against add-ons as long as they are fewer than half of a class; reports the fit and names the outliers.
 * Refuses a table in which no municipality carries amount, points and insured persons.
 */
export const calibrate = (amounts: readonly PublishedAmount[], classesFrom: readonly number[]): Result<Calibration> => {
  const problems = amounts.flatMap((amount) => insuredProblems(amount));
  const usable = amounts.filter((amount) => insuredProblems(amount).length === 0);
  const grants = (['promotion', 'support'] as const).map((grant) => calibrateGrant(grant, usable, classesFrom));
  const classes = grants.flatMap((grant) => grant.classes);
  if (classes.length === 0) return refuse(problem('weights-zero', { found: '公表額のある市町村' }), ...problems);
  return ok({ classes, outliers: grants.flatMap(({ outliers }) => outliers), problems });
};

interface Rated {
  readonly amount: PublishedAmount;
  readonly sizeClass: number;
  readonly exposure: number;
  readonly rate: number;
}

const calibrateGrant = (
  grant: Grant,
  amounts: readonly PublishedAmount[],
  classesFrom: readonly number[],
): Pick<Calibration, 'classes' | 'outliers'> => {
  const rated = amounts
    .filter(({ points, yen }) => points[grant] > 0 && yen[grant] > 0n)
    .map((amount): Rated => {
      const exposure = amount.points[grant] * amount.insured;
      return {
        amount,
        sizeClass: sizeClassOf(amount.insured, classesFrom),
        exposure,
        rate: Number(amount.yen[grant]) / exposure,
      };
    });
  const byClass = [...Array(classesFrom.length + 1).keys()]
    .map((at) => rated.filter(({ sizeClass }) => sizeClass === at + 1))
    .filter((members) => members.length > 0);
  const largest = byClass.at(-1);
  if (largest === undefined) return { classes: [], outliers: [] };
  const reference = median(largest.map(({ rate }) => rate));
  const fitted = byClass.map((members) => fitClass(grant, members, reference));
  return { classes: fitted.map(({ fit }) => fit), outliers: fitted.flatMap(({ outliers }) => outliers) };
};

const fitClass = (
  grant: Grant,
  members: readonly Rated[],
  reference: number,
): { readonly fit: CalibratedClass; readonly outliers: readonly Outlier[] } => {
  const rate = median(members.map((member) => member.rate));
  const errors = members.map((member) => Math.abs(rate / member.rate - 1) * 100);
  const medianError = median(errors);
  const limit = Math.max(outlierPercent, 3 * medianError);
  return {
    fit: {
      grant,
      sizeClass: members[0]?.sizeClass ?? 0,
      municipalities: members.length,
      rate,
      coefficientTenThousandths: Math.round((rate / reference) * 10_000),
      medianErrorPercent: medianError,
      ninetyPercentErrorPercent: ninetyPercent(errors),
    },
    outliers: members
      .filter((member) => Math.abs(member.rate / rate - 1) * 100 > limit)
      .map(({ amount, exposure, rate: own }) => ({
        grant,
        key: amount.key,
        name: amount.name,
        yen: amount.yen[grant],
        explainedYen: Math.round(rate * exposure),
        likely: own > rate ? 'add-on' : 'cut',
      })),
  };
};
