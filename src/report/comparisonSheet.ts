import { moneyGrantName, type AmountRow, type PointsRow, type YearComparison } from '../allocation';
import { fiscalYearLabel } from '../kernel';
import { grantNames } from '../schemes';
import type { ModelCell, SheetModel } from '../workbook';
import { cell } from './cells';
import { layOut, type Line } from './layOut';
import { changeCell, thousandYenCell } from './moneyCells';
import type { Results } from './results';
import { line, span } from './spans';

const columnWidths = [38, 14, 14, 14, 14, 14, 14, 14, 14];
const width = columnWidths.length;

/** Sheet 前年度比較: amounts and points of two years side by side; unlike maxima are compared by rate only. */
export const comparisonSheet = (results: Results, comparison: YearComparison): SheetModel => {
  const before = fiscalYearLabel(comparison.before.year);
  const now = fiscalYearLabel(comparison.now.year);
  const lines: readonly Line[] = [
    line(span(`前年度比較（${before}と${now}）`, width, 'title')),
    line(span('金額（千円）', width, 'heading')),
    headed(['区分', before, now, '増減']),
    ...comparison.amounts.map(amountLine),
    ...(comparison.differenceWithoutFrameYen === undefined || !hasFrame(comparison)
      ? []
      : [
          cells([
            cell('（成果指向型配分枠を除いた増減）', 'side'),
            cell(null, 'body'),
            cell(null, 'body'),
            changeCell(comparison.differenceWithoutFrameYen),
          ]),
        ]),
    line(),
    line(span('得点', width, 'heading')),
    headed([
      '区分',
      `${before}\n得点`,
      `${before}\n得点率`,
      `${before}\n全国順位`,
      `${now}\n得点`,
      `${now}\n得点率`,
      `${now}\n全国順位`,
      '得点の増減',
      '得点率の増減\n（ポイント）',
    ]),
    ...comparison.points.map(pointsLine),
    line(
      span(
        '※ 満点が異なる年度の得点は引き算せず、得点率だけを比べています。千円未満は切り捨てています。',
        width,
        'note',
      ),
    ),
  ];
  const { rows, merges, rowHeights } = layOut(lines, columnWidths);
  return {
    name: '前年度比較',
    marker: 'comparison',
    rows,
    merges,
    columnWidths,
    rowHeights,
    print: { orientation: 'landscape', header: '&R&A', footer: `&L検算コード ${results.checkCode}&R&P / &N` },
  };
};

const cells = (row: readonly ModelCell[]): Line => ({ spans: row.map((one) => ({ cell: one, columns: 1 })) });
const headed = (texts: readonly string[]): Line => cells(texts.map((text) => cell(text, 'header')));

const hasFrame = ({ amounts }: YearComparison): boolean =>
  amounts.some(({ row, before, now }) => row === 'outcomeOriented' && (before ?? now) !== undefined);

const amountLine = ({ row, before, now, difference }: AmountRow): Line => {
  const look = row === 'total' ? 'total' : 'body';
  return cells([
    cell(row === 'total' ? '合計' : moneyGrantName(row), row === 'total' ? 'total-side' : 'side'),
    thousandYenCell(before, look),
    thousandYenCell(now, look),
    changeCell(difference, look),
  ]);
};

const pointsLine = (one: PointsRow): Line => {
  const look = one.row === 'total' ? 'total' : 'body';
  const year = (points: PointsRow['now'], rate: number | undefined): readonly ModelCell[] => [
    cell(points?.points ?? null, look, 'integer'),
    cell(rate === undefined ? null : rate / 100, look, 'percent1'),
    cell(points?.nationalRank ?? null, look, 'integer'),
  ];
  return cells([
    cell(one.row === 'total' ? '合計' : grantNames[one.row].full, one.row === 'total' ? 'total-side' : 'side'),
    ...year(one.before, one.rateBefore),
    ...year(one.now, one.rateNow),
    cell(one.pointsDifference ?? null, look, 'signed-integer'),
    cell(one.rateDifference ?? null, look, 'signed-decimal1'),
  ]);
};
