import type { Grant, SchemeHead } from '../schema';
import { grantNames } from '../words';
import type { Linter } from './linter';

/**
 * Goals add up to each grant's points, a common goal counted once in each grant, and the grants to the total
 * (rules/grants.md#structure).
 */
export const grantMaxima: Linter<SchemeHead> = {
  name: 'grant-maxima',
  check: ({ goals, grants, maxPoints }) => {
    const sumOf = (grant: Grant): number =>
      goals
        .filter((goal) => goal.grant === grant || goal.grant === 'common')
        .reduce((sum, goal) => sum + goal.maxPoints, 0);
    const total = sumOf('promotion') + sumOf('support');
    return [
      ...(grants ?? [])
        .filter((declared) => declared.maxPoints !== sumOf(declared.grant))
        .map((declared) => ({
          place: grantNames[declared.grant].full,
          message: `交付金の配点 ${declared.maxPoints} ≠ 目標の配点の合計 ${sumOf(declared.grant)}`,
        })),
      ...(total === maxPoints
        ? []
        : [
            {
              place: 'maxPoints',
              message: `総配点 ${maxPoints} ≠ 目標の配点の合計 ${total}（共通の目標は交付金ごとに一度）`,
            },
          ]),
    ];
  },
};
