import {
  allocate,
  decideGrants,
  estimateGrants,
  planOf,
  useOfGrant,
  type Allocation,
  type AllocationPlan,
  type EstimatedGrants,
  type KnownAmounts,
  type MunicipalityAllocation,
  type MunicipalityGrants,
  type UseOfGrant,
} from '../allocation';
import type { Settings } from '../settings';
import { finished, type FiscalYear, type Steps } from '../kernel';
import type { Problem, Result } from '../problems';
import { insuredOf, type Nation } from '../rank';
import type {
  AnswersResults,
  FactsResults,
  MunicipalityResult,
  NationResults,
  OwnMoney,
  Scored,
  ScoredAnswers,
  ScoredMunicipality,
  ScoredNation,
  ToldFacts,
  WorkbookResults,
} from './results';
import { atPlace, differsFromPublished, maximaIn, wholeOf, type Grant, type Scheme } from '../schemes';
import { pointsOf } from '../score';
import { isOfTheNation } from './fromAnswers';
import { insuredTwice } from './factsTwice';
import { firstKnown, precedence } from './precedence';
import { compareYears, lastYearOf, type YearComparison, type YearOutcome } from '../years';
import { thisYearOf } from './thisYearOf';

/**
 * The money of a run: grants per municipality, the nation's shares, two years side by side, the use of the grant. `given` is
 * a user's own plan instead of the packaged one.
 */
export function withMoney(scored: ScoredAnswers, ...told: Told): AnswersResults;
export function withMoney(scored: ScoredNation, ...told: Told): NationResults;
export function withMoney(scored: ToldFacts, ...told: Told): FactsResults;
export function withMoney(scored: Scored, ...told: Told): WorkbookResults {
  return finished(addingMoney(scored, ...told));
}

/** {@link withMoney} in steps. */
export function addingMoney(scored: ScoredNation, ...told: Told): Steps<NationResults>;
export function addingMoney(scored: Scored, ...told: Told): Steps<WorkbookResults>;
export function* addingMoney(scored: Scored, ...[settings, given]: Told): Steps<WorkbookResults> {
  const plan = firstKnown(precedence.plan, { given, packaged: packagedPlan(scored.scheme.fiscalYear) });
  if (scored.subject === 'facts') {
    const paid = toldGrants(scored.scheme, settings);
    const { value: own, problems } = ownMoney(scored, undefined, settings, paid.grants);
    const money = { settings, plan, allocation: undefined, own };
    return { ...scored, problems: [...scored.problems, ...paid.problems, ...problems], money };
  }
  const shares = plan === undefined ? noShares : sharesOf(scored.nation, plan, given !== undefined);
  const paid: ReturnType<typeof paidOf>[] = [];
  for (const [place, municipality] of scored.municipalities.entries()) {
    if (place % townsAtOnce === 0) yield;
    paid.push(
      paidOf(scored.scheme, municipality, {
        settings,
        share: shareOf(shares.allocation, municipality),
        // Of answers the least is an amount a person can plan with; of a table in doubt it is none.
        isEstimated: scored.subject !== 'nation' || !municipality.provisional,
      }),
    );
  }
  yield;
  const municipalities = paid.map(({ municipality }) => municipality);
  const [only, ...others] = municipalities;
  const own = only === undefined || others.length > 0 ? undefined : ownMoney(scored, only, settings, only.grants);
  return {
    ...scored,
    municipalities,
    money: { settings, plan, allocation: shares.allocation, own: own?.value },
    problems: [
      ...scored.problems,
      ...distinct(paid.flatMap(({ problems }) => problems)),
      ...shares.problems,
      ...(own?.problems ?? []),
    ],
  };
}

const townsAtOnce = 128;

/** The settings of the run and a user's own plan. */
type Told = readonly [settings: Settings | undefined, given: AllocationPlan | undefined];

const packagedPlan = (year: FiscalYear): AllocationPlan | undefined => {
  const plan = planOf(year);
  return plan.ok ? plan.value : undefined;
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

interface Shares {
  readonly allocation: Allocation | undefined;
  readonly problems: readonly Problem[];
}

const noShares: Shares = { allocation: undefined, problems: [] };

/**
 * A nation is shared out where every figure is there: the whole table, insured persons, and a plan with coefficients. One
 * that a user gave without them is refused by name, since it was given for that.
 */
const sharesOf = (nation: Nation | undefined, plan: AllocationPlan, isGiven: boolean): Shares => {
  if (nation?.complete !== true) return noShares;
  const { table, scores } = nation;
  if (!isGiven && plan.coefficients === 'unspecified') return noShares;
  const { promotionBlock, supportBlock } = scores.compiled;
  const entries = table.municipalities.flatMap(({ name, code, prefecture }, row) => {
    const insured = insuredOf(table, row);
    const points = { promotion: pointsOf(scores, row, promotionBlock), support: pointsOf(scores, row, supportBlock) };
    return insured === undefined ? [] : [{ key: code ?? `${prefecture ?? ''}${name}`, name, points, insured }];
  });
  if (entries.length < table.count) return noShares;
  const shared = allocate(plan, entries);
  return shared.ok ? { allocation: shared.value, problems: [] } : { allocation: undefined, problems: shared.problems };
};

const shareOf = (
  allocation: Allocation | undefined,
  { nationRow }: ScoredMunicipality,
): MunicipalityAllocation | undefined => (nationRow === undefined ? undefined : allocation?.municipalities[nationRow]);

/** What the money of one municipality can be worked out from. */
interface Grounds {
  readonly settings: Settings | undefined;
  readonly share: MunicipalityAllocation | undefined;
  readonly isEstimated: boolean;
}

/** A municipality with its grants, and with the insured persons a person told. */
const paidOf = (
  scheme: Scheme,
  scored: ScoredMunicipality,
  { settings, share, isEstimated }: Grounds,
): { readonly municipality: MunicipalityResult; readonly problems: readonly Problem[] } => {
  const insured = firstKnown(precedence.insured, { settings: settings?.insured, ...scored.insured }) ?? null;
  const estimate =
    insured === null || !isEstimated || differsFromPublished(scheme) || !isOfTheNation(scored.identity)
      ? undefined
      : estimateGrants({
          name: scored.identity.name,
          year: scheme.fiscalYear,
          maxPoints: maximaIn(scheme),
          points: { promotion: grantPoints(scored, 'promotion'), support: grantPoints(scored, 'support') },
          insured,
        });
  const { grants, problems } = decided(scheme.fiscalYear, { settings, share }, estimate);
  return {
    municipality: { ...scored, insured, grants },
    problems: [...insuredTwice(settings, scored.insured), ...problems],
  };
};

/** The grants of points and persons that the settings alone tell, without any answers. */
const toldGrants = (
  scheme: Scheme,
  settings: Settings | undefined,
): { readonly grants: MunicipalityGrants | null; readonly problems: readonly Problem[] } => {
  const { promotion, support } = settings?.thisYear.points ?? {};
  const estimate =
    settings?.insured === undefined || promotion === undefined || support === undefined || differsFromPublished(scheme)
      ? undefined
      : estimateGrants({
          name: settings.place.name ?? '本市町村',
          year: scheme.fiscalYear,
          maxPoints: maximaIn(scheme),
          points: { promotion, support },
          insured: settings.insured,
        });
  return decided(scheme.fiscalYear, { settings, share: undefined }, estimate);
};

/** The grants, and what is to be said of them: an estimate's assumptions only where it is used. */
const decided = (
  year: FiscalYear,
  known: Omit<KnownAmounts, 'estimate'>,
  estimate: Result<EstimatedGrants> | undefined,
): ReturnType<typeof decideGrants> => {
  const { grants, problems } = decideGrants(year, {
    ...known,
    estimate: estimate?.ok === true ? estimate.value.grants : undefined,
  });
  const usesEstimate = grants?.promotion.basis === 'estimate' || grants?.support.basis === 'estimate';
  const said =
    estimate === undefined ? [] : estimate.ok ? (usesEstimate ? estimate.value.problems : []) : estimate.problems;
  return { grants, problems: [...problems, ...said] };
};

const grantPoints = ({ blocks }: ScoredMunicipality, grant: Grant): number => atPlace(blocks, wholeOf(grant)).points;

/** Years and use of the one municipality `own`, or of told facts alone. */
const ownMoney = (
  scored: Scored,
  own: MunicipalityResult | undefined,
  settings: Settings | undefined,
  grants: MunicipalityGrants | null,
): { readonly value: OwnMoney; readonly problems: readonly Problem[] } => {
  const { outcome: thisYear, problems } = thisYearOf(scored, own, settings, grants);
  const compared = comparisonOf(thisYear, settings);
  const use = useOf(scored.scheme.fiscalYear, settings);
  return {
    value: { grants, thisYear, comparison: compared.value, use },
    problems: [...problems, ...compared.problems, ...(use?.problems ?? [])],
  };
};

const comparisonOf = (
  now: YearOutcome,
  settings: Settings | undefined,
): { readonly value: YearComparison | undefined; readonly problems: readonly Problem[] } => {
  const before = settings === undefined ? undefined : lastYearOf(settings);
  if (before === undefined) return { value: undefined, problems: [] };
  const compared = compareYears(before, now);
  return compared.ok
    ? { value: compared.value, problems: compared.value.problems }
    : { value: undefined, problems: compared.problems };
};

const useOf = (year: FiscalYear, settings: Settings | undefined): UseOfGrant | undefined =>
  settings === undefined || settings.programmes.length === 0
    ? undefined
    : useOfGrant(year, settings.notice, settings.programmes);
