import type { ClassRate, EstimateRates } from '../../../src/allocation/calibration';
import { sizeClassOf } from '../../../src/allocation/entries';
import { median } from './median';
import type { Observation, Observations } from './observations';

/**
 * The rates behind the estimate, from published amounts and class means. Centre: the published class median where
 * there is one, else the median of the amounts seen with the class mean as one more. Low: the least rate seen (or
 * 95 % of the class mean) less a margin for the insured base, which differs between tables by 1–4 %. Add-ons: the class
 * mean lies above the basic rate because some are selected; if one in five is, each receives five times the excess.
 */
export const calibrateClasses = (data: Observations, observations: readonly Observation[]): EstimateRates => {
  const rated = observations.flatMap(({ insured, points, yen }) =>
    insured === null
      ? []
      : [{ sizeClass: sizeClassOf(insured, data.sizeClasses), rate: yen.total / (points.total * insured) }],
  );
  return {
    promotionToSupport: round4(median(observations.flatMap(grantRatio))),
    flatAddOnYen: data.method.flatAddOnYen,
    classes: data.classMeans.map((figures): ClassRate => {
      const seen = rated.filter(({ sizeClass }) => sizeClass === figures.sizeClass).map(({ rate }) => rate);
      const mean = figures.meanYenPerPerson / figures.meanPoints;
      const published =
        figures.medianYenPerPerson === null ? undefined : figures.medianYenPerPerson / figures.meanPoints;
      const centre = published ?? median([...seen, mean]);
      const basic = Math.min(...seen, (published ?? mean) * basicPartOfMean);
      const selected = data.method.selectedPercent / 100;
      const relative = figures.sizeClass >= data.method.relativeAddOnFromClass;
      return {
        sizeClass: figures.sizeClass,
        observations: seen.length,
        centre: round4(centre),
        low: round4(basic * (1 - marginOf(data.method.lowMarginPercent, figures.sizeClass))),
        high: round4(centre * (1 + marginOf(data.method.highMarginPercent, figures.sizeClass))),
        addOnRatio: relative ? round4(Math.max(0, mean / basic - 1) / selected) : 0,
      };
    }),
  };
};

/** Where amounts were seen, the basic rate lay 4–9 % below the class mean. */
const basicPartOfMean = 0.95;

const marginOf = (percents: readonly number[], sizeClass: number): number => (percents[sizeClass - 1] ?? 0) / 100;

const grantRatio = ({ points, yen }: Observation): readonly number[] =>
  points.grants === null || yen.grants === null
    ? []
    : [yen.grants.promotion / points.grants.promotion / (yen.grants.support / points.grants.support)];

const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;
