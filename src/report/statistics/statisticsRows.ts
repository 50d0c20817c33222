import type { Nation, Statistics } from '../../rank';
import type { ModelCell } from '../../workbook';
import { cell } from '../layout';
import { fromRules, fromTable } from '../figureSources';
import { computed } from '../origins';
import type { ScoredResults } from '../../evaluation';

/** The column heads of the rows. */
export const statisticsHeaders = [
  '区分',
  '市町村数',
  '配点',
  '平均点',
  '平均得点率',
  '中央値',
  '標準偏差',
  '第1四分位',
  '第3四分位',
  '最高',
  '最低',
];

export type StatisticsRow = readonly ModelCell[];

/** Makes the rows of the sheet 統計; the sources are made once for each column. */
export const statisticsRows = ({ scheme }: ScoredResults, nation: Nation) => {
  const count = fromTable(nation, '市町村の数');
  const maximum = fromRules(scheme, '配点');
  const mean = fromTable(nation, '平均点');
  const rate = computed('平均点÷配点');
  const median = fromTable(nation, '中央値');
  const deviation = fromTable(nation, '標準偏差（母標準偏差）');
  const quartile = fromTable(nation, '四分位');
  const extreme = fromTable(nation, '最高・最低の得点');
  return (label: string, maxPoints: number, one: Statistics): StatisticsRow => [
    cell(label, 'side'),
    cell(one.count, 'body', 'integer', count),
    cell(maxPoints, 'body', 'integer', maximum),
    cell(one.mean, 'body', 'decimal1', mean),
    cell(one.mean / maxPoints, 'body', 'percent1', rate),
    cell(one.median, 'body', 'decimal1', median),
    cell(one.sdPopulation, 'body', 'decimal2', deviation),
    cell(one.lowerQuartile, 'body', 'decimal1', quartile),
    cell(one.upperQuartile, 'body', 'decimal1', quartile),
    cell(one.max, 'body', 'integer', extreme),
    cell(one.min, 'body', 'integer', extreme),
  ];
};
