import type { SummaryColumn } from '../../rank';
import type { CouncilFacts } from '../councilFacts';

/** The own points of a column: from the answers, else what the settings tell of grants and total; null where unknown. */
export const ownPoints = ({ own, thisYear }: CouncilFacts, { grant, goal, group }: SummaryColumn): number | null => {
  if (own === undefined) {
    return goal === null && group === null ? (thisYear.points[grant ?? 'total']?.points ?? null) : null;
  }
  if (grant === null && group !== null) {
    const ofGroup = own.blocks.filter(({ block }) => block.group === group);
    return ofGroup.reduce((sum, { block, points }) => sum + points * (block.grant === 'common' ? 2 : 1), 0);
  }
  const found =
    own.blocks.find(({ block }) => block.grant === grant && block.goal === goal && block.group === group) ??
    own.blocks.find(({ block }) => block.grant === 'common' && block.goal === goal && block.group === group);
  return found?.points ?? null;
};
