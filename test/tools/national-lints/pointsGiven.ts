import type { GrantOrCommon, Group } from '../../../src/schemes/schema';
import type { NationalSubject } from './nationalSubject';

interface Block {
  readonly grant: GrantOrCommon | null;
  readonly goal: number | null;
  readonly group: Group | null;
}

/** All points the country got in a block: Σ count × points; a common indicator counts in either grant, so twice in both. */
export const pointsGiven = ({ national, scheme }: NationalSubject, block: Block): number => {
  const counts = new Map(national.criteria);
  return scheme.indicators
    .filter(({ goal, group }) => (block.goal ?? goal) === goal && (block.group ?? group) === group)
    .reduce((sum, { grant, criteria }) => {
      const times = timesCounted(grant, block.grant);
      return sum + times * criteria.reduce((points, each) => points + each.points * (counts.get(each.id) ?? 0), 0);
    }, 0);
};

const timesCounted = (grant: GrantOrCommon, inBlock: GrantOrCommon | null): number => {
  if (inBlock === null) return grant === 'common' ? 2 : 1;
  return grant === inBlock || grant === 'common' ? 1 : 0;
};
