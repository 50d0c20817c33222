import { sizeClassOf } from '../../../src/allocation/entries';
import { median } from './median';
import type { Observation, Observations } from './observations';

/** A published amount, and how it lies to what the basic rate of its size class would give. */
export interface SeenAmount {
  readonly sizeClass: number;
  readonly points: number;
  /** Yen per (point × insured person). */
  readonly rate: number;
  /** What it is above the basic rate; 0 where nothing but the basic rate is seen. */
  readonly addOnYen: number;
}

/**
 * Tells amounts with an add-on from those without, class by class: the lowest rate seen is taken for basic, and an amount
 * has an add-on where it lies above that by more than the least add-on and by more than other insured persons could
 * explain. The add-on itself is counted from the median of the basic ones. In classes 4 and 5 an add-on of this size
 * is no more than the difference between two tables of insured persons, and is not seen.
 */
export const seenAmounts = (data: Observations, observations: readonly Observation[]): readonly SeenAmount[] => {
  const { leastSeenYen, leastSeenPercent } = data.method.addOn;
  const rated = observations.flatMap(({ insured, points, yen }) =>
    insured === null
      ? []
      : [
          {
            sizeClass: sizeClassOf(insured, data.sizeClasses),
            points: points.total,
            exposure: points.total * insured,
            yen: yen.total,
          },
        ],
  );
  const rateOf = ({ yen, exposure }: (typeof rated)[number]): number => yen / exposure;
  return data.classMeans.flatMap(({ sizeClass }) => {
    const ofClass = rated.filter((one) => one.sizeClass === sizeClass);
    if (ofClass.length === 0) return [];
    const lowest = Math.min(...ofClass.map(rateOf));
    const isBasic = ({ yen, exposure }: (typeof rated)[number]): boolean => {
      const basic = lowest * exposure;
      return yen - basic < Math.max(leastSeenYen, (basic * leastSeenPercent) / 100);
    };
    const basicRate = median(ofClass.filter(isBasic).map(rateOf));
    return ofClass.map((one) => ({
      sizeClass: one.sizeClass,
      points: one.points,
      rate: rateOf(one),
      addOnYen: isBasic(one) ? 0 : one.yen - basicRate * one.exposure,
    }));
  });
};
