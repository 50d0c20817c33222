import type { SummaryColumn } from '../../rank';
import { isCommon, timesCounted, type Figure } from '../../schemes';
import type { CouncilFacts } from '../council';

/** The own points of a column: from the answers, else what the settings tell of grants and total. */
export const ownPoints = (
  { own, thisYear }: CouncilFacts,
  { grant, goal, group }: SummaryColumn,
): Figure | undefined => {
  if (own === undefined) {
    return goal === null && group === null ? thisYear.points[grant ?? 'total']?.points : undefined;
  }
  if (grant === null && group !== null) {
    const ofGroup = own.blocks.filter(({ block }) => block.group === group);
    return {
      value: ofGroup.reduce((sum, { block, points }) => sum + points * timesCounted(block), 0),
      origin: { kind: 'sum-over-grants' },
    };
  }
  const inPlace = own.blocks.filter(({ block }) => block.goal === goal && block.group === group);
  const found = inPlace.find(({ block }) => block.grant === grant) ?? inPlace.find(({ block }) => isCommon(block));
  return found && { value: found.points, origin: own.originOf(found.block) };
};
