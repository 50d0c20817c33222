import { uint16At } from '../kernel';
import { ownTotalPoints, scoreRange } from '../score';
import type { Standpoint } from './standpoint';

/** How far the total is from the next points of the indicator that is ranked on it. */
export interface NextCutOff {
  /** The total without that indicator. */
  readonly total: number;
  /** With all open answers met. */
  readonly most: number;
  readonly cutOff: number;
  /** What the indicator brings more from there on. */
  readonly points: number;
}

/** Undefined where no cut-off lies above, or none is known (R6 and R7); open answers count as no. */
export const nextCutOff = ({ scheme, states }: Standpoint): NextCutOff | undefined => {
  const { least: table, most } = scoreRange(scheme, states);
  const total = uint16At(table.ownTotals, 0);
  const now = ownTotalPoints(table.compiled, total);
  for (let cutOff = total + 1; cutOff <= scheme.maxPoints; cutOff += 1) {
    const points = ownTotalPoints(table.compiled, cutOff) - now;
    if (points > 0) return { total, most: uint16At(most.ownTotals, 0), cutOff, points };
  }
  return undefined;
};
