import {
  blockName,
  countsIn,
  goalNumeral,
  grantNames,
  grants,
  groupNames,
  groups,
  isCommon,
  ownGrantOf,
  samePlace,
  timesIn,
  wholeOf,
  type Block,
  type BlockPlace,
  type Grant,
  type Group,
} from '../../schemes';
import { fromRules } from '../figureSources';
import { computed, sourceOf } from '../origins';
import type { BlockPoints, MunicipalityResult, Results } from '../../evaluation';
import { cellKeys } from '../cellKeys';
import type { Checked } from './criteriaControls';
import { linked, sumControls, sumOfTerms, termIn, type Control, type Term } from './controls';

/** The points of one municipality: groups to goals, goals to grants, grants to the total, and the rates. */
export const pointsControls = (
  results: Results,
  municipality: MunicipalityResult,
  checked: Checked,
): readonly Control[] => {
  const { blocks } = municipality;
  const figure =
    (under?: Grant) =>
    ({ block, points }: BlockPoints): Term =>
      printedPoints(
        checked,
        { value: points, source: sourceOf({ origin: municipality.originOf(block) }) },
        block,
        under,
      );
  const goals = blocks.filter(({ block }) => block.goal !== null && block.group === null);
  const ofGrant = (grant: Grant): BlockPoints | undefined =>
    blocks.find(({ block }) => samePlace(block, wholeOf(grant)));
  const [promotion, support] = [ofGrant('promotion'), ofGrant('support')];
  const total = printedPoints(
    checked,
    { value: municipality.total, source: sourceOf({ origin: municipality.originOf(wholeOf(null)) }) },
    wholeOf(null),
  );
  return [
    ...goals.flatMap((goal) => {
      const parts = blocks.filter(({ block }) => isGroupOf(block, goal.block));
      return parts.length < 2 ? [] : sumControls(sumLabel(goal, parts), parts.map(figure()), figure()(goal));
    }),
    ...[promotion, support].flatMap((grant) => {
      if (grant === undefined) return [];
      const under = ownGrantOf(grant.block) ?? undefined;
      const counted = goals.filter(({ block }) => timesIn(grant.block, block) > 0);
      return sumControls(sumLabel(grant, counted), counted.map(figure(under)), figure()(grant));
    }),
    ...(promotion === undefined || support === undefined
      ? []
      : sumControls('総得点 ＝ 推進＋支援', [promotion, support].map(figure()), total)),
    ...groupsControl(municipality, total, figure()),
    ...[promotion, support].flatMap((grant) =>
      grant === undefined ? [] : [rateControl(results, grant, figure()(grant), checked)],
    ),
    {
      label: '総得点の得点率 ＝ 総得点÷満点',
      operation: 'ratio',
      terms: [total, { value: results.scheme.maxPoints, source: fromRules(results.scheme, '満点') }],
      printed: linked(
        checked.printed,
        { value: municipality.total / results.scheme.maxPoints, source: computed('総得点÷満点') },
        'score',
        cellKeys.score('rate', checked.at, wholeOf(null), null),
      ),
      style: 'percent1',
    },
    ...[...[promotion, support].flatMap((grant) => grant?.block ?? []), wholeOf(null)].flatMap((block) =>
      differenceControl(block, checked),
    ),
  ];
};

/** The points of a block as the sheet 得点 prints them; undefined where it does not. */
export const scoreTerm = (checked: Pick<Checked, 'printed' | 'at'>, block: BlockPlace): Term | undefined => {
  const key = keyOfPoints(checked, block);
  return key === undefined ? undefined : termIn(checked.printed.find('score', key));
};

const printedPoints = (checked: Checked, term: Term, block: BlockPlace, under?: Grant): Term => {
  const key = keyOfPoints(checked, block, under);
  return key === undefined ? term : linked(checked.printed, term, 'score', key);
};

/** Where the sheet 得点 prints a block, first where it does so twice: a goal of one group only in that group's row. */
const keyOfPoints = (
  { printed, at }: Pick<Checked, 'printed' | 'at'>,
  block: BlockPlace,
  under?: Grant,
): string | undefined => {
  const { grant, goal, group } = block;
  const row = under ?? grants.find((one) => countsIn(one, block)) ?? null;
  const key = (place: BlockPlace): string => cellKeys.score('points', at, place, row);
  const places: readonly BlockPlace[] =
    goal !== null && group === null ? [block, ...groups.map((one) => ({ grant, goal, group: one }))] : [block];
  return places.map(key).find((one) => printed.find('score', one) !== undefined);
};

/** How far the points are from the nation's mean, as the sheet 得点 prints it. */
const differenceControl = (block: BlockPlace, { printed, at }: Checked): readonly Control[] => {
  const of = (what: 'points' | 'mean' | 'difference'): Term | undefined => {
    const key = cellKeys.score(what, at, block, ownGrantOf(block));
    return termIn(printed.find('score', key));
  };
  const [points, mean, difference] = [of('points'), of('mean'), of('difference')];
  return points === undefined || mean === undefined || difference === undefined
    ? []
    : [
        {
          label: `${block.grant === null ? '総得点' : grantNames[block.grant].short}の全国平均との差 ＝ 得点－全国平均`,
          operation: 'difference',
          terms: [points, mean],
          printed: difference,
          style: 'signed-decimal1',
          termStyle: 'decimal1',
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
const groupsControl = (
  municipality: MunicipalityResult,
  printed: Term,
  figure: (points: BlockPoints) => Term,
): readonly Control[] => {
  const parts = municipality.blocks.filter(({ block }) => block.group !== null);
  if (!parts.every(({ block }) => (block.group === 'outcome') === isCommon(block))) return [];
  const sumOfGroup = (group: Group): Term => {
    const terms = parts.filter(({ block }) => block.group === group).map(figure);
    return sumOfTerms(terms, sourceOf({ origin: municipality.originOf({ ...wholeOf(null), group }) }));
  };
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

const rateControl = (
  { scheme }: Results,
  { block, points }: BlockPoints,
  figure: Term,
  { printed, at }: Checked,
): Control => {
  const most = scheme.goals.reduce((sum, { grant, goal, maxPoints }) => {
    return sum + maxPoints * timesIn(block, { grant, goal, group: null });
  }, 0);
  const name = block.grant === null ? '' : grantNames[block.grant].short;
  return {
    label: `${name}の得点率 ＝ 得点÷満点`,
    operation: 'ratio',
    terms: [figure, { value: most, source: fromRules(scheme, `${name}の満点`) }],
    printed: linked(
      printed,
      { value: points / block.maxPoints, source: computed('得点÷配点') },
      'score',
      cellKeys.score('rate', at, block, ownGrantOf(block)),
    ),
    style: 'percent1',
  };
};
