import {
  moneyGrantName,
  type AmountRow,
  type PointsOutcome,
  type PointsRow,
  type YearComparison,
} from '../../allocation';
import { fiscalYearLabel } from '../../kernel';
import { grantNames } from '../../schemes';
import type { FigureSource } from '../../workbook';
import { blockFromAnswers, computed, fromRules } from '../figureSources';
import type { MunicipalityResult, Results } from '../results';
import { allKnown, sumControls, yenFigure, type Control, type Figure } from './control';
import { amountSource, told } from './moneySources';
import { shortMoneyName } from './shortMoneyName';

/** The sums of each year's amounts (yen), and this year less last year, as the sheet 前年度比較 prints them. */
export const yearControls = (results: Results, comparison: YearComparison): readonly Control[] => {
  const sources = sourcesOf(results);
  return [
    ...yearSum(comparison, 'before', sources),
    ...yearSum(comparison, 'now', sources),
    ...comparison.amounts.flatMap((row) => amountDifference(row, sources)),
    ...comparison.points.flatMap((row) => [...pointsDifference(row, sources), ...rateDifference(row, sources)]),
  ];
};

type Side = 'before' | 'now';

interface Sources {
  amount(row: AmountRow['row'], side: Side): FigureSource;
  points(row: PointsRow['row'], side: Side): FigureSource;
  most(side: Side): FigureSource;
}

/** Last year is always told; this year comes from the answers where they are in hand, else it is told as well. */
const sourcesOf = ({ municipalities, scheme }: Results): Sources => {
  const own: MunicipalityResult | undefined = municipalities[0];
  return {
    amount: (row, side) => {
      if (row === 'total') return computed('交付金の額の合計');
      const amount = side === 'now' ? own?.grants?.[row] : undefined;
      return amount === undefined || amount === null ? told(moneyGrantName(row)) : amountSource(amount);
    },
    points: (row, side) =>
      side === 'now' && own !== undefined
        ? blockFromAnswers({ grant: row === 'total' ? null : row, goal: null, group: null })
        : told(`${pointsName(row)}の得点`),
    most: (side) => (side === 'now' ? fromRules(scheme, '満点') : told('前年度の満点')),
  };
};

const yearSum = (comparison: YearComparison, side: Side, sources: Sources): readonly Control[] => {
  const parts = comparison.amounts.flatMap(({ row, [side]: amount }) =>
    row === 'total' || amount === undefined
      ? []
      : [{ name: shortMoneyName(row), figure: yenFigure(amount, sources.amount(row, side)) }],
  );
  const sum = comparison.amounts.find(({ row }) => row === 'total')?.[side];
  const printed = yenFigure(sum, sources.amount('total', side));
  const terms = allKnown(parts.map(({ figure }) => figure));
  const label = `${fiscalYearLabel(comparison[side].year)}（円） ＝ ${parts.map(({ name }) => name).join('＋')}`;
  return printed === undefined || terms === undefined ? [] : sumControls(label, terms, printed);
};

const amountDifference = ({ row, now, before, difference }: AmountRow, sources: Sources): readonly Control[] => {
  const terms = allKnown([
    yenFigure(now, sources.amount(row, 'now')),
    yenFigure(before, sources.amount(row, 'before')),
  ]);
  const printed = yenFigure(difference, changed);
  const name = row === 'total' ? '合計' : shortMoneyName(row);
  return terms === undefined || printed === undefined
    ? []
    : [changeControl(`${name}の増減（円） ＝ 今年度－前年度`, terms, printed)];
};

const pointsDifference = (points: PointsRow, sources: Sources): readonly Control[] => {
  const { row, now, before, pointsDifference: difference } = points;
  return now === undefined || before === undefined || difference === undefined
    ? []
    : [
        changeControl(
          `${pointsName(row)}の得点の増減 ＝ 今年度－前年度`,
          [
            { value: now.points, source: sources.points(row, 'now') },
            { value: before.points, source: sources.points(row, 'before') },
          ],
          { value: difference, source: changed },
        ),
      ];
};

const changed = computed('今年度－前年度');

const changeControl = (label: string, terms: readonly Figure[], printed: Figure): Control => ({
  label,
  operation: 'difference',
  terms,
  printed,
  style: 'signed-integer',
});

const rateDifference = (
  { row, now, before, rateDifference: difference }: PointsRow,
  sources: Sources,
): readonly Control[] => {
  const figures = (year: PointsOutcome, side: Side): readonly Figure[] => [
    { value: year.points, source: sources.points(row, side) },
    { value: year.most, source: sources.most(side) },
  ];
  return now === undefined || before === undefined || difference === undefined
    ? []
    : [
        {
          label: `${pointsName(row)}の得点率の増減（ポイント） ＝ 今年度－前年度`,
          operation: 'rate-change',
          terms: [...figures(now, 'now'), ...figures(before, 'before')],
          printed: { value: difference, source: computed('今年度の得点率－前年度の得点率') },
          style: 'signed-decimal1',
        },
      ];
};

const pointsName = (row: PointsRow['row']): string => (row === 'total' ? '合計' : grantNames[row].short);
