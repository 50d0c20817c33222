import type { AmountRow, PointsOutcome, PointsRow, YearComparison } from '../../allocation';
import { fiscalYearLabel } from '../../kernel';
import { grantNames } from '../../schemes';
import type { FigureSource } from '../../workbook';
import { amountSource, mostPointsSource, pointsSource, totalAmountSource } from '../council-sources';
import type { CouncilFacts } from '../council';
import { computed } from '../sources';
import { allKnown, sumControls, yenFigure, type Control, type Figure } from './control';
import { shortMoneyName } from './shortMoneyName';

/** The sums of each year's amounts (yen), and this year less last year, as the sheet 前年度比較 prints them. */
export const yearControls = (facts: CouncilFacts, comparison: YearComparison): readonly Control[] => {
  const sources = sourcesOf(facts);
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
  most(row: PointsRow['row'], side: Side): FigureSource;
}

const years = { before: 'lastYear', now: 'thisYear' } as const;

const sourcesOf = (facts: CouncilFacts): Sources => ({
  amount: (row, side) =>
    (row === 'total' ? undefined : amountSource(facts, years[side], row)) ?? totalAmountSource(facts, years[side]),
  points: (row, side) => pointsSource(facts, years[side], row) ?? computed('推進＋支援'),
  most: (row, side) => mostPointsSource(facts, years[side], row) ?? computed('推進と支援の満点の合計'),
});

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
    { value: year.most, source: sources.most(row, side) },
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
