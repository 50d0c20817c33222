import {
  allocate,
  decideGrants,
  estimateGrants,
  planOf,
  useOfGrant,
  type Allocation,
  type AllocationPlan,
  type MunicipalityAllocation,
  type MunicipalityGrants,
  type UseOfGrant,
} from '../allocation';
import type { Settings } from '../settings';
import type { FiscalYear, Problem } from '../kernel';
import type { Nation } from '../rank';
import type { BlockPoints, MunicipalityResult, Results } from './results';
import type { Grant } from '../schemes';
import { pointsOf } from '../score';
import { compareYears, lastYearOf, type YearComparison, type YearOutcome } from '../years';
import { thisYearOf } from './thisYearOf';

/** The money of a run: grants per municipality, the nation's shares, two years side by side, the use of the grant. */
export const withMoney = (results: Results, settings: Settings | undefined, plan?: AllocationPlan): Results => {
  const year = results.scheme.fiscalYear;
  const shares = allocationOf(results.nation, year, plan);
  const decided = results.municipalities.map((municipality) =>
    moneyOf(year, municipality, settings, shareOf(shares.allocation, municipality)),
  );
  const municipalities = results.municipalities.map((municipality, at) => ({
    ...municipality,
    insured: settings?.insured ?? municipality.insured,
    grants: decided[at]?.grants ?? null,
  }));
  const [only] = municipalities;
  const alone = municipalities.length === 1 ? only : undefined;
  const single = alone !== undefined || results.subject === 'facts';
  const thisYear = single ? thisYearOf(results, alone, settings) : undefined;
  const comparison = comparisonOf(thisYear?.outcome, settings);
  const use = single ? useOf(settings) : undefined;
  return {
    ...results,
    municipalities,
    settings,
    allocation: shares.allocation,
    thisYear: thisYear?.outcome,
    comparison: comparison?.value,
    use,
    problems: [
      ...results.problems,
      ...distinct(decided.flatMap(({ problems }) => problems)),
      ...shares.problems,
      ...(thisYear?.problems ?? []),
      ...(comparison?.problems ?? []),
      ...(use?.problems ?? []),
    ],
  };
};

/** The assumption behind an estimate is said once, not for each municipality. */
const distinct = (problems: readonly Problem[]): readonly Problem[] => {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify(problem);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** A nation is shared out where every figure is there: the whole table, insured persons, and a plan with coefficients. */
const allocationOf = (
  nation: Nation | undefined,
  year: FiscalYear,
  given: AllocationPlan | undefined,
): { readonly allocation: Allocation | undefined; readonly problems: readonly Problem[] } => {
  const none = { allocation: undefined, problems: [] };
  if (nation?.complete !== true) return none;
  const { table, scores } = nation;
  if (table.insured.some((persons) => Number.isNaN(persons))) return none;
  const plan = given === undefined ? planOf(year) : { ok: true as const, value: given };
  if (!plan.ok || (given === undefined && plan.value.coefficients === 'unspecified')) return none;
  const { promotionBlock, supportBlock } = scores.compiled;
  const shared = allocate(
    plan.value,
    table.municipalities.map(({ name, code, prefecture }, row) => ({
      key: code ?? `${prefecture ?? ''}${name}`,
      name,
      points: { promotion: pointsOf(scores, row, promotionBlock), support: pointsOf(scores, row, supportBlock) },
      insured: table.insured[row] ?? 0,
    })),
  );
  return shared.ok ? { allocation: shared.value, problems: [] } : { allocation: undefined, problems: shared.problems };
};

const shareOf = (
  allocation: Allocation | undefined,
  { nationRow }: MunicipalityResult,
): MunicipalityAllocation | undefined => (nationRow === undefined ? undefined : allocation?.municipalities[nationRow]);

const moneyOf = (
  year: FiscalYear,
  municipality: MunicipalityResult,
  settings: Settings | undefined,
  share: MunicipalityAllocation | undefined,
): { readonly grants: MunicipalityGrants | null; readonly problems: readonly Problem[] } => {
  const insured = settings?.insured ?? municipality.insured;
  const estimate =
    insured === null
      ? undefined
      : estimateGrants({
          name: municipality.identity.name,
          year,
          points: { promotion: grantPoints(municipality, 'promotion'), support: grantPoints(municipality, 'support') },
          insured,
        });
  const decided = decideGrants(year, {
    settings,
    share,
    estimate: estimate?.ok === true ? estimate.value.grants : undefined,
  });
  const usesEstimate = decided.grants?.promotion.basis === 'estimate' || decided.grants?.support.basis === 'estimate';
  const said =
    estimate === undefined ? [] : estimate.ok ? (usesEstimate ? estimate.value.problems : []) : estimate.problems;
  return { grants: decided.grants, problems: [...decided.problems, ...said] };
};

const blockOf = ({ blocks }: MunicipalityResult, grant: Grant | null): BlockPoints | undefined =>
  blocks.find(({ block }) => block.grant === grant && block.goal === null);

const grantPoints = (municipality: MunicipalityResult, grant: Grant): number =>
  blockOf(municipality, grant)?.points ?? 0;

const comparisonOf = (
  now: YearOutcome | undefined,
  settings: Settings | undefined,
): { readonly value: YearComparison | undefined; readonly problems: readonly Problem[] } | undefined => {
  const before = settings === undefined ? undefined : lastYearOf(settings);
  if (before === undefined || now === undefined) return undefined;
  const compared = compareYears(before, now);
  return compared.ok
    ? { value: compared.value, problems: compared.value.problems }
    : { value: undefined, problems: compared.problems };
};

const useOf = (settings: Settings | undefined): UseOfGrant | undefined =>
  settings === undefined || settings.programmes.length === 0
    ? undefined
    : useOfGrant(
        Object.fromEntries(Object.entries(settings.notice).filter(([, amount]) => amount !== undefined)),
        settings.programmes,
      );
