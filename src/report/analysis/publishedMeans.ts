import { figuresOf, type Indicator, type NationalFigures, samePlace, type Scheme } from '../../schemes';
import { fromPublished } from '../figureSources';
import type { IndicatorMean } from './indicatorMean';

/**
 * The nation's mean of every indicator, in the order of the scheme: Σ points × municipalities that have the branch ÷ all of
 * them. Where the better of two alternatives counts, the counts do not tell; the one such indicator of a group is what the
 * published mean of the group leaves. Undefined where neither way leads to it.
 */
export const publishedMeans = (
  { indicators }: Scheme,
  national: NationalFigures | undefined,
): readonly (IndicatorMean | undefined)[] => {
  if (national === undefined) return indicators.map(() => undefined);
  const met = new Map(national.criteria);
  const counted = indicators.map((indicator) => meanByCounts(indicator, met, national.municipalities));
  return indicators.map((indicator, at) => {
    const mean = counted[at];
    if (mean !== undefined) {
      return { value: mean, source: fromPublished(national, `全国平均（${indicator.name}、枝番の配点×該当市町村数）`) };
    }
    const rest = remainder(indicators, counted, at, national);
    return rest === undefined
      ? undefined
      : {
          value: rest,
          source: fromPublished(
            national,
            `全国平均（${indicator.name}、指標群の平均からほかの指標の平均を引いたもの）`,
          ),
        };
  });
};

const meanByCounts = (
  { combine, criteria }: Indicator,
  met: ReadonlyMap<string, number>,
  municipalities: number,
): number | undefined => {
  if (combine !== 'sum' || !criteria.every(({ id }) => met.has(id))) return undefined;
  return criteria.reduce((sum, { id, points }) => sum + points * (met.get(id) ?? 0), 0) / municipalities;
};

const remainder = (
  indicators: readonly Indicator[],
  counted: readonly (number | undefined)[],
  at: number,
  national: NationalFigures,
): number | undefined => {
  const own = indicators[at];
  const group = own && figuresOf(national, own);
  if (own === undefined || group === undefined) return undefined;
  let left = group.mean;
  for (const [other, indicator] of indicators.entries()) {
    if (other === at || !samePlace(indicator, own)) continue;
    const mean = counted[other];
    if (mean === undefined) return undefined;
    left -= mean;
  }
  return left;
};
