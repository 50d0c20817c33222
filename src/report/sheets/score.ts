import type { BlockPoints, MunicipalityResult, ScoredResults } from '../../evaluation';
import { fiscalYearLabel, halfUp } from '../../kernel';
import {
  countsIn,
  figuresOf,
  goalNameOf,
  goalNumeral,
  grantNames,
  groupNames,
  isCommon,
  samePlace,
  wholeOf,
  type Block,
  type Grant,
} from '../../schemes';
import type { ModelCell, Rectangle, SheetModel } from '../../workbook';
import { fromPublished, fromRules, openQuestion } from '../figureSources';
import { cellKeys } from '../cellKeys';
import { cell, keyed, rangeCell } from '../layout/cells';
import {
  cellLine,
  headerLine,
  layOut,
  line,
  pageSetup,
  together,
  wideLines,
  type Line,
  type Sentence,
} from '../layout/layOut';
import { neededHeights } from '../layout/rowHeights';
import { headlineOf, municipalityTitle } from '../members';
import { blockFromAnswers, computed } from '../origins';
import { signed } from '../standingWords';

/** The cells of the first `columns` columns whose labels repeat downwards: merged, each label stands once over its rows. */
const sameLabelBlocks = (rows: readonly (readonly ModelCell[])[], columns: number): readonly Rectangle[] =>
  Array.from({ length: columns }, (_, column) => column).flatMap((column) => {
    const blocks: Rectangle[] = [];
    let top = 0;
    for (let row = 1; row <= rows.length; row += 1) {
      const label = labelIn(rows[top]?.[column]);
      if (label !== undefined && labelIn(rows[row]?.[column]) === label) continue;
      if (row - top > 1) blocks.push({ top, bottom: row - 1, left: column, right: column });
      top = row;
    }
    return blocks;
  });

const labelIn = (cell: ModelCell | undefined): string | undefined =>
  (cell?.look === 'side' || cell?.look === 'total-side') && typeof cell.value === 'string' && cell.value !== ''
    ? cell.value
    : undefined;

/** The column heads of the rows. */
const scoreHeaders = ['交付金', '目標', '指標群', '配点', '得点', '得点率', '全国平均', '差', '中央値'];

type Row = readonly ModelCell[];

/** The rows of a municipality on the sheet 得点: by grant × goal × group, goal Ⅳ under each grant, sums below. */
const scoreRows = (results: ScoredResults): ((municipality: MunicipalityResult, at: number) => readonly Row[]) => {
  const figuresIn = rowMaker(results);
  return ({ blocks }, at) => {
    const rowOf = (labels: readonly string[], look: 'body' | 'total', one: BlockPoints, under: Grant | null): Row =>
      figuresIn(labels, look, one, (what) => cellKeys.score(what, at, one.block, under));
    const where = (wanted: (block: Block) => boolean) => blocks.filter(({ block }) => wanted(block));
    const goalRows = (under: Grant, goal: BlockPoints): readonly Row[] => {
      const grant = grantNames[under].short;
      const groups = where((block) => isGoal(block, goal.block) && block.group !== null);
      const title = titleOf(results, goal.block);
      const rows = groups.map((group) =>
        rowOf(
          [grant, title, group.block.group === null ? '' : groupNames[group.block.group].short],
          'body',
          group,
          under,
        ),
      );
      return groups.length === 1 ? rows : [...rows, rowOf([grant, title, '小計'], 'total', goal, under)];
    };
    const grantRows = (grant: Grant): readonly Row[] => {
      const { short } = grantNames[grant];
      const goals = where((block) => block.goal !== null && block.group === null && countsIn(grant, block));
      const sums = where((block) => samePlace(block, wholeOf(grant)));
      return [
        ...goals.flatMap((goal) => goalRows(grant, goal)),
        ...sums.map((sum) => rowOf([`${short} 計`, '', ''], 'total', sum, grant)),
      ];
    };
    return [
      ...grantRows('promotion'),
      ...grantRows('support'),
      ...where(({ grant }) => grant === null).map((sum) => rowOf(['合計', '', ''], 'total', sum, null)),
    ];
  };
};

const isGoal = (one: Block, other: Block): boolean => one.grant === other.grant && one.goal === other.goal;

const titleOf = ({ scheme }: ScoredResults, block: Block): string =>
  `${goalNumeral(block.goal ?? 0)} ${goalNameOf(scheme, block)}`;

/** Makes the row of a block; what is the same for all rows is made once. */
const rowMaker = ({ scheme, national }: ScoredResults) => {
  const max = fromRules(scheme, '配点');
  const rate = computed('得点÷配点');
  const mean = national && fromPublished(national, '全国平均');
  const difference = computed('得点－全国平均');
  const median = national && fromPublished(national, '中央値');
  return (
    labels: readonly string[],
    look: 'body' | 'total',
    { block, points, most }: BlockPoints,
    keyOf: (what: Parameters<typeof cellKeys.score>[0]) => string,
  ): Row => {
    const side = look === 'body' ? 'side' : 'total-side';
    const figures = figuresOf(national, block);
    return [
      ...labels.map((label) => cell(label, side)),
      keyed(cell(block.maxPoints, look, { number: 'integer', source: max }), keyOf('max')),
      keyed(rangeCell([points, most], look, { number: 'integer', source: blockFromAnswers(block) }), keyOf('points')),
      block.maxPoints === 0
        ? cell(null, look)
        : keyed(
            rangeCell(
              [points / block.maxPoints, most / block.maxPoints],
              look,
              { number: 'percent1', source: rate },
              (share) => `${halfUp(share * 100, 1)}%`,
            ),
            keyOf('rate'),
          ),
      keyed(cell(figures?.mean ?? null, look, { number: 'decimal1', source: mean }), keyOf('mean')),
      figures === undefined
        ? cell(null, look)
        : keyed(
            rangeCell(
              [points - figures.mean, most - figures.mean],
              look,
              { number: 'signed-decimal1', source: difference },
              (apart) => signed(apart, 1),
            ),
            keyOf('difference'),
          ),
      cell(figures?.median ?? null, look, { number: 'integer', source: median }),
    ];
  };
};

/** Beside what the rank rests on: what the means of the table rest on. */
const meansBasis = ({ national }: ScoredResults): string =>
  national === undefined ? '' : '　全国平均・中央値は国の公表値';

const columnWidths = [8, 33, 11, 7, 7, 8, 9, 9, 8];
/** Where answers are open: 「387～400」, 「96.8%～100.0%」 and 「＋181.4～＋194.4」 stand in one line, as wide as the others together. */
const widthsOfRanges = [8, 16, 11, 6, 9, 15, 9, 17, 8];
const wide = wideLines(columnWidths.length);

/** Sheet 得点: points against maximum, national mean and median, by grant × goal × group, goal Ⅳ shown under each grant. */
export const scoreSheet = (results: ScoredResults): SheetModel => {
  const rowsOf = scoreRows(results);
  const lines: readonly Line[] = [
    wide(`${fiscalYearLabel(results.scheme.fiscalYear)} 保険者機能強化推進交付金等 評価結果（得点）`, 'title'),
    ...results.municipalities.flatMap((municipality, at) =>
      together([
        wide(municipalityTitle(municipality), 'heading'),
        ...headlineOf(results, municipality).map(({ text, source }, sentence) =>
          wide(sentence === 0 ? text : `${text}${meansBasis(results)}`, 'subtitle', source),
        ),
        headerLine(scoreHeaders),
        ...rowsOf(municipality, at).map(cellLine),
        line(),
      ]),
    ),
    ...notesOf(results).map(({ text, source }) => wide(text, 'note', source)),
  ];
  const isOpen = results.municipalities.some(({ range }) => range.least !== range.most);
  const widths = isOpen ? widthsOfRanges : columnWidths;
  const laidOut = layOut(lines, widths);
  // Grant and goal stand once, over all the rows they speak for; sums keep their own.
  const merges = [...laidOut.merges, ...sameLabelBlocks(laidOut.rows, 2)];
  return {
    ...laidOut,
    name: '得点',
    marker: 'score',
    merges,
    rowHeights: neededHeights(laidOut.rows, widths, merges),
    frozenRows: 1,
    print: pageSetup({ orientation: 'portrait', coded: true }),
  };
};

const notesOf = ({ scheme, national, municipalities }: ScoredResults): readonly Sentence[] => [
  ...scheme.goals.filter(isCommon).map(({ goal, groups }) => ({
    text: `※ 目標${goalNumeral(goal)}（${groups.map(({ group }) => groupNames[group].full).join('・')}）は両交付金に共通の評価で、それぞれの交付金に1回ずつ数えます。`,
  })),
  { text: '※ 全国平均・差・得点率は端数処理前の値から計算しています。中央値は足し合わせても合計と一致しません。' },
  ...(national === undefined ? [{ text: '※ この年度の全国平均・中央値は登録されていません。' }] : []),
  ...(municipalities.some(({ provisional }) => provisional)
    ? [
        {
          text: '※ 未回答または読み取れない回答があるため暫定です。得点は未確定の回答を0点として数えています（シート「要確認」）。',
          source: computed('未回答と読み取れない回答は0点'),
        },
      ]
    : []),
  ...scheme.unspecified.map(({ note }) => ({ text: `※ 定めのない事項：${note}`, source: openQuestion })),
];
