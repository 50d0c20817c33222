import { shareWords, type MunicipalityGrants } from '../../../allocation';
import { fiscalYearLabel, halfUp, sumYen } from '../../../kernel';
import { maximaIn } from '../../../schemes';
import type { FigureSource } from '../../../workbook';
import { pointsRows, rowNames, type PointsRowName } from '../../../years';
import { fromAllAmounts } from '../../figureSources';
import { bandText } from '../../layout/cells';
import { cellKeys } from '../../cellKeys';
import { keyedSpan, line, span, type Line, type Span } from '../../layout/layOut';
import { computed, together } from '../../origins';
import type { CouncilFacts } from '../../papers/facts';
import {
  placeText,
  pointsChange,
  pointsText,
  rankBasisText,
  rankChange,
  signedPoints,
  yenBasisText,
  yenChange,
  yenText,
} from '../../standingWords';
import type { StandingPoints, StandingRank, YearStanding } from '../../yearStandings';

/** One row: this year, last year and the change; a row of nothing is not printed. */
interface FigureRow {
  readonly label: string;
  readonly now: string | null;
  readonly before?: string | null | undefined;
  readonly change?: string | null | undefined;
  readonly source: FigureSource | undefined;
  readonly strong?: true;
  /** Whose points they are, for the sheet 検算. */
  readonly points?: PointsRowName;
}

/** 得点・順位・交付額: this year beside last year. */
export const figureLines = (facts: CouncilFacts, standings: readonly YearStanding[]): readonly Line[] => {
  const now = standings.at(-1);
  if (now === undefined) return [];
  const before = standings.at(-2);
  const rows = [
    ...(['total', ...pointsRows.filter((row) => row !== 'total')] as const).map((row) =>
      pointsRow(facts, row, now, before),
    ),
    meanRow(now, before),
    rankRow('全国順位', now.national, before?.national),
    rankRow(`${facts.prefecture.inside}順位`, now.prefecture, before?.prefecture),
    amountRow(facts, now, before),
    ...scenarioRows(facts.grants),
  ].filter((row) => row.now !== null);
  return [
    line(
      span('区分', 1, 'header'),
      span(fiscalYearLabel(now.year), before === undefined ? 5 : 1, 'header'),
      ...(before === undefined ? [] : [span(fiscalYearLabel(before.year), 2, 'header'), span('増減', 2, 'header')]),
    ),
    ...rows.map((row) => rowLine(row, before !== undefined)),
    line(span(basesText(facts, now), 6, 'note', { source: computed('表の順位と交付額の根拠') })),
  ];
};

/** Without last year, this year has the width. */
const rowLine = ({ label, now, before, change, source, strong, points }: FigureRow, compared: boolean): Line => {
  const look = strong === true ? 'total-paper' : 'paper-cell';
  const text = (what: 'now' | 'before' | 'change', value: string | null | undefined, columns: number): Span => {
    const one = span(value ?? '－', columns, look, { source });
    return points === undefined ? one : keyedSpan(one, cellKeys.summary(what, points));
  };
  return line(
    span(label, 1, strong === true ? 'total-side' : 'side'),
    ...(compared ? [text('now', now, 1), text('before', before, 2), text('change', change, 2)] : [text('now', now, 5)]),
  );
};

/** What this year's ranks, mean and amount rest on, in one note below them. */
const basesText = (facts: CouncilFacts, { national, nationMean, yen }: YearStanding): string => {
  const seen = facts.grants?.promotion.scenarios.map(
    ({ kind, seen: { sizeClass } }) => `${scenarioLabels[kind]}${shareWords(sizeClass)}`,
  );
  return [
    '※',
    ...(national === undefined ? [] : [`全国順位：${rankBasisText(national)}。`]),
    ...(nationMean === undefined ? [] : ['全国平均：国の公表値（差は端数処理前の値から）。']),
    ...(yen === undefined ? [] : [`交付額：${yenBasisText(yen, facts.noticeWord)}。`]),
    ...(seen === undefined || seen.length === 0
      ? []
      : [`同規模の公表例では、${seen.join('、')}。試算は内示額ではありません。`]),
  ].join('');
};

const pointsRow = (
  { results: { scheme } }: CouncilFacts,
  row: PointsRowName,
  now: YearStanding,
  before: YearStanding | undefined,
): FigureRow => {
  const [points, last] = [now.points[row], before?.points[row]];
  return {
    label: `${row === 'total' ? '総得点' : rowNames[row]}（満点${maximaIn(scheme)[row]}）`,
    now: points === undefined ? null : before === undefined ? pointsText(points) : inCell(points),
    before: last && inCell(last),
    change: pointsChange(last, points),
    source: together(['今年度', points?.source], ['前年度', last?.source]),
    points: row,
    ...(row === 'total' ? { strong: true } : {}),
  };
};

/** Both ends and their rates do not stand in one line of the cell. */
const inCell = (points: StandingPoints): string =>
  points.least === points.most ? pointsText(points) : pointsText(points).replace('（', '\n（');

/** The nation's mean total, and how far the own total lies from it. */
const meanRow = (now: YearStanding, before: YearStanding | undefined): FigureRow => {
  const [mean, last, total] = [now.nationMean, before?.nationMean, now.points.total];
  const apart = mean && total && { least: total.least - mean.mean, most: total.most - mean.mean };
  const sameMost = before?.points.total?.maxPoints === total?.maxPoints;
  return {
    label: '全国平均',
    now:
      mean === undefined
        ? null
        : `${halfUp(mean.mean, 1)}点${apart === undefined ? '' : `${apart.least === apart.most ? '' : '\n'}（差 ${signedPoints(apart, 1)}）`}`,
    before: last && `${halfUp(last.mean, 1)}点`,
    change:
      mean && last && sameMost ? signedPoints({ least: mean.mean - last.mean, most: mean.mean - last.mean }, 1) : null,
    source: together(['今年度', mean?.source], ['前年度', last?.source]),
  };
};

const rankRow = (label: string, now: StandingRank | undefined, before: StandingRank | undefined): FigureRow => ({
  label,
  now: now === undefined ? null : placeText(now),
  before: before && placeText(before),
  change: rankChange(before, now),
  source: together(['今年度', now?.source], ['前年度', before?.source]),
});

const amountRow = (facts: CouncilFacts, now: YearStanding, before: YearStanding | undefined): FigureRow => ({
  label: '交付額',
  now: now.yen === undefined ? null : yenText(now.yen),
  before: before?.yen && yenText(before.yen),
  change: yenChange(before?.yen, now.yen),
  source: together(['今年度', now.yen?.source], ['前年度', before?.yen?.source]),
  strong: true,
});

/** Short, for a narrow column. */
const scenarioLabels = { 'basic-only': '基本分のみの場合', 'with-add-on': '追加配分ありの場合' } as const;

/** 基本分のみ, or with 追加配分: what an estimate comes to in either case, both grants together. */
const scenarioRows = (grants: MunicipalityGrants | null): readonly FigureRow[] => {
  if (grants === null) return [];
  const { promotion, support, outcomeOriented } = grants;
  return (['basic-only', 'with-add-on'] as const).flatMap((kind): readonly FigureRow[] => {
    const parts = [promotion, support].map((amount) => ({
      amount,
      scenario: amount.scenarios.find((one) => one.kind === kind),
    }));
    if (parts.every(({ scenario }) => scenario === undefined)) return [];
    const end = (which: 'low' | 'high') =>
      sumYen([...parts.map(({ amount, scenario }) => (scenario ?? amount)[which]), outcomeOriented?.[which]]);
    return [
      {
        label: scenarioLabels[kind],
        now: bandText({ low: end('low'), high: end('high') }),
        source: together(['幅', fromAllAmounts(grants)], ['両交付金の計', computed('交付金ごとの幅の和')]),
      },
    ];
  });
};
