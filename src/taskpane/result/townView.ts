import { basesBestFirst, type GrantBasis, type GrantScenario, type YenRange } from '../../allocation';
import {
  lastYearKept,
  onlyMunicipality,
  standpointOf,
  type MunicipalityResult,
  type ScoredResults,
} from '../../evaluation';
import { fiscalYearLabel, sumYen } from '../../kernel';
import { outcomeOf, type MoneyView, type Outcome, type PointsRange } from '../../outlook';
import { grants, type Grant } from '../../schemes';
import type { YearComparison } from '../../years';

/** What the first view of 結果 says of one municipality. Open answers make every figure a range. */
export interface TownView {
  readonly name: string;
  readonly prefecture: string | undefined;
  readonly points: PointsRange;
  readonly maxPoints: number;
  readonly rank: Outcome['rank'];
  /** One that is none of the 1,741, and why it has neither rank nor amount. */
  readonly outside: 'union' | 'ward' | undefined;
  /** Last year is told for one municipality, and there are several. */
  readonly isOneOfSeveral: boolean;
  readonly insured: number | null;
  /** Undefined where nothing tells the money. */
  readonly money: MoneyOfTown | undefined;
  /** Against last year; undefined where last year was not told. */
  readonly change: ChangeOfTown | undefined;
}

export interface MoneyOfTown extends YenRange {
  /** That of the less sure of both grants. */
  readonly basis: GrantBasis;
  /** An estimate of open answers reaches from the fewest points to the most; a notice holds whatever they are. */
  readonly grants: Readonly<Record<Grant, YenRange & { readonly scenarios: readonly GrantScenario[] }>>;
}

export interface ChangeOfTown {
  /** 令和7年度 */
  readonly year: string;
  /** A range where last year's answers are open. */
  readonly before: PointsRange | undefined;
  /** Undefined where the maxima of both years differ. */
  readonly points: PointsRange | undefined;
  /** Places gained; negative = lost. */
  readonly places: number | undefined;
  /** Undefined unless both amounts are known to the yen. */
  readonly yen: bigint | undefined;
}

export const townView = (results: ScoredResults, town: MunicipalityResult): TownView => {
  const standpoint = standpointOf(results, town);
  const outcome = outcomeOf(standpoint, standpoint.states);
  const { identity, range, rank } = town;
  return {
    name: identity.name,
    prefecture: identity.prefecture,
    outside: identity.kind === 'union' || identity.kind === 'ward' ? identity.kind : undefined,
    isOneOfSeveral: onlyMunicipality(results) === undefined,
    insured: town.insured,
    points: range,
    maxPoints: results.scheme.maxPoints,
    // The results know more of the place than points alone: the row of a table, what was told.
    rank: { ...outcome.rank, ...rank },
    money: moneyOf(town, outcome, standpoint.money),
    change: changeOf(results, town),
  };
};

const moneyOf = (
  { grants: known, provisional }: MunicipalityResult,
  { points }: Outcome,
  estimate: MoneyView | undefined,
): MoneyOfTown | undefined => {
  if (known === null) return undefined;
  const basis = basesBestFirst.findLast((one) => grants.some((grant) => known[grant].basis === one)) ?? 'estimate';
  const at = (end: 'least' | 'most') => ({ promotion: points.promotion[end], support: points.support[end] });
  const ofGrant = (grant: Grant): MoneyOfTown['grants'][Grant] => {
    const { low, high, scenarios, basis: own } = known[grant];
    if (own !== 'estimate' || !provisional || estimate === undefined) return { low, high, scenarios };
    const [least, most] = [estimate.amount(grant, at('least')).low, estimate.amount(grant, at('most')).high];
    // Of a range of points no single scenario can be told.
    return { low: least < low ? least : low, high: most > high ? most : high, scenarios: [] };
  };
  const each = { promotion: ofGrant('promotion'), support: ofGrant('support') };
  const end = (of: 'low' | 'high') => sumYen([each.promotion[of], each.support[of], known.outcomeOriented?.[of]]);
  return { low: end('low'), high: end('high'), basis, grants: each };
};

/** As a person told last year, else from its answers where they are in hand. */
const changeOf = (results: ScoredResults, town: MunicipalityResult): ChangeOfTown | undefined => {
  const comparison = results.money.own?.comparison;
  const total = comparison?.points.find(({ row }) => row === 'total');
  const kept = lastYearKept(results);
  if (comparison !== undefined && (total?.before !== undefined || kept === undefined)) {
    const told = total?.before?.points.value;
    const before = told === undefined ? undefined : { least: told, most: told };
    return {
      year: fiscalYearLabel(comparison.before.year),
      before,
      points: total?.pointsDifference === undefined ? undefined : before && differenceOf(before, town.range),
      places: total?.placesGained,
      yen: yenOf(comparison),
    };
  }
  if (kept === undefined) return undefined;
  const { scheme } = kept.results;
  const [then, now] = [kept.own.rank.national, town.rank.national];
  const areSure = then !== null && now !== null && then.low === then.high && now.low === now.high;
  return {
    year: fiscalYearLabel(scheme.fiscalYear),
    before: kept.own.range,
    points: scheme.maxPoints === results.scheme.maxPoints ? differenceOf(kept.own.range, town.range) : undefined,
    places: areSure ? then.low - now.low : undefined,
    yen: comparison?.before.year === scheme.fiscalYear ? yenOf(comparison) : undefined,
  };
};

const differenceOf = (before: PointsRange, now: PointsRange): PointsRange => ({
  least: now.least - before.most,
  most: now.most - before.least,
});

const yenOf = ({ amounts }: YearComparison): bigint | undefined =>
  amounts.find(({ row }) => row === 'total')?.difference;
