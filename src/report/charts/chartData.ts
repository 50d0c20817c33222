import { goalNumeral, grantNames } from '../../schemes';
import type { MunicipalityResult, Results } from '../results';

/** One chart's data: a label, then one value per series; `null` leaves a gap. */
export interface ChartData {
  readonly title: string;
  readonly altText: string;
  readonly kind: 'bar' | 'column';
  readonly headers: readonly string[];
  readonly rows: readonly (readonly [label: string, ...values: (number | null)[]])[];
  readonly roles: readonly ('own' | 'compared' | 'marked')[];
  readonly percent: boolean;
}

/** 目標別得点率: own against the nation's mean, by goal and by grant. */
export const goalRates = ({ national }: Results, { blocks, identity }: MunicipalityResult): ChartData => ({
  title: '目標別の得点率',
  altText: `${identity.name}と全国平均の、目標ごとの得点率を比べた横棒グラフ。数値は左の表にあります。`,
  kind: 'bar',
  headers: ['目標', identity.name, '全国平均'],
  roles: ['own', 'compared'],
  percent: true,
  rows: blocks
    .filter(({ block }) => block.goal !== null && block.group === null && block.grant !== null)
    .map(({ block, points }) => {
      const found = national?.blocks.find(
        (one) =>
          one.grant === block.grant && one.goal === block.goal && (one.group === null || one.group === 'outcome'),
      );
      const name = `${block.grant === null ? '' : grantNames[block.grant].short}${goalNumeral(block.goal ?? 0)}`;
      return [name, points / block.maxPoints, found === undefined ? null : found.mean / block.maxPoints];
    }),
});

/** 前年度との比較 by rate, since maxima may differ; undefined without last year's points. */
export const yearRates = ({ comparison }: Results): ChartData | undefined => {
  const rows = (comparison?.points ?? []).flatMap(({ row, rateBefore, rateNow }) =>
    rateBefore === undefined || rateNow === undefined
      ? []
      : [[row === 'total' ? '合計' : grantNames[row].short, rateBefore / 100, rateNow / 100] as const],
  );
  return comparison === undefined || rows.length === 0
    ? undefined
    : {
        title: '前年度との比較（得点率）',
        altText: '交付金ごとの得点率を前年度と今年度で比べた縦棒グラフ。数値は左の表にあります。',
        kind: 'column',
        headers: ['区分', comparison.before.year, comparison.now.year],
        roles: ['compared', 'own'],
        percent: true,
        rows,
      };
};

/** Points per step of the distribution. */
const step = 50;

/** The nation's distribution in steps of 50 points, the own step marked; undefined where no distribution is known. */
export const distribution = (results: Results, { total, identity }: MunicipalityResult): ChartData | undefined => {
  const counts = totalsOf(results);
  if (counts === undefined) return undefined;
  const most = results.scheme.maxPoints;
  const steps = Array.from({ length: Math.ceil(most / step) }, (_, at) => at * step);
  return {
    title: '全国の得点分布の中の位置',
    altText: `全国の市町村数を総得点${step}点ごとに数えた縦棒グラフ。${identity.name}の${total}点がある区間に色を付けています。数値は左の表にあります。`,
    kind: 'column',
    headers: ['総得点', '全国の市町村数', `${identity.name}の区間`],
    roles: ['compared', 'marked'],
    percent: false,
    rows: steps.map((from) => {
      // The last step takes in the full marks.
      const last = from + step >= most;
      const inside = (points: number): boolean => points >= from && (points < from + step || last);
      const count = counts.reduce((sum, [points, number]) => sum + (inside(points) ? number : 0), 0);
      return [`${from}～${last ? most : from + step - 1}`, count, inside(total) ? count : null];
    }),
  };
};

const totalsOf = ({ national, nation }: Results): readonly (readonly [points: number, count: number])[] | undefined => {
  if (nation?.complete === true) {
    const { compiled, points, count } = nation.scores;
    return Array.from({ length: count }, (_, row) => [
      points[row * compiled.blocks.length + compiled.totalBlock] ?? 0,
      1,
    ]);
  }
  return national?.distribution;
};
