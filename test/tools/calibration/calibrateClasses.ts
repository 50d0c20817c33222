import type { BasicRate, EstimateRates, SeenAddOns, SeenShare } from '../../../src/allocation/calibration';
import { median } from './median';
import type { Observation, Observations } from './observations';
import { seenAmounts, type SeenAmount } from './seenAddOns';

/**
 * The rates behind the estimate, from published amounts and class medians, each class and grant by itself. Low: the least
 * rate seen (or 95 % of the published median, if that is less) less a margin for the insured base, which differs between
 * tables by 1–4 %. High: the median of the amounts without an add-on, or the published median, whichever is larger, plus
 * the margin. Centre: halfway between those two, for the published median counts amounts with an add-on as well.
 */
export const calibrateClasses = (data: Observations, observations: readonly Observation[]): EstimateRates => {
  const seen = seenAmounts(data, observations);
  const parts = grantParts(data, observations);
  return {
    addOn: addOnsOf(data, seen),
    classes: data.classMeans.map(({ sizeClass, medianYenPerPerson, meanPoints }) => {
      const ofClass = seen.filter((one) => one.sizeClass === sizeClass);
      const typical = medianYenPerPerson / meanPoints;
      const basics = ofClass.filter(({ addOnYen }) => addOnYen === 0).map(({ rate }) => rate);
      const basic = basics.length === 0 ? typical : median(basics);
      const lowest = Math.min(...ofClass.map(({ rate }) => rate), typical * basicPartOfTypical);
      const both: BasicRate = {
        low: lowest * (1 - marginOf(data.method.lowMarginPercent, sizeClass)),
        centre: (basic + typical) / 2,
        high: Math.max(basic, typical) * (1 + marginOf(data.method.highMarginPercent, sizeClass)),
      };
      return {
        sizeClass,
        observations: ofClass.length,
        promotion: scaled(both, parts.promotion),
        support: scaled(both, parts.support),
      };
    }),
  };
};

/** How many of the amounts show an add-on, by size class and by points. */
export const seenAddOns = (data: Observations, observations: readonly Observation[]): SeenAddOns => {
  const seen = seenAmounts(data, observations);
  const { fromPoints } = data.method.addOn;
  return {
    classes: data.classMeans.map(({ sizeClass }) => ({
      sizeClass,
      ...shareOf(seen.filter((one) => one.sizeClass === sizeClass)),
    })),
    below: shareOf(seen.filter(({ points }) => points < fromPoints)),
    from: shareOf(seen.filter(({ points }) => points >= fromPoints)),
  };
};

const shareOf = (some: readonly SeenAmount[]): SeenShare => ({
  count: some.filter(({ addOnYen }) => addOnYen > 0).length,
  of: some.length,
});

/** Where amounts were seen, the basic rate lay 4–9 % below that of the class as a whole. */
const basicPartOfTypical = 0.95;

/** The larger sums are kept from small scores, though one (妙高市, 388 points) was seen: only so the band says anything. */
const addOnsOf = ({ method: { addOn } }: Observations, seen: readonly SeenAmount[]): EstimateRates['addOn'] => {
  const sums = seen.flatMap(({ addOnYen }) => (addOnYen > 0 ? [addOnYen] : []));
  const small = sums.filter((sum) => sum < addOn.smallBelowYen);
  const rounded = (sum: number, round: (value: number) => number): number =>
    round(sum / addOn.roundedToYen) * addOn.roundedToYen;
  return {
    promotionPart: addOn.promotionPart,
    fromPoints: addOn.fromPoints,
    leastYen: rounded(Math.min(...small), Math.floor),
    mostYenBelow: rounded(Math.max(...small), Math.ceil),
    mostYenFrom: rounded(Math.max(...sums), Math.ceil),
  };
};

/** What a grant pays per point, over what both pay per point of both, if points are shared out as in the nation. */
const grantParts = (
  { nationalMeans: { promotion, support } }: Observations,
  observations: readonly Observation[],
): { readonly promotion: number; readonly support: number } => {
  const ratio = median(observations.flatMap(grantRatio));
  const ofSupport = (promotion + support) / (ratio * promotion + support);
  return { promotion: ratio * ofSupport, support: ofSupport };
};

const grantRatio = ({ points, yen }: Observation): readonly number[] =>
  points.grants === null || yen.grants === null
    ? []
    : [yen.grants.promotion / points.grants.promotion / (yen.grants.support / points.grants.support)];

const marginOf = (percents: readonly number[], sizeClass: number): number => (percents[sizeClass - 1] ?? 0) / 100;

const scaled = ({ low, centre, high }: BasicRate, part: number): BasicRate => ({
  low: round4(low * part),
  centre: round4(centre * part),
  high: round4(high * part),
});

const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;
