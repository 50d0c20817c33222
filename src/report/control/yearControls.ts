import { fiscalYearLabel } from '../../kernel';
import { rowNames, type AmountRow, type PointsOutcome, type PointsRow, type YearComparison } from '../../years';
import { computed } from '../origins';
import { allKnown, sumControls, termOf, yenTerm, type Control, type Term } from './control';
import { shortMoneyName } from './shortMoneyName';

/** The sums of each year's amounts (yen), and this year less last year, as the sheet 前年度比較 prints them. */
export const yearControls = (comparison: YearComparison): readonly Control[] => [
  ...yearSum(comparison, 'before'),
  ...yearSum(comparison, 'now'),
  ...comparison.amounts.flatMap(amountDifference),
  ...comparison.points.flatMap((row) => [...pointsDifference(row), ...rateDifference(row)]),
];

const yearSum = (comparison: YearComparison, side: 'before' | 'now'): readonly Control[] => {
  const parts = comparison.amounts.flatMap(({ row, [side]: amount }) =>
    row === 'total' || amount === undefined ? [] : [{ name: shortMoneyName(row), term: yenTerm(amount.value, amount) }],
  );
  const sum = comparison.amounts.find(({ row }) => row === 'total')?.[side];
  const printed = sum && yenTerm(sum.value, sum);
  const terms = allKnown(parts.map(({ term }) => term));
  const label = `${fiscalYearLabel(comparison[side].year)}（円） ＝ ${parts.map(({ name }) => name).join('＋')}`;
  return printed === undefined || terms === undefined ? [] : sumControls(label, terms, printed);
};

const amountDifference = ({ row, now, before, difference }: AmountRow): readonly Control[] => {
  const terms = allKnown([now, before].map((amount) => amount && yenTerm(amount.value, amount)));
  const printed = yenTerm(difference, changed);
  const name = row === 'total' ? '合計' : shortMoneyName(row);
  return terms === undefined || printed === undefined
    ? []
    : [changeControl(`${name}の増減（円） ＝ 今年度－前年度`, terms, printed)];
};

const pointsDifference = ({ row, now, before, pointsDifference: difference }: PointsRow): readonly Control[] =>
  now === undefined || before === undefined || difference === undefined
    ? []
    : [
        changeControl(`${rowNames[row]}の得点の増減 ＝ 今年度－前年度`, [termOf(now.points), termOf(before.points)], {
          value: difference,
          source: changed,
        }),
      ];

const changed = computed('今年度－前年度');

const changeControl = (label: string, terms: readonly Term[], printed: Term): Control => ({
  label,
  operation: 'difference',
  terms,
  printed,
  style: 'signed-integer',
});

const rateDifference = ({ row, now, before, rateDifference: difference }: PointsRow): readonly Control[] => {
  const terms = ({ points, most }: PointsOutcome): readonly Term[] => [termOf(points), termOf(most, '満点')];
  return now === undefined || before === undefined || difference === undefined
    ? []
    : [
        {
          label: `${rowNames[row]}の得点率の増減（ポイント） ＝ 今年度－前年度`,
          operation: 'rate-change',
          terms: [...terms(now), ...terms(before)],
          printed: { value: difference, source: computed('今年度の得点率－前年度の得点率') },
          style: 'signed-decimal1',
        },
      ];
};
