import { answerState } from '../answers';
import type { ScoredResults } from '../evaluation';
import type { Nation } from '../rank';
import { criterionIndexOf, figuresOf, samePlace, type Indicator, type NationalFigures, type Scheme } from '../schemes';
import { indicatorPoints } from '../score';
import type { FigureSource } from '../workbook';
import { fromPublished, fromTable } from './figureSources';

/** Mean points of one indicator in a group of municipalities, unrounded, and where it comes from. */
export interface IndicatorMean {
  readonly value: number;
  readonly source: FigureSource;
}

/**
 * The nation's mean of every indicator, in the order of the scheme: Σ points × municipalities that have the branch ÷ all of
 * them. Where the better of two alternatives counts, the counts do not tell; the one such indicator of a group is what the
 * published mean of the group leaves. Undefined where neither way leads to it.
 */
const publishedMeans = (
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

/**
 * Mean points of every indicator over some rows of the national table in hand, in the order of the scheme; undefined where
 * a branch of the indicator was not read in one of the rows, and for all where there is no row. `whose` names the rows: 「福島県平均」.
 */
export const tableMeans = (
  nation: Nation,
  rows: readonly number[],
  whose: string,
): readonly (IndicatorMean | undefined)[] => {
  const { scheme, states } = nation.table;
  const { all } = criterionIndexOf(scheme);
  const { fromCriteria } = nation.coverage.rows;
  const isRead = (row: number, index: number): boolean => {
    const state = states[row * all.length + index];
    return state === answerState.met || state === answerState.unmet;
  };
  return scheme.indicators.map((indicator, at) => {
    const own = all.filter((entry) => entry.indicator.id === indicator.id);
    const isWhole =
      at === nation.scores.compiled.ownTotal?.indicator
        ? fromCriteria === nation.table.count
        : own.every(({ index }) => rows.every((row) => isRead(row, index)));
    if (rows.length === 0 || !isWhole) return undefined;
    let sum = 0;
    for (const row of rows) sum += indicatorPoints(nation.scores, states, row, at);
    return {
      value: sum / rows.length,
      source: fromTable(nation, `${whose}（${indicator.name}、${rows.length}市町村）`),
    };
  });
};

/** The nation's mean of every indicator, and what they rest on in a sentence; empty where no mean is known. */
export interface IndicatorMeansOfNation {
  readonly means: readonly (IndicatorMean | undefined)[];
  readonly basis: string;
}

/** Of a table in hand that holds the whole nation, where it tells every indicator; else as published, filled up from it. */
export const indicatorMeansOfNation = ({ scheme, national, nation }: ScoredResults): IndicatorMeansOfNation => {
  const published = publishedMeans(scheme, national);
  const whole =
    nation?.complete === true
      ? tableMeans(nation, [...nation.table.municipalities.keys()], '全国平均')
      : published.map(() => undefined);
  return {
    means: whole.every((mean) => mean !== undefined) ? whole : published.map((mean, at) => mean ?? whole[at]),
    basis: nationBasis(published, whole),
  };
};

const nationBasis = (
  published: readonly (IndicatorMean | undefined)[],
  whole: readonly (IndicatorMean | undefined)[],
): string => {
  if (whole.every((mean) => mean !== undefined)) return '全国平均は全国集計表によります。';
  if (published.every((mean) => mean === undefined)) return '';
  const filled = published.filter((mean, at) => mean === undefined && whole[at] !== undefined).length;
  return `全国平均は国の公表値によります${filled === 0 ? '' : `（公表値から求められない${filled}指標は全国集計表）`}。`;
};
