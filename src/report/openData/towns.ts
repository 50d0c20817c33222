import { basisWords, type GrantAmount } from '../../allocation';
import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import { fiscalYearLabel, westernYear } from '../../kernel';
import { grantNames, groupNames, soleGroupOf, wholeOf, type BlockPlace, type Scheme } from '../../schemes';
import { compileScheme } from '../../score';
import type { MoneyGrant } from '../../settings';
import { publicDataHeadings, type FigureSource } from '../../workbook';
import { cellKeys } from '../cellKeys';
import { fromAllAmounts, fromAmount, fromRules, fromTableRow, insuredSource, rankSources } from '../figureSources';
import { blockFromAnswers, fromAnswers } from '../origins';
import { lastYearsOf } from './lastYear';
import { column, type OpenDataColumn, type OpenDataTable } from './table';

/** A municipality a row: who it is, points, ranks, last year, amounts. */
export const townsTable = (results: ScoredResults): OpenDataTable<MunicipalityResult> => ({
  columns: townColumns(results),
  rows: results.municipalities,
});

type TownColumn = OpenDataColumn<MunicipalityResult>;

/** The columns, the same for every municipality of the results. */
const townColumns = (results: ScoredResults): readonly TownColumn[] => [
  ...identityColumns(results),
  column('第1号被保険者数（人）', ({ insured }) => insured, insuredSource(results)),
  ...pointsColumns(results),
  ...lastYearColumns(results),
  ...amountColumns(results, '推進の交付額', 'promotion'),
  ...amountColumns(results, '成果指向型配分枠の交付額', 'outcomeOriented'),
  ...amountColumns(results, '支援の交付額', 'support'),
  {
    header: '交付額の合計（円）',
    valueOf: ({ grants }) => (grants?.totalYen == null ? null : Number(grants.totalYen)),
    sourceOf: ({ grants }) => (grants === null ? undefined : fromAllAmounts(grants)),
  },
  ...closingColumns(results),
];

/** How sure a row is, and by what it is found to be ours: every table for machines ends in them (`publicDataHeadings`). */
export const closingColumns = ({ checkCode }: ScoredResults): readonly TownColumn[] => [
  column(publicDataHeadings[0], ({ provisional }) => (provisional ? '暫定' : '確定')),
  column(publicDataHeadings[1], () => checkCode),
];

/** Who it is, as every table for machines begins. */
export const identityColumns = (results: ScoredResults): readonly TownColumn[] => {
  const { fiscalYear } = results.scheme;
  return [
    column('年度（西暦）', () => westernYear(fiscalYear), yearSource),
    column('年度（和暦）', () => fiscalYearLabel(fiscalYear)),
    column('全国地方公共団体コード', ({ identity }) => identity.code ?? null),
    column('都道府県名', ({ identity }) => identity.prefecture ?? null),
    column('市町村名', ({ identity }) => identity.name),
  ];
};

const yearSource: FigureSource = { kind: 'rules', text: '採点に使った評価指標の年度です。' };

const pointsColumns = (results: ScoredResults): readonly TownColumn[] => {
  const { scheme, nation, subject } = results;
  const inTable = subject === 'nation' ? nation : undefined;
  const total = inTable === undefined ? fromAnswers('総得点') : fromTableRow(inTable, '総得点');
  const rankSource = rankSources(results);
  const rankColumn = (header: string, end: 'low' | 'high' | 'of'): TownColumn => ({
    header,
    valueOf: ({ rank }) => rank.national?.[end] ?? null,
    sourceOf: rankSource,
  });
  return [
    column('満点（点）', () => scheme.maxPoints, fromRules(scheme, '満点')),
    // A figure that is still open is a range, never its lower end.
    column('総得点（点）', ({ range: { least, most } }) => (least === most ? least : null), total),
    ending(
      'least',
      wholeOf(null),
      column('総得点の下限（点）', ({ range }) => range.least, total),
    ),
    ending(
      'most',
      wholeOf(null),
      column('総得点の上限（点）', ({ range }) => range.most, total),
    ),
    rankColumn('全国順位の上限（位）', 'low'),
    rankColumn('全国順位の下限（位）', 'high'),
    rankColumn('全国順位の母数（市町村）', 'of'),
    ...compileScheme(scheme).blocks.flatMap((block, at): readonly TownColumn[] => {
      if (block.grant === null || isGoalAgain(scheme, block)) return [];
      const name = headerOf(block);
      const source = inTable === undefined ? blockFromAnswers(block) : fromTableRow(inTable, `${name}の得点`);
      const settled = ({ blocks }: MunicipalityResult): number | null => {
        const { points, most } = blocks[at] ?? {};
        return points === undefined || points !== most ? null : points;
      };
      return [
        column(`${name}（点）`, settled, source),
        ending(
          'least',
          block,
          column(`${name}の下限（点）`, ({ blocks }) => blocks[at]?.points ?? null, source),
        ),
        ending(
          'most',
          block,
          column(`${name}の上限（点）`, ({ blocks }) => blocks[at]?.most ?? null, source),
        ),
      ];
    }),
  ];
};

/** A column that the sheet 検算 finds. */
const ending = (end: 'least' | 'most', block: BlockPlace, of: TownColumn): TownColumn => ({
  ...of,
  keyOf: (at) => cellKeys.openData(end, at, block),
});

/** The only group of a goal is the goal once more. */
const isGoalAgain = (scheme: Scheme, { grant, goal, group }: BlockPlace): boolean =>
  group !== null && goal !== null && soleGroupOf(scheme, goal, grant ?? undefined) === group;

/** 「推進目標1体制・取組」, 「支援合計」. */
const headerOf = ({ grant, goal, group }: BlockPlace): string =>
  [
    grant === null ? '' : grantNames[grant].short,
    goal === null ? '合計' : `目標${goal}`,
    group === null ? '' : groupNames[group].short,
  ].join('');

const lastYearColumns = (results: ScoredResults): readonly TownColumn[] => {
  const lastYear = lastYearsOf(results);
  const figure = (header: string, part: 'points' | 'maxPoints' | 'nationalRank'): TownColumn => ({
    header,
    valueOf: (one) => lastYear(one)?.[part]?.value ?? null,
    sourceOf: (one) => lastYear(one)?.[part]?.source,
  });
  const isKnown = (one: MunicipalityResult): boolean => lastYear(one) !== undefined;
  const before: FigureSource = { kind: 'rules', text: '採点した年度の前の年度です。' };
  return [
    column('前年度（西暦）', (one) => (isKnown(one) ? westernYear(results.scheme.fiscalYear) - 1 : null), before),
    figure('前年度の満点（点）', 'maxPoints'),
    figure('前年度の総得点（点）', 'points'),
    figure('前年度の全国順位（位）', 'nationalRank'),
  ];
};

const amountColumns = (
  { money: { settings } }: ScoredResults,
  label: string,
  grant: MoneyGrant,
): readonly TownColumn[] => {
  const amountOf = ({ grants }: MunicipalityResult): GrantAmount | undefined => grants?.[grant] ?? undefined;
  const amountColumn = (header: string, end: 'yen' | 'low' | 'high'): TownColumn => ({
    header,
    valueOf: (municipality) => {
      const amount = amountOf(municipality)?.[end];
      return amount === undefined || amount === null ? null : Number(amount);
    },
    sourceOf: (municipality) => {
      const amount = amountOf(municipality);
      return amount && fromAmount(settings, grant, amount);
    },
  });
  return [
    amountColumn(`${label}（円）`, 'yen'),
    amountColumn(`${label}の下限（円）`, 'low'),
    amountColumn(`${label}の上限（円）`, 'high'),
    column(`${label}の根拠`, (municipality) => {
      const basis = amountOf(municipality)?.basis;
      return basis === undefined ? null : basisWords[basis];
    }),
  ];
};
