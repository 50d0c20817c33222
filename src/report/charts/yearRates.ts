import { fiscalYearLabel } from '../../kernel';
import { halfUp } from '../../rank';
import { rowNames } from '../../years';
import { computed } from '../origins';
import type { Results } from '../../evaluation';
import type { ChartData } from './chartData';

/** 前年度との比較 by rate, since maxima may differ; undefined without last year's points. */
export const yearRates = ({ money }: Results): ChartData | undefined => {
  const comparison = money.own?.comparison;
  const known = (comparison?.points ?? []).flatMap(({ row, rateBefore, rateNow }) =>
    rateBefore === undefined || rateNow === undefined ? [] : [{ row, before: rateBefore / 100, now: rateNow / 100 }],
  );
  if (comparison === undefined || known.length === 0) return undefined;
  const before = fiscalYearLabel(comparison.before.year);
  const now = fiscalYearLabel(comparison.now.year);
  const source = computed('得点÷その年度の満点（前年度比較シート）');
  return {
    letter: 'Y',
    title: '前年度との比較（得点率）',
    reading: known
      .map((one) => `${rowNames[one.row]}は${before}の${rate(one.before)}から${now}の${rate(one.now)}`)
      .join('、')
      .concat('になりました。満点が年度で異なることがあるため、得点率で比べています。'),
    picture: '交付金ごとの得点率を前年度と今年度で比べた縦棒グラフ',
    kind: 'column',
    labelHeading: '区分',
    columns: [
      { heading: before, role: 'compared', source },
      { heading: now, role: 'own', source },
    ],
    number: 'percent1',
    rows: known.map((one) => [rowNames[one.row], one.before, one.now]),
  };
};

const rate = (share: number): string => `${halfUp(share * 100, 1)}%`;
