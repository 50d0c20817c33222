import { grantMaximum, grants } from '../counting';
import type { SchemeHead } from '../schema';
import { grantNames } from '../names';
import type { Linter } from './linter';

/**
 * Goals add up to each grant's points, a common goal counted once in each grant, and the grants to the total
 * (rules/grants.md#structure).
 */
export const grantMaxima: Linter<SchemeHead> = {
  name: 'grant-maxima',
  check: (scheme) => {
    const total = grants.reduce((sum, grant) => sum + grantMaximum(scheme, grant), 0);
    return [
      ...(scheme.grants ?? [])
        .map((declared) => ({ ...declared, sum: grantMaximum(scheme, declared.grant) }))
        .filter(({ maxPoints, sum }) => maxPoints !== sum)
        .map(({ grant, maxPoints, sum }) => ({
          place: grantNames[grant].full,
          message: `交付金の配点 ${maxPoints} ≠ 目標の配点の合計 ${sum}`,
        })),
      ...(total === scheme.maxPoints
        ? []
        : [
            {
              place: 'maxPoints',
              message: `総配点 ${scheme.maxPoints} ≠ 目標の配点の合計 ${total}（共通の目標は交付金ごとに一度）`,
            },
          ]),
    ];
  },
};
