import type { SummaryColumn } from '../../rank';
import { groupNames } from '../../schemes';
import type { FigureSource } from '../../workbook';
import type { CouncilFacts } from '../council';
import { computed, sourceOf } from '../origins';

/** The own points of a column with their source: from the answers, else what the settings tell of grants and total. */
export const ownPoints = (
  { own, thisYear }: CouncilFacts,
  { grant, goal, group }: SummaryColumn,
): { readonly points: number; readonly source: FigureSource | undefined } | undefined => {
  if (own === undefined) {
    const told = goal === null && group === null ? thisYear.points[grant ?? 'total']?.points : undefined;
    return told && { points: told.value, source: sourceOf(told) };
  }
  if (grant === null && group !== null) {
    const ofGroup = own.blocks.filter(({ block }) => block.group === group);
    return {
      points: ofGroup.reduce((sum, { block, points }) => sum + points * (block.grant === 'common' ? 2 : 1), 0),
      source: computed(`推進と支援の${groupNames[group].short}の得点の和`),
    };
  }
  const found =
    own.blocks.find(({ block }) => block.grant === grant && block.goal === goal && block.group === group) ??
    own.blocks.find(({ block }) => block.grant === 'common' && block.goal === goal && block.group === group);
  return found && { points: found.points, source: sourceOf({ origin: own.originOf(found.block) }) };
};
