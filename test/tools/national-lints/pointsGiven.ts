import { timesIn } from '../../../src/schemes/counting';
import type { BlockPlace } from '../../../src/schemes/names';
import type { NationalSubject } from './nationalSubject';

/** All points the country got in a block: Σ count × points. */
export const pointsGiven = ({ national, scheme }: NationalSubject, block: BlockPlace): number => {
  const counts = new Map(national.criteria);
  return scheme.indicators.reduce((sum, indicator) => {
    const given = indicator.criteria.reduce((points, each) => points + each.points * (counts.get(each.id) ?? 0), 0);
    return sum + timesIn(block, indicator) * given;
  }, 0);
};
