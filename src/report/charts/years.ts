import type { Results } from '../../evaluation';
import { changeInThousandYen, fiscalYearLabel, inThousandYen, type Yen } from '../../kernel';
import { grantNames } from '../../schemes';
import { rowNames } from '../../years';
import { computed } from '../origins';
import type { ChartData } from './chartData';
import { percent } from './points';

/** 前年度との比較 by amount in 千円; undefined unless the totals of both years are known. */
export const yearAmounts = ({ money }: Results): ChartData | undefined => {
  const comparison = money.own?.comparison;
  const total = comparison?.amounts.find(({ row }) => row === 'total');
  if (comparison === undefined || total?.before === undefined || total.now === undefined) return undefined;
  const before = fiscalYearLabel(comparison.before.year);
  const now = fiscalYearLabel(comparison.now.year);
  const source = computed('円の額の千円未満を切り捨てたもの（前年度比較シート）');
  const change = total.difference === undefined ? '' : `（${changeInThousandYen(total.difference)}）`;
  return {
    letter: 'M',
    title: '前年度との比較（交付額、千円）',
    reading: `合計は${before}の${inThousandYen(total.before.value)}から${now}の${inThousandYen(total.now.value)}になりました${change}。`,
    picture: '交付金ごとの額を前年度と今年度で比べた縦棒グラフ',
    kind: 'column',
    labelHeading: '区分',
    columns: [
      { heading: before, role: 'compared', source },
      { heading: now, role: 'own', source },
    ],
    number: 'thousand-yen',
    unit: '千円',
    rows: comparison.amounts
      .filter((one) => one.row === 'total' || one.before !== undefined || one.now !== undefined)
      .map(({ row, before: first, now: second }) => [
        amountLabel(row),
        thousands(first?.value),
        thousands(second?.value),
      ]),
  };
};

const amountLabel = (row: 'promotion' | 'outcomeOriented' | 'support' | 'total'): string => {
  if (row === 'total') return '合計';
  return row === 'outcomeOriented' ? '成果指向型' : grantNames[row].short;
};

const thousands = (amount: Yen | undefined): number | null => (amount === undefined ? null : Number(amount / 1000n));

/** 前年度との比較 by rate, since maxima may differ; undefined without last year's points. */
export const yearRates = ({ money }: Results): ChartData | undefined => {
  const comparison = money.own?.comparison;
  const known = (comparison?.points ?? []).flatMap(({ row, rateBefore, rateNow, now: outcome }) => {
    if (rateBefore === undefined || rateNow === undefined || outcome === undefined) return [];
    const most = outcome.most === undefined ? rateNow / 100 : outcome.most / outcome.maxPoints.value;
    return [{ row, before: rateBefore / 100, now: rateNow / 100, most }];
  });
  const isOpen = known.some((one) => one.most !== one.now);
  if (comparison === undefined || known.length === 0) return undefined;
  const before = fiscalYearLabel(comparison.before.year);
  const now = fiscalYearLabel(comparison.now.year);
  const source = computed('得点÷その年度の満点（前年度比較シート）');
  return {
    letter: 'Y',
    title: '前年度との比較（得点率）',
    reading: known
      .map((one) => `${rowNames[one.row]}は${before}の${percent(one.before)}から${now}の${percent(one.now, one.most)}`)
      .join('、')
      .concat('になりました。満点が年度で異なることがあるため、得点率で比べています。'),
    picture: '交付金ごとの得点率を前年度と今年度で比べた縦棒グラフ',
    kind: 'column',
    labelHeading: '区分',
    columns: [
      { heading: before, role: 'compared', source },
      { heading: isOpen ? `${now}（確定分）` : now, role: 'own', source },
    ],
    number: 'percent1',
    unit: '得点率',
    rows: known.map((one) => [rowNames[one.row], one.before, one.now]),
  };
};
