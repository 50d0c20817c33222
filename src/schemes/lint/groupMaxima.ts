import { blockKey, blockName } from '../names';
import type { Scheme } from '../schema';
import type { Linter } from './linter';

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
