import { blockKey, blockName } from '../../../src/schemes/blockKey';
import type { Linter } from '../../../src/schemes/lint/linter';
import type { NationalSubject } from './nationalSubject';

/** Every block of the year has its figures, once: goals, groups, both grants and the grand total. */
export const nationalBlocks: Linter<NationalSubject> = {
  name: 'national-blocks',
  check: ({ national, scheme }) => {
    const due = [
      ...scheme.goals.flatMap(({ grant, goal, groups }) => [
        ...groups.map(({ group }) => ({ grant, goal, group })),
        ...(groups.length > 1 ? [{ grant, goal, group: null }] : []),
      ]),
      { grant: 'promotion', goal: null, group: null } as const,
      { grant: 'support', goal: null, group: null } as const,
      { grant: null, goal: null, group: null },
    ];
    const published = national.blocks.map(blockKey);
    const dueKeys = new Set(due.map(blockKey));
    return [
      ...due
        .filter((block) => !published.includes(blockKey(block)))
        .map((block) => ({ place: blockName(block), message: '平均点がありません（公表 0 件 ≠ 1 件）' })),
      ...national.blocks
        .filter((block, at) => !dueKeys.has(blockKey(block)) || published.indexOf(blockKey(block)) !== at)
        .map((block) => ({ place: blockName(block), message: 'この年度にない、または二度書かれた平均点です' })),
    ];
  },
};
