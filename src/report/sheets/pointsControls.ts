import {
  blockName,
  goalNumeral,
  grantNames,
  groupNames,
  isCommon,
  samePlace,
  timesIn,
  wholeOf,
  type Block,
  type Grant,
  type Group,
} from '../../schemes';
import { fromRules } from '../figureSources';
import { computed, sourceOf } from '../origins';
import type { BlockPoints, MunicipalityResult, Results } from '../../evaluation';
import { sumControls, type Control, type Term } from './controls';

/** The points of one municipality: groups to goals, goals to grants, grants to the total, and the rates. */
export const pointsControls = (results: Results, municipality: MunicipalityResult): readonly Control[] => {
  const { blocks } = municipality;
  const figure = ({ block, points }: BlockPoints): Term => ({
    value: points,
    source: sourceOf({ origin: municipality.originOf(block) }),
  });
  const goals = blocks.filter(({ block }) => block.goal !== null && block.group === null);
  const ofGrant = (grant: Grant): BlockPoints | undefined =>
    blocks.find(({ block }) => samePlace(block, wholeOf(grant)));
  const [promotion, support] = [ofGrant('promotion'), ofGrant('support')];
  const total: Term = { value: municipality.total, source: sourceOf({ origin: municipality.originOf(wholeOf(null)) }) };
  return [
    ...goals.flatMap((goal) => {
      const groups = blocks.filter(({ block }) => isGroupOf(block, goal.block));
      return groups.length < 2 ? [] : sumControls(sumLabel(goal, groups), groups.map(figure), figure(goal));
    }),
    ...[promotion, support].flatMap((grant) => {
      if (grant === undefined) return [];
      const counted = goals.filter(({ block }) => timesIn(grant.block, block) > 0);
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

const isGroupOf = (group: Block, goal: Block): boolean =>
  group.group !== null && samePlace({ ...group, group: null }, goal);

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
  if (!groups.every(({ block }) => (block.group === 'outcome') === isCommon(block))) return [];
  const sumOfGroup = (group: Group): Term => ({
    value: groups.reduce((sum, { block, points }) => sum + (block.group === group ? points : 0), 0),
    source: sourceOf({ origin: municipality.originOf({ ...wholeOf(null), group }) }),
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
  const most = scheme.goals.reduce((sum, { grant, goal, maxPoints }) => {
    return sum + maxPoints * timesIn(block, { grant, goal, group: null });
  }, 0);
  const name = block.grant === null ? '' : grantNames[block.grant].short;
  return {
    label: `${name}の得点率 ＝ 得点÷満点`,
    operation: 'ratio',
    terms: [figure, { value: most, source: fromRules(scheme, `${name}の満点`) }],
    printed: { value: points / block.maxPoints, source: computed('得点÷配点') },
    style: 'percent1',
  };
};
