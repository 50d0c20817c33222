import { int16At, uint16At } from '../kernel';
import { countsIn, isCommon, type Grant } from '../schemes';
import { ownTotalPoints, pointsOf, scoreTable } from '../score';
import type { Gained } from './leastEffort';
import type { Standpoint } from './standpoint';

/** Points of both grants and of each when own answers bring so much more; open answers count as no. */
export type Projection = (gained: Gained) => Readonly<Record<'total' | Grant, number>>;

/**
 * The indicator ranked on the own total is a step function of what the others add up to, so that nothing needs to be scored
 * again (rules/grants.md#own-total).
 */
export const projectionOf = ({ scheme, states }: Standpoint): Projection => {
  const table = scoreTable(scheme, states, 1);
  const { compiled } = table;
  const own = uint16At(table.ownTotals, 0);
  const place = compiled.ownTotal?.indicator;
  const indicator = place === undefined ? undefined : scheme.indicators[place];
  const stepsNow = ownTotalPoints(compiled, own);
  const timesIn = (grant: Grant): number => (indicator !== undefined && countsIn(grant, indicator) ? 1 : 0);
  const base = {
    promotion: pointsOf(table, 0, compiled.promotionBlock) - stepsNow * timesIn('promotion'),
    support: pointsOf(table, 0, compiled.supportBlock) - stepsNow * timesIn('support'),
  };
  const both = indicator !== undefined && isCommon(indicator);
  const stepsAt = Int16Array.from({ length: scheme.maxPoints + 1 }, (_, total) => ownTotalPoints(compiled, total));
  return (gained) => {
    const promotion = base.promotion + gained.promotion + gained.both;
    const support = base.support + gained.support + gained.both;
    const steps = int16At(stepsAt, promotion + support);
    return {
      promotion: promotion + steps * timesIn('promotion'),
      support: support + steps * timesIn('support'),
      total: promotion + support + steps * (both ? 2 : 1),
    };
  };
};
