import type { PointsOrigins } from '../allocation';
import type { YearFacts } from '../settings';
import type { Grant } from '../schemes';

/** Points as told; a total that was not told is the sum of both grants. Undefined where that is not known either. */
export const toldPoints = (
  facts: YearFacts | undefined,
  row: Grant | 'total',
): { readonly points: number; readonly from: PointsOrigins['points'] } | undefined => {
  if (facts === undefined) return undefined;
  const { promotion, support } = facts.points;
  const told = facts.points[row];
  if (told !== undefined) return { points: told, from: 'told' };
  return row !== 'total' || promotion === undefined || support === undefined
    ? undefined
    : { points: promotion + support, from: 'told-parts' };
};
