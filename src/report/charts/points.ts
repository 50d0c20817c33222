import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import { halfUp, rangeInWords, uint16At } from '../../kernel';
import { blockColumn, prefectureOfRow, statisticsOf } from '../../rank';
import { figuresOf, goalNumeral, grantNames, type Block } from '../../schemes';
import { fromPublished, fromTable } from '../figureSources';
import type { FigureSource } from '../../workbook';
import { computed } from '../origins';
import type { ChartColumn, ChartData } from './chartData';

/** Rates of the goals with their grant, and of the total at the end, against the means of nation and prefecture. */
interface GoalRates {
  readonly rows: readonly Rates[];
  readonly nation: NationMeans | undefined;
  /** Only where a national table tells the others of the prefecture. */
  readonly prefecture: ChartColumn | undefined;
}

/** `nation`: the basis that the sheet has for all its means of the nation. */
export const goalRatesOf = (
  results: ScoredResults,
  municipality: MunicipalityResult,
  nation: NationMeans | undefined,
): GoalRates => {
  const compared = prefectureMeans(results, municipality);
  const shown = municipality.blocks.flatMap(({ block, points, most }, at) =>
    isShown(block) ? [{ block, points, most, at }] : [],
  );
  const rows = shown.map(({ block, points, most, at }): Rates => {
    const mean = nation?.meanOf(block, at);
    return {
      label: labelOf(block),
      own: points / block.maxPoints,
      most: most / block.maxPoints,
      nation: mean === undefined ? null : mean / block.maxPoints,
      prefecture: compared === undefined ? null : compared.meanOf(points, at) / block.maxPoints,
    };
  });
  return { rows, nation, prefecture: compared?.column };
};

/** 目標別得点率: own against the means of the nation and, from a national table, of the prefecture; the total at the end. */
export const goalRates = (results: ScoredResults, municipality: MunicipalityResult): ChartData => {
  const { identity } = municipality;
  const { rows, nation, prefecture } = goalRatesOf(results, municipality, nationMeans(results));
  const hasNation = nation !== undefined;
  return {
    letter: nation === undefined ? 'N' : prefecture === undefined ? 'G' : 'P',
    title: '目標別の得点率',
    reading: `${ratesInWords(rows, identity.name, prefecture?.heading ?? '')}${nation === undefined ? '' : `全国平均は${nation.basis}によります。`}`,
    picture: '目標ごとの得点率を比べた横棒グラフ',
    kind: 'bar',
    around: { title: '目標別の得点率（レーダー）', picture: '目標ごとの得点率を比べたレーダーチャート' },
    labelHeading: '目標',
    columns: [
      {
        heading: rows.some(isOpen) ? `${identity.name}（確定分）` : identity.name,
        role: 'own',
        source: computed('得点÷配点（得点シート）'),
      },
      ...(nation === undefined ? [] : [{ heading: '全国平均', role: 'compared' as const, source: nation.source }]),
      ...(prefecture === undefined ? [] : [prefecture]),
    ],
    number: 'percent1',
    unit: '得点率',
    rows: rows.map(({ label, own, nation, prefecture: mean }) => [
      label,
      own,
      ...(hasNation ? [nation] : []),
      ...(prefecture === undefined ? [] : [mean]),
    ]),
  };
};

interface NationMeans {
  readonly meanOf: (block: Block, at: number) => number | undefined;
  readonly basis: string;
  readonly source: FigureSource;
}

/** All means of the sheet from one basis: the table of everybody, from which the distribution beside them comes, else the published. */
const nationMeans = (results: ScoredResults): NationMeans | undefined =>
  tableMeans(results) ?? publishedNationMeans(results);

/** Where the sheet has other figures of the published means beside them. */
export const publishedFirst = (results: ScoredResults): NationMeans | undefined =>
  publishedNationMeans(results) ?? tableMeans(results);

const nationRates = '全国の平均点÷配点';

const tableMeans = ({ nation }: ScoredResults): NationMeans | undefined =>
  nation?.complete === true
    ? {
        meanOf: (_, at) => statisticsOf(blockColumn(nation.scores, at)).mean,
        basis: '全国集計表',
        source: fromTable(nation, nationRates),
      }
    : undefined;

const publishedNationMeans = ({ national }: ScoredResults): NationMeans | undefined =>
  national && {
    meanOf: (block) => figuresOf(national, block)?.mean,
    basis: '国の公表値',
    source: fromPublished(national, nationRates),
  };

/** Only a national table that has all of the prefecture tells the others; the municipality counts with its own points. */
const prefectureMeans = (
  { nation }: ScoredResults,
  { nationRow }: MunicipalityResult,
): { readonly column: ChartColumn; readonly meanOf: (own: number, at: number) => number } | undefined => {
  const prefecture = nation && prefectureOfRow(nation, nationRow);
  if (nation === undefined || prefecture === undefined) return undefined;
  const { name, rows } = prefecture;
  return {
    column: {
      heading: `${name}平均`,
      role: 'prefecture',
      source: fromTable(nation, `${name}の${rows.length}市町村の平均点÷配点`),
    },
    meanOf: (own, at) => {
      const points = blockColumn(nation.scores, at);
      return statisticsOf(rows.map((row) => (row === nationRow ? own : uint16At(points, row)))).mean;
    },
  };
};

export interface Rates {
  readonly label: string;
  readonly own: number;
  /** With all open answers met. */
  readonly most: number;
  readonly nation: number | null;
  readonly prefecture: number | null;
}

/** Goals with their grant, and the total. */
const isShown = ({ grant, goal, group }: Block): boolean => group === null && (grant === null) === (goal === null);

const labelOf = ({ grant, goal }: Block): string =>
  grant === null || goal === null ? '総得点' : `${grantNames[grant].short}${goalNumeral(goal)}`;

const isOpen = ({ own, most }: Rates): boolean => own !== most;

/** The total against the means, then the goals farthest from the nation's: which they are is not known while answers are open. */
const ratesInWords = (rows: readonly Rates[], own: string, prefectureWord: string): string => {
  const total = rows.at(-1);
  if (total === undefined) return '';
  const means = [
    ...(total.nation === null ? [] : [`全国平均は${percent(total.nation)}`]),
    ...(total.prefecture === null ? [] : [`${prefectureWord}は${percent(total.prefecture)}`]),
  ];
  const first = `総得点の得点率は${percent(total.own, total.most)}${means.length === 0 ? '' : `、${means.join('、')}`}です。`;
  const apart = rows
    .slice(0, -1)
    .flatMap(({ label, own, nation }) => (nation === null ? [] : [{ label, apart: own - nation }]))
    .sort((one, other) => other.apart - one.apart);
  const best = apart[0];
  const worst = apart.at(-1);
  if (rows.some(isOpen)) return `${first}図の${own}は、未確定の回答を除いた確定分です。`;
  if (best === undefined || worst === undefined || apart.length < 2) return first;
  return `${first}全国平均と比べて最も高いのは${best.label}（${signedPoints(best.apart)}）、最も低いのは${worst.label}（${signedPoints(worst.apart)}）です。`;
};

/** A share, or two ends of one, in percent. */
export const percent = (low: number, high = low): string =>
  rangeInWords(halfUp(low * 100, 1), halfUp(high * 100, 1), '％');

const signedPoints = (share: number): string => {
  const text = halfUp(share * 100, 1);
  if (Number(text) === 0) return '±0.0ポイント';
  return `${share > 0 ? '＋' : '△'}${text.replace('-', '')}ポイント`;
};

/** Points per step of the distribution. */
const step = 50;

/** The nation's distribution in steps of 50 points, the own step marked; undefined where no distribution is known. */
export const distribution = (results: ScoredResults, municipality: MunicipalityResult): ChartData | undefined => {
  const totals = nationalTotals(results);
  if (totals === undefined) return undefined;
  const { range, identity } = municipality;
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
    reading: `${standingInWords(municipality, totals)}分布は${nation?.complete === true ? '全国集計表' : '国の公表値'}によります。`,
    picture: `全国の市町村数を総得点${step}点ごとに数え、${identity.name}のある区間に色を付けた縦棒グラフ`,
    kind: 'column',
    labelHeading: '総得点（点以上）',
    columns: [
      { heading: '全国の市町村数', role: 'compared', source },
      { heading: `${identity.name}のある区間`, role: 'marked', source },
    ],
    number: 'integer',
    unit: '市町村数',
    overlapping: true,
    rows: steps.map((from) => {
      // The last step takes in the full marks.
      const last = from + step >= most;
      const inside = (points: number): boolean => points >= from && (points < from + step || last);
      const count = totals.filter(inside).length;
      const isOwn = range.most >= from && (range.least < from + step || last);
      return [String(from), count, isOwn ? count : null];
    }),
  };
};

/** The total of every municipality of the nation; undefined where no distribution is known. */
export const nationalTotals = ({ national, nation }: ScoredResults): readonly number[] | undefined => {
  if (nation?.complete === true) {
    const { scores } = nation;
    return [...blockColumn(scores, scores.compiled.totalBlock)];
  }
  return national?.distribution?.flatMap(([points, count]) => Array.from({ length: count }, () => points));
};

const standingInWords = ({ range, identity, rank }: MunicipalityResult, totals: readonly number[]): string => {
  const { mean, median, count } = statisticsOf(totals);
  const nation = `全国${count.toLocaleString('en-US')}市町村の平均は${halfUp(mean, 1)}点、中央値は${median}点です。`;
  const points = rangeInWords(String(range.least), String(range.most));
  const band = rank.national;
  if (band === null) return `${nation}${identity.name}は${points}点です。`;
  const share = (rank: number): string => halfUp((rank / band.of) * 100, 1);
  return `${nation}${identity.name}の${points}点は${rangeInWords(grouped(band.low), grouped(band.high))}位（上位${rangeInWords(share(band.low), share(band.high))}％）に当たります。`;
};

const grouped = (count: number): string => count.toLocaleString('en-US');
