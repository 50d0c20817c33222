import { criterionIndexOf } from '../../schemes';
import type { Nation } from '../../rank';
import { indicatorPoints } from '../../score';
import { fromTable } from '../figureSources';
import type { IndicatorMean } from './indicatorMean';

/**
 * Mean points of every indicator over some rows of the national table in hand, in the order of the scheme; undefined where
 * the table lacks a branch of the indicator, and for all where there is no row. `whose` names the rows: 「福島県平均」.
 */
export const tableMeans = (
  nation: Nation,
  rows: readonly number[],
  whose: string,
): readonly (IndicatorMean | undefined)[] => {
  const { scheme, states, criteriaFound } = nation.table;
  const { all } = criterionIndexOf(scheme);
  return scheme.indicators.map((indicator, at) => {
    const isWhole =
      at === nation.scores.compiled.ownTotal?.indicator ||
      all.every(({ indicator: whole, index }) => whole.id !== indicator.id || criteriaFound[index] === 1);
    if (rows.length === 0 || !isWhole) return undefined;
    let sum = 0;
    for (const row of rows) sum += indicatorPoints(nation.scores, states, row, at);
    return {
      value: sum / rows.length,
      source: fromTable(nation, `${whose}（${indicator.name}、${rows.length}市町村）`),
    };
  });
};
