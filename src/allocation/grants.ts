import { sumYen, type Yen } from '../kernel';

/** What one municipality receives, or may receive; `totalYen` is the sum of the three. */
export interface MunicipalityGrants {
  readonly promotion: GrantAmount;
  readonly support: GrantAmount;
  /** 成果指向型配分枠; null where the municipality was not selected, or nobody knows. */
  readonly outcomeOriented: GrantAmount | null;
  readonly totalYen: Yen;
}

/** `notice` = 内示額 as told to the municipality · `share` = from a plan and the national table · `estimate` = 試算. */
export type GrantBasis = 'notice' | 'share' | 'estimate';

export interface GrantAmount {
  readonly yen: Yen;
  /** The band; equal to `yen` for a notice and for a share. */
  readonly low: Yen;
  readonly high: Yen;
  readonly basis: GrantBasis;
  /** Japanese sentences for the sheet; an estimate's always say 試算. */
  readonly because: readonly string[];
}

/** Which amount decides where several are known, and which of several is the surer: the first comes first. */
export const basesBestFirst: readonly GrantBasis[] = ['notice', 'share', 'estimate'];

/** The word printed beside every amount; an estimate is never called 内示額. */
export const basisWords: Readonly<Record<GrantBasis, string>> = {
  notice: '内示額',
  share: '配分計画による計算',
  estimate: '試算',
};

/** Puts the parts together and adds them up. */
export const municipalityGrants = (
  promotion: GrantAmount,
  support: GrantAmount,
  outcomeOriented: GrantAmount | null,
): MunicipalityGrants => ({
  promotion,
  support,
  outcomeOriented,
  totalYen: totalOf({ promotion, support, outcomeOriented }, 'yen'),
});

/** All amounts of a municipality added up, or one end of their bands; where there is no frame, the two grants alone. */
export const totalOf = (
  { promotion, support, outcomeOriented }: Omit<MunicipalityGrants, 'totalYen'>,
  end: 'yen' | 'low' | 'high',
): Yen => sumYen([promotion[end], support[end], outcomeOriented?.[end]]);

/** An amount without a band: a notice, or a share. */
export const certainAmount = (amount: Yen, basis: 'notice' | 'share', because: readonly string[]): GrantAmount => ({
  yen: amount,
  low: amount,
  high: amount,
  basis,
  because,
});
