import type { MunicipalityResult, ScoredResults } from '../../../evaluation';
import type { ChartModel } from '../../../workbook';
import { goalRatesOf, publishedFirst, type Rates } from '../../charts/points';
import { line, span, type Line } from '../../layout/layOut';
import { computed } from '../../origins';
import type { CouncilFacts } from '../facts';

const gridColumns = 8;
/** The picture stands at the left, its table beside it: the goal over two columns, then three rates. */
const chartColumns = 3;
const goalColumns = 2;
const chartRows = 15;

interface GoalRadar {
  /** The first line is the heading. */
  readonly lines: readonly Line[];
  /** The picture, where the heading stands in that row of the sheet. */
  readonly chartAt: (row: number) => ChartModel;
}

/**
 * The rates of the goals as a table with a radar beside it; undefined where no mean of the nation is known to hold them
 * against. As a refresh keeps a picture, its cells never move and its words hold no figure.
 */
export const goalRadar = (
  { name, prefecture: { short } }: CouncilFacts,
  results: ScoredResults,
  own: MunicipalityResult,
): GoalRadar | undefined => {
  const { rows, nation, prefecture } = goalRatesOf(results, own, publishedFirst(results));
  if (nation === undefined) return undefined;
  const goals = rows.slice(0, -1);
  const open = goals.some((one) => one.own !== one.most);
  const columns = [
    { heading: open ? '確定分の\n得点率' : '得点率', rate: (one: Rates) => one.own, source: computed('得点÷配点') },
    { heading: '全国平均', rate: (one: Rates) => one.nation, source: nation.source },
    { heading: `${short}平均`, rate: (one: Rates) => one.prefecture, source: prefecture?.source },
  ];
  const known = prefecture === undefined ? columns.slice(0, 2) : columns;
  const beside = span(null, chartColumns);
  const table = [
    line(beside, span('目標', goalColumns, 'header'), ...known.map(({ heading }) => span(heading, 1, 'header'))),
    ...goals.map((one) =>
      line(
        beside,
        span(one.label, goalColumns, 'side'),
        ...known.map(({ rate, source }) => span(rate(one), 1, 'body', { number: 'percent1', source })),
      ),
    ),
  ];
  return {
    lines: [
      line(span('目標ごとの得点率', gridColumns, 'heading')),
      ...table,
      ...Array.from({ length: chartRows - table.length }, () => line()),
      line(
        span(
          `※ ${open ? '確定分は、未確定の回答を除いた得点によります。' : ''}全国平均は${nation.basis}${prefecture === undefined ? '' : `、${short}平均は全国集計表`}によります。`,
          gridColumns,
          'note',
        ),
      ),
    ],
    chartAt: (heading) => {
      const first = heading + 2;
      const column = (at: number) => ({ top: first, bottom: first + goals.length - 1, left: at, right: at });
      const roles = ['own', 'compared', 'prefecture'] as const;
      const series = [open ? `${name}（確定分）` : name, '全国平均', `${short}平均`];
      return {
        kind: 'radar',
        title: '目標ごとの得点率',
        altText: '目標ごとの得点率を平均と比べたレーダーチャート。数値は右の表にあります。',
        anchor: { top: heading + 1, bottom: heading + chartRows, left: 0, right: chartColumns - 1 },
        categories: column(chartColumns),
        series: known.map((_, at) => ({
          name: series[at] ?? '',
          values: column(chartColumns + goalColumns + at),
          role: roles[at] ?? 'own',
        })),
        number: 'percent1',
        percent: true,
      };
    },
  };
};
