import type { BlockPoints, MunicipalityResult, ScoredResults } from '../../../evaluation';
import { halfUp, rangeInWords } from '../../../kernel';
import type { PointsRange } from '../../../outlook';
import {
  prefectureOfRow,
  rankAt,
  rankOfSum,
  statisticsOf,
  sumAt,
  summaryColumns,
  type SummaryColumn,
  type SumTerm,
} from '../../../rank';
import {
  figuresOf,
  goalNameOf,
  goalNumeral,
  isCommon,
  grantNames,
  grants,
  groupNames,
  ownGrantOf,
  samePlace,
  timesCounted,
  wholeOf,
  type BlockPlace,
  type Grant,
  type Scheme,
} from '../../../schemes';
import type { FigureSource } from '../../../workbook';
import { cellKeys } from '../../cellKeys';
import { inPaperOrder, isGoal } from '../../blockOrder';
import { fromPublished, fromRules, fromTable } from '../../figureSources';
import { keyedSpan, line, span, together, type Line, type Span } from '../../layout/layOut';
import { rankText } from '../../members';
import { blockFromAnswers, computed } from '../../origins';
import { rateText } from '../../standingWords';
import type { StandingRank, YearStanding } from '../../yearStandings';
import type { CouncilFacts } from '../facts';

const gridColumns = 8;

const keyedAs = (key: string | undefined, one: Span): Span => (key === undefined ? one : keyedSpan(one, key));

interface Row {
  readonly label: string;
  readonly short: string;
  readonly isSum: boolean;
  readonly isGoal: boolean;
  readonly isTotal: boolean;
  /** How the sheet 検算 finds its points; undefined of sums over both grants. */
  readonly key?: string;
  /** Of which grant it is a part; null of what counts in both, and of sums. */
  readonly partOf: Grant | null;
  readonly points: { readonly least: number; readonly most: number; readonly maxPoints: number };
  readonly source: FigureSource;
  readonly nation: number | undefined;
  readonly prefecture: number | undefined;
  readonly nationRank: string | undefined;
  readonly prefectureRank: string | undefined;
}

/**
 * By goal and group: full marks, own points, means and ranks of prefecture and nation; ranks and the prefecture's means only
 * from a national table in hand, their columns vanish without one. Then the strongest and the weakest goal in two sentences.
 * The first line is the heading.
 */
export const blockLines = (
  facts: CouncilFacts,
  results: ScoredResults,
  own: MunicipalityResult,
  standing: YearStanding | undefined,
): readonly Line[] => {
  const rows = rowsOf(results, own).map((row) => withToldRanks(row, standing));
  const told = standing?.national?.basis === 'told' || standing?.prefecture?.basis === 'told';
  const { short, inside } = facts.prefecture;
  const { national, nation, scheme } = results;
  const mean = national && fromPublished(national, '全国平均');
  const table = nation && fromTable(nation, '平均と順位');
  const columns = (
    [
      { heading: '配点', text: ({ points }) => String(points.maxPoints), source: fromRules(scheme, '配点') },
      {
        heading: '得点',
        text: ({ points: { least, most } }) => rangeInWords(String(least), String(most)),
        source: undefined,
      },
      { heading: '得点率', text: ({ points }) => rateText(points), source: computed('得点÷配点') },
      { heading: `${short}平均`, text: ({ prefecture }) => decimal(prefecture), source: table },
      { heading: `${inside}順位`, text: ({ prefectureRank }) => prefectureRank, source: table },
      { heading: '全国平均', text: (row) => decimal(row.nation), source: mean },
      { heading: '全国順位', text: ({ nationRank }) => nationRank, source: table },
    ] satisfies readonly {
      heading: string;
      text: (row: Row) => string | undefined;
      source: FigureSource | undefined;
    }[]
  ).filter(({ text }) => rows.some((row) => text(row) !== undefined));
  // A table that lacks some of the prefecture gives no mean and no rank in it.
  const byTable = [`${short}平均`, '順位'].filter((end) => columns.some(({ heading }) => heading.endsWith(end)));
  const first = gridColumns - columns.length;
  const tableOf = (partOf: Grant | null): readonly Line[] =>
    together([
      line(span('区分', first, 'header'), ...columns.map(({ heading }) => span(heading, 1, 'header'))),
      ...rows
        .filter((row) => row.partOf === partOf)
        .map((row) =>
          line(
            span(row.label, first, row.isSum ? 'total-side' : 'side'),
            ...columns.map(({ heading, text, source }) =>
              keyedAs(
                heading === '得点' ? row.key : undefined,
                span(text(row) ?? '－', 1, row.isSum ? 'total-paper' : 'paper-cell', { source: source ?? row.source }),
              ),
            ),
          ),
        ),
    ]);
  return [
    line(span('目標・指標群ごとの得点', gridColumns, 'heading')),
    // A table each, with its head: all in one, ranges would make it higher than a page.
    ...[...grants, null].filter((part) => rows.some(({ partOf }) => partOf === part)).flatMap(tableOf),
    line(
      span(
        `※ ${commonGoals(scheme)}${national === undefined ? '' : '全国平均は国の公表値です。'}${table === undefined || byTable.length === 0 ? '' : `${byTable.join('と')}は全国集計表によります${told ? '（総得点の順位は、設定に入力された順位）' : ''}。`}`,
        gridColumns,
        'note',
      ),
    ),
    ...strengthText(rows).map((text) =>
      line(span(text, gridColumns, 'paragraph', { source: computed('目標ごとの得点率と全国平均の得点率の差') })),
    ),
  ];
};

/** 「目標Ⅳは両交付金に共通の評価です。」, where the scheme has one. */
const commonGoals = ({ goals }: Scheme): string => {
  const common = goals.filter(isCommon).map(({ goal }) => `目標${goalNumeral(goal)}`);
  return common.length === 0 ? '' : `${common.join('・')}は両交付金に共通の評価です。`;
};

/** A rank of the total that a person told is the official one, and stands in the trend above. */
const withToldRanks = (row: Row, standing: YearStanding | undefined): Row => {
  if (!row.isTotal || standing === undefined) return row;
  const of = (rank: StandingRank | undefined, other: string | undefined): string | undefined =>
    rank?.basis === 'told' && other !== undefined ? rankText(rank.band) : other;
  return {
    ...row,
    nationRank: of(standing.national, row.nationRank),
    prefectureRank: of(standing.prefecture, row.prefectureRank),
  };
};

const decimal = (mean: number | undefined): string | undefined => (mean === undefined ? undefined : halfUp(mean, 1));

const rowsOf = (results: ScoredResults, own: MunicipalityResult): readonly Row[] => {
  const { scheme, national, nation } = results;
  const row = own.nationRow;
  const members = nation && prefectureOfRow(nation, row)?.rows;
  /** Where the points stand among others: of one block, or of the blocks that a sum over both grants is made of. */
  const among = (
    points: PointsRange,
    terms: readonly SumTerm[],
  ): Pick<Row, 'prefecture' | 'nationRank' | 'prefectureRank'> => {
    const rankIn = (scope: 'nation' | 'prefecture'): string | undefined => {
      if (nation === undefined || row === undefined) return undefined;
      const [term, ...others] = terms;
      const [low, high] = [points.most, points.least].map((value) =>
        term === undefined || others.length > 0 || term.times > 1
          ? rankOfSum(nation.ranks, scope, terms, row, value)
          : rankAt(nation.ranks, scope, term.block, row, value),
      );
      return low === undefined || high === undefined ? undefined : rankText({ low, high });
    };
    return {
      prefecture:
        nation?.settled === true && members !== undefined
          ? statisticsOf(members.map((member) => (member === row ? points.least : sumAt(nation.ranks, terms, member))))
              .mean
          : undefined,
      nationRank: rankIn('nation'),
      prefectureRank: rankIn('prefecture'),
    };
  };
  const rowOf = ({ block, points, most }: BlockPoints): Row => {
    const label = labelIn(scheme, block);
    return {
      label,
      short:
        block.grant === null || block.goal === null
          ? label
          : `${grantNames[block.grant].short}の目標${goalNumeral(block.goal)}`,
      isSum: block.goal === null,
      isGoal: isGoal(block),
      isTotal: samePlace(block, wholeOf(null)),
      key: cellKeys.onPaper(block),
      partOf: block.goal === null ? null : ownGrantOf(block),
      points: { least: points, most, maxPoints: block.maxPoints },
      source: blockFromAnswers(block),
      nation: figuresOf(national, block)?.mean,
      ...among({ least: points, most }, [{ block: own.blocks.findIndex((one) => one.block === block), times: 1 }]),
    };
  };
  const groupRow = ({ group, maxPoints, mean }: SummaryColumn): Row => {
    const terms = own.blocks.flatMap(({ block }, at) =>
      block.group === group ? [{ block: at, times: timesCounted(block) }] : [],
    );
    const sum = (end: 'points' | 'most'): number =>
      terms.reduce((total, { block, times }) => total + (own.blocks[block]?.[end] ?? 0) * times, 0);
    const points = { least: sum('points'), most: sum('most') };
    const label = group === null ? '' : `両交付金の${groupNames[group].short}`;
    return {
      label,
      short: label,
      isSum: true,
      isGoal: false,
      isTotal: false,
      partOf: null,
      points: { ...points, maxPoints: maxPoints.value },
      source: computed('両交付金の同じ指標群の和（共通の目標は両方に数える）'),
      nation: mean?.value,
      ...among(points, terms),
    };
  };
  const blocks = inPaperOrder(own.blocks).map(rowOf);
  const groups = summaryColumns(scheme, national).filter(({ grant, group }) => grant === null && group !== null);
  return [...blocks.slice(0, -1), ...groups.map(groupRow), ...blocks.slice(-1)];
};

const labelIn = (scheme: Scheme, block: BlockPlace): string => {
  const { grant, goal, group } = block;
  if (grant === null) return '総得点';
  if (goal === null) return `${grantNames[grant].short} 計`;
  return group === null
    ? `${grantNames[grant].short} 目標${goalNumeral(goal)} ${goalNameOf(scheme, block)}`
    : `　うち${groupNames[group].short}`;
};

/** The goal farthest above the nation's mean rate, and the one farthest below; only what is certain where answers are open. */
const strengthText = (rows: readonly Row[]): readonly string[] => {
  const apart = rows.flatMap(({ isGoal, short, points, nation }) =>
    !isGoal || nation === undefined
      ? []
      : [
          {
            short,
            rate: rateText(points),
            mean: nation / points.maxPoints,
            least: (points.least - nation) / points.maxPoints,
            most: (points.most - nation) / points.maxPoints,
          },
        ],
  );
  const best = apart.toSorted((one, other) => other.least - one.least)[0];
  const worst = apart.toSorted((one, other) => one.most - other.most)[0];
  return [
    ...(best === undefined || best.least <= 0
      ? []
      : [
          `全国平均と比べて得点率が高いのは${best.short}で、${best.rate}（全国平均${halfUp(best.mean * 100, 1)}％）です。`,
        ]),
    ...(worst === undefined || worst.most >= 0
      ? []
      : [
          `全国平均と比べて得点率が低いのは${worst.short}で、${worst.rate}（全国平均${halfUp(worst.mean * 100, 1)}％）です。`,
        ]),
  ];
};
