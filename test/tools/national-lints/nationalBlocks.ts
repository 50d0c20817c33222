import { blocksOf, soleGroupOf, type Block } from '../../../src/schemes/counting';
import type { Scheme } from '../../../src/schemes/scheme';
import { blockKey, blockName } from '../../../src/schemes/names';
import type { Linter } from '../../../src/schemes/lint/linter';
import type { NationalSubject } from './nationalSubject';

/** Every block of the year has its figures, once: goals, groups, both grants and the grand total. */
export const nationalBlocks: Linter<NationalSubject> = {
  name: 'national-blocks',
  check: ({ national, scheme }) => {
    const due = blocksOf(scheme).filter((block) => !isGoalOfOneGroup(scheme, block));
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

/** A goal with one group is published under its group (see `figuresOf`). */
const isGoalOfOneGroup = (scheme: Scheme, { grant, goal, group }: Block): boolean =>
  group === null && goal !== null && soleGroupOf(scheme, goal, grant ?? undefined) !== undefined;
