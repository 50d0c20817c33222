import { ok, problem, refuse, type FiscalYear, type Problem, type Result } from '../../kernel';
import { nationalOf, type Grant } from '../../schemes';
import { planOf } from '../plans/planOf';
import type { AllocationPlan } from '../plans/planSchema';
import { packagedCalibration } from './packagedCalibration';

/** How the rates of R6 are carried to another year, in words and figures. */
export interface YearBasis {
  readonly scale: Readonly<Record<Grant, number>>;
  readonly furtherDoubtPercent: number;
  readonly assumptions: readonly string[];
  readonly problems: readonly Problem[];
}

/** The years that can be estimated, oldest first. */
export const estimatedYears: readonly FiscalYear[] = ['R6', 'R7', 'R8'];

const doubt = { carriedOver: 5, potAssumed: 15 };

/**
 * R6 as it is; R7 scaled by its ordinary pots and mean points; R8, whose budget is not known, as if the pots equalled
 * R7's, flagged and with a wider band (decisions/estimate-without-budget.md). Any other year is refused by name:
 * R5 was scored out of 2,185.
 */
export const yearBasis = (year: FiscalYear): Result<YearBasis> => {
  if (!estimatedYears.includes(year)) {
    return refuse(problem('estimate-unknown-year', { found: year, expected: estimatedYears.join('・') }));
  }
  if (year === packagedCalibration.fiscalYear) {
    return ok({ scale: { promotion: 1, support: 1 }, furtherDoubtPercent: 0, assumptions: [], problems: [] });
  }
  const known = planOf(year);
  const plan = known.ok ? known.value : packagedPlan('R7');
  const base = packagedPlan(packagedCalibration.fiscalYear);
  const means = meanPoints(year);
  const scaleOf = (grant: Grant): number =>
    (ordinaryPot(plan, grant) / ordinaryPot(base, grant)) * (packagedCalibration.nationalMeans[grant] / means[grant]);
  return ok({
    scale: { promotion: scaleOf('promotion'), support: scaleOf('support') },
    furtherDoubtPercent: known.ok ? doubt.carriedOver : doubt.potAssumed,
    assumptions: [
      `単価は令和6年度の公表額から求め、通常分の予算額の比と全国平均点の比で${year}年度に換算した（仮定）`,
      ...(known.ok ? [] : [`${year}年度の予算額は不明のため、${plan.fiscalYear}年度と同額と仮定した`]),
    ],
    problems: known.ok
      ? []
      : [problem('estimate-pot-assumed', { found: year, expected: plan.fiscalYear }, { percent: doubt.potAssumed })],
  });
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

const meanPoints = (year: FiscalYear): Readonly<Record<Grant, number>> => {
  const mean = (grant: Grant): number => {
    const total = nationalOf(year)?.blocks.find((block) => block.grant === grant && block.goal === null);
    if (total === undefined) throw new Error(`yearBasis: no mean of ${grant} in ${year}`);
    return total.mean;
  };
  return { promotion: mean('promotion'), support: mean('support') };
};

const packagedPlan = (year: FiscalYear): AllocationPlan => {
  const plan = planOf(year);
  if (!plan.ok) throw new Error(`yearBasis: no plan of ${year}`);
  return plan.value;
};
