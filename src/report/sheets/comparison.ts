import { moneyGrantName } from '../../allocation';
import { fiscalYearLabel, halfUp } from '../../kernel';
import { grantNames } from '../../schemes';
import type { FigureSource, Look, ModelCell, SheetModel } from '../../workbook';
import { cellKeys } from '../cellKeys';
import { cell, changeCell, keyed, rangeCell, thousandYenCell } from '../layout/cells';
import { cellLine, headerLine, layOut, line, pageSetup, wideLines, type Line } from '../layout/layOut';
import { bandOf, councilFacts, provisionalMark, type CouncilFacts } from '../papers/facts';
import { computed, sourceOf } from '../origins';
import type { AmountRow, PointsRow, YearComparison } from '../../years';
import type { Results } from '../../evaluation';

const columnWidths = [34, 14, 14, 13, 14, 14, 13, 13, 15];
const wide = wideLines(columnWidths.length);

/** Sheet 前年度比較: amounts and points of two years side by side; unlike maxima are compared by rate only. */
export const comparisonSheet = (results: Results, comparison: YearComparison): SheetModel => {
  const before = fiscalYearLabel(comparison.before.year);
  const now = fiscalYearLabel(comparison.now.year);
  const facts = councilFacts(results);
  const lines: readonly Line[] = [
    wide(`前年度比較（${before}と${now}）${provisionalMark(facts?.own)}`, 'title'),
    wide('金額（千円）', 'heading'),
    headerLine(['区分', before, now, '増減']),
    ...comparison.amounts.map((one) => amountLine(facts, one)),
    ...(comparison.differenceWithoutFrameYen === undefined || !hasFrame(comparison)
      ? []
      : [
          cellLine([
            cell('（成果指向型配分枠を除いた増減）', 'side'),
            cell(null, 'body'),
            cell(null, 'body'),
            changeCell(comparison.differenceWithoutFrameYen, 'body', changeWithoutFrame),
          ]),
        ]),
    line(),
    wide('得点', 'heading'),
    headerLine([
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
    ...comparison.points.map((one) => pointsLine(one)),
    wide('※ 満点が異なる年度の得点は引き算せず、得点率だけを比べています。千円未満は切り捨てています。', 'note'),
  ];
  const laidOut = layOut(lines, columnWidths);
  return {
    name: '前年度比較',
    marker: 'comparison',
    ...laidOut,
    print: pageSetup({ orientation: 'landscape', coded: true }),
  };
};

const change = computed('今年度－前年度');
const changeWithoutFrame = computed('推進と支援の額の合計の、今年度－前年度');
const rate = computed('得点÷その年度の満点');

const hasFrame = ({ amounts }: YearComparison): boolean =>
  amounts.some(
    ({ row, before, now }) => row === 'outcomeOriented' && ((before?.value ?? 0n) !== 0n || (now?.value ?? 0n) !== 0n),
  );

const amountLine = (facts: CouncilFacts | undefined, { row, before, now, difference }: AmountRow): Line => {
  const look = row === 'total' ? 'total' : 'body';
  return cellLine([
    cell(row === 'total' ? '合計' : moneyGrantName(row), row === 'total' ? 'total-side' : 'side'),
    thousandYenCell(before?.value, look, sourceOf(before)),
    now === undefined ? bandCell(facts, row, look) : thousandYenCell(now.value, look, sourceOf(now)),
    changeCell(difference, look, change),
  ]);
};

/** This year's estimate where it has no one figure: then its band is all there is. */
const bandCell = (facts: CouncilFacts | undefined, row: AmountRow['row'], look: Look): ModelCell => {
  const band = facts && bandOf(facts, row);
  return band === undefined ? thousandYenCell(undefined) : cell(`${band}（試算）`, look, { source: estimated });
};

const estimated: FigureSource = { kind: 'plan', text: '試算の幅です。計算の理由は「配分」シートにあります。' };

/** ＋3, △2.5 */
const signed = (value: number, decimals: number): string =>
  `${value < 0 ? '△' : value > 0 ? '＋' : ''}${halfUp(Math.abs(value), decimals)}`;

const pointsLine = (one: PointsRow): Line => {
  const open = one.now?.most === undefined ? 0 : one.now.most - one.now.points.value;
  const look = one.row === 'total' ? 'total' : 'body';
  const year = (
    side: 'before' | 'now',
    outcome: PointsRow['now'],
    percent: number | undefined,
  ): readonly ModelCell[] => [
    outcome === undefined
      ? cell(null, look)
      : keyed(
          rangeCell([outcome.points.value, outcome.most ?? outcome.points.value], look, {
            number: 'integer',
            source: sourceOf(outcome.points),
          }),
          cellKeys.compared(side, one.row),
        ),
    outcome === undefined || percent === undefined
      ? cell(null, look)
      : rangeCell(
          [percent / 100, (outcome.most ?? outcome.points.value) / outcome.maxPoints.value],
          look,
          { number: 'percent1', source: rate },
          (share) => `${halfUp(share * 100, 1)}%`,
        ),
    cell(outcome?.nationalRank?.value ?? null, look, {
      number: 'integer',
      source: sourceOf(outcome?.nationalRank, '全国順位'),
    }),
  ];
  return cellLine([
    cell(one.row === 'total' ? '合計' : grantNames[one.row].full, one.row === 'total' ? 'total-side' : 'side'),
    ...year('before', one.before, one.rateBefore),
    ...year('now', one.now, one.rateNow),
    one.pointsDifference === undefined
      ? cell(null, look)
      : keyed(
          rangeCell(
            [one.pointsDifference, one.pointsDifference + open],
            look,
            { number: 'signed-integer', source: change },
            (value) => signed(value, 0),
          ),
          cellKeys.compared('change', one.row),
        ),
    one.rateDifference === undefined || one.now === undefined
      ? cell(null, look)
      : keyed(
          rangeCell(
            [one.rateDifference, one.rateDifference + (open * 100) / one.now.maxPoints.value],
            look,
            { number: 'signed-decimal1', source: change },
            (value) => signed(value, 1),
          ),
          cellKeys.compared('rate-change', one.row),
        ),
  ]);
};
