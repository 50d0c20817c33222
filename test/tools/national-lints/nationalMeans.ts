import { blockName } from '../../../src/schemes/names';
import type { Linter } from '../../../src/schemes/lint/linter';
import type { NationalSubject } from './nationalSubject';
import { pointsGiven } from './pointsGiven';

/**
 * Counts × points ÷ municipalities reproduce every published mean to 1e-9; goal Ⅳ counts in each grant
 * (rules/design.md#schemes).
 */
export const nationalMeans: Linter<NationalSubject> = {
  name: 'national-means',
  check: (subject) =>
    [...subject.national.blocks, ...groupTotalsOf(subject)].flatMap((block) => {
      const computed = pointsGiven(subject, block) / subject.national.municipalities;
      return Math.abs(computed - block.mean) <= 1e-9
        ? []
        : [{ place: blockName(block), message: `平均点 ${block.mean} ≠ 該当市町村数×配点÷市町村数 ${computed}` }];
    }),
};

const groupTotalsOf = ({ national }: NationalSubject) =>
  (national.groupTotals ?? []).map(({ group, mean }) => ({ grant: null, goal: null, group, mean }));
