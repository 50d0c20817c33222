import { yen, type Yen } from '../kernel';
import type { Grant } from '../schemes';
import type { BasicRate, EstimateRates } from './calibration';

/** Yen from the least to the most they may be. */
export interface YenRange {
  readonly low: Yen;
  readonly high: Yen;
}

/** An estimate: the band it most likely lies in, whole 千円, and the two ways it may come about. */
export interface Band extends YenRange {
  /** The single likeliest figure, however unsure. */
  readonly centre: Yen;
  readonly basicOnly: YenRange;
  readonly withAddOn: YenRange;
}

/** Points of the grant itself, and of both together, which decide how large an add-on may be. */
export interface EstimatePoints {
  readonly own: number;
  readonly total: number;
}

export interface EstimateBasis {
  readonly rates: EstimateRates;
  readonly sizeClass: number;
  /** Scales rates to another year: pot ratio ÷ ratio of mean points. */
  readonly scale: Readonly<Record<Grant, number>>;
  /** Further percent of doubt on either side, for years the rates were not seen in. */
  readonly furtherDoubtPercent: number;
}

/** points × insured × rate, within the class's band; an add-on is a sum on top (decisions/estimate-without-budget.md). */
export const estimateFromRates = (
  grant: Grant,
  points: EstimatePoints,
  insured: number,
  basis: EstimateBasis,
): Band => {
  const { addOn } = basis.rates;
  const rate = basicRate(grant, basis);
  const exposure = points.own * insured;
  // No points, no grant: nobody adds to nothing.
  const part = points.own === 0 ? 0 : grant === 'promotion' ? addOn.promotionPart : 1 - addOn.promotionPart;
  const most = points.total >= addOn.fromPoints ? addOn.mostYenFrom : addOn.mostYenBelow;
  const [low, high] = [exposure * rate.low, exposure * rate.high];
  const basicOnly = { low: floorThousand(low), high: ceilThousand(high) };
  const withAddOn = { low: floorThousand(low + addOn.leastYen * part), high: ceilThousand(high + most * part) };
  return {
    low: basicOnly.low,
    high: withAddOn.high,
    centre: nearestThousand(exposure * rate.centre),
    basicOnly,
    withAddOn,
  };
};

/** What points more or less may bring by the rate alone; whole yen. */
export const gainFromRates = (grant: Grant, points: number, insured: number, basis: EstimateBasis): YenRange => {
  const rate = basicRate(grant, basis);
  const exposure = points * insured;
  const [slow, fast] = [exposure * rate.low, exposure * rate.high];
  return {
    low: yen(BigInt(Math.floor(Math.min(slow, fast)))),
    high: yen(BigInt(Math.ceil(Math.max(slow, fast)))),
  };
};

/** The band of an amount says more than any one figure where its upper end is more than so many times the lower. */
const mostTopOverBottom = 3n;

/** The figure one may print for a band; null where the band is too wide for one. */
export const figureOf = ({ low, high, centre }: Band): Yen | null => (high <= low * mostTopOverBottom ? centre : null);

/** A class's rate of a grant, carried to the year, with the year's own doubt. */
const basicRate = (grant: Grant, { rates, sizeClass, scale, furtherDoubtPercent }: EstimateBasis): BasicRate => {
  const row = rates.classes.find((known) => known.sizeClass === sizeClass);
  if (row === undefined) throw new Error(`basicRate: no rate for class ${sizeClass}`);
  const doubt = furtherDoubtPercent / 100;
  const { low, centre, high } = row[grant];
  return {
    low: low * scale[grant] * (1 - doubt),
    centre: centre * scale[grant],
    high: high * scale[grant] * (1 + doubt),
  };
};

const thousand = 1000;
const inThousands = (amount: number): Yen => yen(BigInt(amount) * 1000n);
/** An estimate pretends to no more than 千円; these decide nothing that is paid. */
const nearestThousand = (amount: number): Yen => inThousands(Math.round(amount / thousand));
const floorThousand = (amount: number): Yen => inThousands(Math.max(0, Math.floor(amount / thousand) - 1));
const ceilThousand = (amount: number): Yen => inThousands(Math.ceil(amount / thousand));
