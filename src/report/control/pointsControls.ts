import {
  blockName,
  goalNumeral,
  grantNames,
  groupNames,
  type Block,
  type BlockPlace,
  type Grant,
  type Group,
} from '../../schemes';
import { fromRules } from '../figureSources';
import { computed, sourceOf } from '../origins';
import type { BlockPoints, MunicipalityResult, Results } from '../../evaluation';
import { sumControls, type Control, type Term } from './control';

/** The points of one municipality: groups to goals, goals to grants, grants to the total, and the rates. */
export const pointsControls = (results: Results, municipality: MunicipalityResult): readonly Control[] => {
  const { blocks } = municipality;
  const figure = ({ block, points }: BlockPoints): Term => ({
    value: points,
    source: sourceOf({ origin: municipality.originOf(block) }),
  });
  const goals = blocks.filter(({ block }) => block.goal !== null && block.group === null);
  const ofGrant = (grant: Grant): BlockPoints | undefined =>
    blocks.find(({ block }) => block.grant === grant && block.goal === null && block.group === null);
  const [promotion, support] = [ofGrant('promotion'), ofGrant('support')];
  const total: Term = { value: municipality.total, source: sourceOf({ origin: municipality.originOf(totalBlock) }) };
  return [
    ...goals.flatMap((goal) => {
      const groups = blocks.filter(({ block }) => isGroupOf(block, goal.block));
      return groups.length < 2 ? [] : sumControls(sumLabel(goal, groups), groups.map(figure), figure(goal));
    }),
    ...[promotion, support].flatMap((grant) => {
      if (grant === undefined) return [];
      const counted = goals.filter(({ block }) => block.grant === grant.block.grant || block.grant === 'common');
      return sumControls(sumLabel(grant, counted), counted.map(figure), figure(grant));
    }),
    ...(promotion === undefined || support === undefined
      ? []
      : sumControls('総得点 ＝ 推進＋支援', [promotion, support].map(figure), total)),
    ...groupsControl(municipality, total),
    ...[promotion, support].flatMap((grant) =>
      grant === undefined ? [] : [rateControl(results, grant, figure(grant))],
    ),
    {
      label: '総得点の得点率 ＝ 総得点÷満点',
      operation: 'ratio',
      terms: [total, { value: results.scheme.maxPoints, source: fromRules(results.scheme, '満点') }],
      printed: { value: municipality.total / results.scheme.maxPoints, source: computed('総得点÷満点') },
      style: 'percent1',
    },
  ];
};

const totalBlock: BlockPlace = { grant: null, goal: null, group: null };

const isGroupOf = (group: Block, goal: Block): boolean =>
  group.group !== null && group.grant === goal.grant && group.goal === goal.goal;

/** 「推進Ⅰ ＝ 体制・取組＋活動」, 「推進 ＝ Ⅰ＋Ⅱ＋Ⅲ＋Ⅳ」. */
const sumLabel = ({ block }: BlockPoints, parts: readonly BlockPoints[]): string => {
  const names = parts.map(({ block: { goal, group } }) =>
    group === null ? goalNumeral(goal ?? 0) : groupNames[group].short,
  );
  return `${blockName(block)} ＝ ${names.join('＋')}`;
};

/** The three groups over both grants, where 成果 is the common goal as it has been in every year, and so counts twice. */
const groupsControl = (municipality: MunicipalityResult, printed: Term): readonly Control[] => {
  const groups = municipality.blocks.filter(({ block }) => block.group !== null);
  if (!groups.every(({ block }) => (block.group === 'outcome') === (block.grant === 'common'))) return [];
  const sumOfGroup = (group: Group): Term => ({
    value: groups.reduce((sum, { block, points }) => sum + (block.group === group ? points : 0), 0),
    source: sourceOf({ origin: municipality.originOf({ ...totalBlock, group }) }),
  });
  return [
    {
      label: '総得点 ＝ 体制・取組＋活動＋成果×2',
      operation: 'last-twice',
      terms: [sumOfGroup('process'), sumOfGroup('activity'), sumOfGroup('outcome')],
      printed,
      style: 'integer',
    },
  ];
};

const rateControl = ({ scheme }: Results, { block, points }: BlockPoints, figure: Term): Control => {
  const counted = scheme.goals.filter(({ grant }) => grant === block.grant || grant === 'common');
  const most = counted.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  const name = block.grant === null ? '' : grantNames[block.grant].short;
  return {
    label: `${name}の得点率 ＝ 得点÷満点`,
    operation: 'ratio',
    terms: [figure, { value: most, source: fromRules(scheme, `${name}の満点`) }],
    printed: { value: points / block.maxPoints, source: computed('得点÷配点') },
    style: 'percent1',
  };
};
