import { yen, type Yen } from '../../kernel';
import type { Grant } from '../../schemes';

/** What one size class pays, in yen per (point × insured person), both grants together. */
export interface ClassRate {
  readonly sizeClass: number;
  /** Published amounts in the class. */
  readonly observations: number;
  /** The point estimate. */
  readonly centre: number;
  /** The lower edge of what was seen, less a margin. */
  readonly low: number;
  /** The point estimate plus a margin, before add-ons. */
  readonly high: number;
  /** An add-on may bring so much more, relative to the basic amount, or `flatAddOnYen`, whichever is larger. */
  readonly addOnRatio: number;
}

export interface EstimateRates {
  /** Yen per point of 推進, over yen per point of 支援. */
  readonly promotionToSupport: number;
  readonly flatAddOnYen: number;
  readonly classes: readonly ClassRate[];
}

/** An amount with the band it most likely lies in; whole 千円. */
export interface Band {
  readonly yen: Yen;
  readonly low: Yen;
  readonly high: Yen;
}

export interface EstimateBasis {
  readonly rates: EstimateRates;
  readonly sizeClass: number;
  /** The part of all points that are promotion's in the nation; splits a rate for both into one for each. */
  readonly promotionPart: number;
  /** Scales rates to another year: pot ratio ÷ ratio of mean points. */
  readonly scale: Readonly<Record<Grant, number>>;
  /** Further percent of doubt on either side, for years the rates were not seen in. */
  readonly furtherDoubtPercent: number;
}

/** points × insured × rate, with the class's band; the add-on of a small municipality is a sum, not a percentage. */
export const estimateFromRates = (grant: Grant, points: number, insured: number, basis: EstimateBasis): Band => {
  const { rates, sizeClass, promotionPart, scale, furtherDoubtPercent } = basis;
  const row = rates.classes.find((known) => known.sizeClass === sizeClass);
  if (row === undefined) throw new Error(`estimateFromRates: no rate for class ${sizeClass}`);
  const ratio = rates.promotionToSupport;
  const supportPart = 1 / (ratio * promotionPart + 1 - promotionPart);
  const ofGrant = (grant === 'promotion' ? ratio * supportPart : supportPart) * scale[grant];
  const exposure = points * insured * ofGrant;
  const doubt = furtherDoubtPercent / 100;
  const flat = points === 0 ? 0 : rates.flatAddOnYen * (grant === 'promotion' ? ratio / (1 + ratio) : 1 / (1 + ratio));
  const addOn = Math.max(flat, exposure * row.centre * row.addOnRatio);
  return {
    yen: nearestThousand(exposure * row.centre),
    low: floorThousand(exposure * row.low * (1 - doubt)),
    high: ceilThousand(exposure * row.high * (1 + doubt) + addOn),
  };
};

const thousand = 1000;
const inThousands = (amount: number): Yen => yen(BigInt(amount) * 1000n);
/** An estimate pretends to no more than 千円; these decide nothing that is paid. */
const nearestThousand = (amount: number): Yen => inThousands(Math.round(amount / thousand));
const floorThousand = (amount: number): Yen => inThousands(Math.max(0, Math.floor(amount / thousand) - 1));
const ceilThousand = (amount: number): Yen => inThousands(Math.ceil(amount / thousand));
