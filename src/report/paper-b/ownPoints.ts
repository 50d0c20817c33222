import type { SummaryColumn } from '../../rank';
import { grantOfGoal, groupNames, samePlace, timesCounted } from '../../schemes';
import type { FigureSource } from '../../workbook';
import type { CouncilFacts } from '../council';
import { computed, sourceOf } from '../origins';

/** The own points of a column with their source: from the answers, else what the settings tell of grants and total. */
export const ownPoints = (
  { own, results, thisYear }: CouncilFacts,
  { grant, goal, group }: SummaryColumn,
): { readonly points: number; readonly source: FigureSource | undefined } | undefined => {
  if (own === undefined) {
    const told = goal === null && group === null ? thisYear.points[grant ?? 'total']?.points : undefined;
    return told && { points: told.value, source: sourceOf(told) };
  }
  if (grant === null && group !== null) {
    const ofGroup = own.blocks.filter(({ block }) => block.group === group);
    return {
      points: ofGroup.reduce((sum, { block, points }) => sum + points * timesCounted(block), 0),
      source: computed(`推進と支援の${groupNames[group].short}の得点の和`),
    };
  }
  const declared = grant === null || goal === null ? grant : grantOfGoal(results.scheme, goal, grant);
  const found = own.blocks.find(({ block }) => samePlace(block, { grant: declared, goal, group }));
  return found && { points: found.points, source: sourceOf({ origin: own.originOf(found.block) }) };
};
