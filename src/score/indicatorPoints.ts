import { uint16At } from '../kernel';
import { earnedPoints } from './earnedPoints';
import { ownTotalPoints } from './ownTotalPoints';
import type { ScoreTable } from './scoreTable';

/** Points of one indicator in one row of a scored table, as they entered its blocks; `states` are those it was scored from. */
export const indicatorPoints = (
  { compiled, ownTotals }: ScoreTable,
  states: Uint8Array,
  row: number,
  indicator: number,
): number =>
  indicator === compiled.ownTotal?.indicator
    ? ownTotalPoints(compiled, uint16At(ownTotals, row))
    : earnedPoints(compiled, states, row * compiled.criterionCount, indicator, 'as-unmet');
