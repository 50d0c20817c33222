import { isCommon } from '../counting';
import { blockName } from '../names';
import type { SchemeHead } from '../schema';
import type { Linter } from './linter';

/** The groups of a goal add up to the goal's points, where the split is known; a goal is declared once, for both grants or for each. */
export const goalMaxima: Linter<SchemeHead> = {
  name: 'goal-maxima',
  check: ({ goals }) => {
    const names = goals.map((goal) => blockName({ ...goal, group: null }));
    return goals.flatMap(({ grant, goal, maxPoints, groups }, at) => {
      const sum = groups.reduce((total, group) => total + group.maxPoints, 0);
      const place = names[at] ?? '';
      const kinds = new Set(groups.map(({ group }) => group));
      return [
        ...(groups.length > 0 && sum !== maxPoints
          ? [{ place, message: `目標の配点 ${maxPoints} ≠ 指標群の配点の合計 ${sum}` }]
          : []),
        ...(isCommon({ grant }) && goals.some((other) => other.goal === goal && !isCommon(other))
          ? [{ place, message: '両交付金に共通の目標が、交付金ごとの目標としても書かれています' }]
          : []),
        ...(names.indexOf(place) === at ? [] : [{ place, message: '同じ目標が二度書かれています' }]),
        ...(kinds.size === groups.length ? [] : [{ place, message: '同じ指標群が二度書かれています' }]),
      ];
    });
  },
};
