import { grantMaximum, grants, isCommon, mostPoints } from '../counting';
import { blockKey, blockName, grantNames } from '../names';
import type { Scheme, SchemeHead } from '../scheme';
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

/** The indicators of a goal × group add up to the group's points, and every indicator stands in a declared group. */
export const groupMaxima: Linter<Scheme> = {
  name: 'group-maxima',
  check: ({ goals, indicators }) => {
    const sums = new Map<string, number>();
    for (const indicator of indicators) {
      const key = blockKey(indicator);
      sums.set(key, (sums.get(key) ?? 0) + indicator.maxPoints);
    }
    const declared = goals.flatMap(({ grant, goal, groups }) =>
      groups.map(({ group, maxPoints }) => ({ grant, goal, group, maxPoints })),
    );
    const known = new Set(declared.map(blockKey));
    return [
      ...declared
        .filter((block) => (sums.get(blockKey(block)) ?? 0) !== block.maxPoints)
        .map((block) => ({
          place: blockName(block),
          message: `指標群の配点 ${block.maxPoints} ≠ 指標の配点の合計 ${sums.get(blockKey(block)) ?? 0}`,
        })),
      ...indicators
        .filter((indicator) => !known.has(blockKey(indicator)))
        .map((indicator) => ({ place: indicator.id, message: `${blockName(indicator)}は目標の一覧にない指標群です` })),
    ];
  },
};

/**
 * An indicator's maximum is the sum of its criteria, or the best alternative's: never the nominal sum
 * (rules/grants.md#best-of-alternatives).
 */
export const indicatorMaxima: Linter<Scheme> = {
  name: 'indicator-maxima',
  check: ({ indicators }) =>
    indicators
      .map((indicator) => ({ indicator, reachable: mostPoints(indicator) }))
      .filter(({ indicator, reachable }) => reachable !== indicator.maxPoints)
      .map(({ indicator: { id, maxPoints }, reachable }) => ({
        place: id,
        message: `配点 ${maxPoints} ≠ 枝番から得られる最大 ${reachable}`,
      })),
};
