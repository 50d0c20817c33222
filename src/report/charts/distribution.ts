import { blockColumn, halfUp, statisticsOf } from '../../rank';
import { fromPublished, fromTable } from '../figureSources';
import { computed } from '../origins';
import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import type { ChartData } from './chartData';

/** Points per step of the distribution. */
const step = 50;

/** The nation's distribution in steps of 50 points, the own step marked; undefined where no distribution is known. */
export const distribution = (results: ScoredResults, municipality: MunicipalityResult): ChartData | undefined => {
  const totals = totalsOf(results);
  if (totals === undefined) return undefined;
  const { total, identity } = municipality;
  const most = results.scheme.maxPoints;
  const { national, nation } = results;
  const what = `総得点${step}点ごとの市町村数`;
  const source =
    nation?.complete === true
      ? fromTable(nation, what)
      : national === undefined
        ? computed(what)
        : fromPublished(national, what);
  const steps = Array.from({ length: Math.ceil(most / step) }, (_, at) => at * step);
  return {
    letter: 'D',
    title: '全国の得点分布の中の位置',
    reading: readingOf(municipality, totals),
    picture: `全国の市町村数を総得点${step}点ごとに数え、${identity.name}のある区間に色を付けた縦棒グラフ`,
    kind: 'column',
    labelHeading: `総得点（${step}点ごと）`,
    columns: [
      { heading: '全国の市町村数', role: 'compared', source },
      { heading: `${identity.name}のある区間`, role: 'marked', source },
    ],
    number: 'integer',
    overlapping: true,
    rows: steps.map((from) => {
      // The last step takes in the full marks.
      const last = from + step >= most;
      const inside = (points: number): boolean => points >= from && (points < from + step || last);
      const count = totals.filter(inside).length;
      return [`${from}～`, count, inside(total) ? count : null];
    }),
  };
};

/** The total of every municipality of the nation. */
const totalsOf = ({ national, nation }: ScoredResults): readonly number[] | undefined => {
  if (nation?.complete === true) {
    const { scores } = nation;
    return [...blockColumn(scores, scores.compiled.totalBlock)];
  }
  return national?.distribution?.flatMap(([points, count]) => Array.from({ length: count }, () => points));
};

const readingOf = ({ total, identity, rank }: MunicipalityResult, totals: readonly number[]): string => {
  const { mean, median, count } = statisticsOf(totals);
  const nation = `全国${count.toLocaleString('en-US')}市町村の平均は${halfUp(mean, 1)}点、中央値は${median}点です。`;
  const band = rank.national;
  if (band === null) return `${nation}${identity.name}は${total}点です。`;
  const place = band.low === band.high ? grouped(band.low) : `${grouped(band.low)}～${grouped(band.high)}`;
  return `${nation}${identity.name}の${total}点は${place}位（上位${halfUp((band.high / band.of) * 100, 1)}％）に当たります。`;
};

const grouped = (count: number): string => count.toLocaleString('en-US');
