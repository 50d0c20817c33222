import {
  type Block,
  countsIn,
  figuresOf,
  goalNumeral,
  type Grant,
  grantNames,
  groupNames,
  samePlace,
  wholeOf,
} from '../../schemes';
import type { ModelCell } from '../../workbook';
import { cell } from '../layout';
import { fromPublished, fromRules } from '../figureSources';
import { blockFromAnswers, computed } from '../origins';
import type { BlockPoints, MunicipalityResult, ScoredResults } from '../../evaluation';

/** The column heads of the rows. */
export const scoreHeaders = ['交付金', '目標', '指標群', '配点', '得点', '得点率', '全国平均', '差', '中央値'];

type Row = readonly ModelCell[];

/** The rows of a municipality on the sheet 得点: by grant × goal × group, goal Ⅳ under each grant, sums below. */
export const scoreRows = (results: ScoredResults): ((municipality: MunicipalityResult) => readonly Row[]) => {
  const rowOf = rowMaker(results);
  return ({ blocks }) => {
    const where = (wanted: (block: Block) => boolean) => blocks.filter(({ block }) => wanted(block));
    const goalRows = (grant: string, goal: BlockPoints): readonly Row[] => {
      const groups = where((block) => isGoal(block, goal.block) && block.group !== null);
      const title = titleOf(results, goal.block);
      const rows = groups.map((group) =>
        rowOf([grant, title, group.block.group === null ? '' : groupNames[group.block.group].short], 'body', group),
      );
      return groups.length === 1 ? rows : [...rows, rowOf([grant, title, '小計'], 'total', goal)];
    };
    const grantRows = (grant: Grant): readonly Row[] => {
      const { short } = grantNames[grant];
      const goals = where((block) => block.goal !== null && block.group === null && countsIn(grant, block));
      const sums = where((block) => samePlace(block, wholeOf(grant)));
      return [
        ...goals.flatMap((goal) => goalRows(short, goal)),
        ...sums.map((sum) => rowOf([`${short} 計`, '', ''], 'total', sum)),
      ];
    };
    return [
      ...grantRows('promotion'),
      ...grantRows('support'),
      ...where(({ grant }) => grant === null).map((sum) => rowOf(['合計', '', ''], 'total', sum)),
    ];
  };
};

const isGoal = (one: Block, other: Block): boolean => one.grant === other.grant && one.goal === other.goal;

const titleOf = ({ scheme }: ScoredResults, { grant, goal }: Block): string =>
  `${goalNumeral(goal ?? 0)} ${scheme.goals.find((one) => one.grant === grant && one.goal === goal)?.name ?? ''}`;

/** Makes the row of a block; what is the same for all rows is made once. */
const rowMaker = ({ scheme, national }: ScoredResults) => {
  const max = fromRules(scheme, '配点');
  const rate = computed('得点÷配点');
  const mean = national && fromPublished(national, '全国平均');
  const difference = computed('得点－全国平均');
  const median = national && fromPublished(national, '中央値');
  return (labels: readonly string[], look: 'body' | 'total', { block, points }: BlockPoints): Row => {
    const side = look === 'body' ? 'side' : 'total-side';
    const figures = figuresOf(national, block);
    return [
      ...labels.map((label) => cell(label, side)),
      cell(block.maxPoints, look, 'integer', max),
      cell(points, look, 'integer', blockFromAnswers(block)),
      cell(block.maxPoints === 0 ? null : points / block.maxPoints, look, 'percent1', rate),
      cell(figures?.mean ?? null, look, 'decimal1', mean),
      cell(figures === undefined ? null : points - figures.mean, look, 'signed-decimal1', difference),
      cell(figures?.median ?? null, look, 'integer', median),
    ];
  };
};
