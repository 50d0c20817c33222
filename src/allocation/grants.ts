import { sumYen, type Yen } from '../kernel';
import type { YenRange } from './bands';
import type { SeenShare } from './calibration';

/** What one municipality receives, or may receive; `totalYen` is the sum of the three, null where one of them has no figure. */
export interface MunicipalityGrants {
  readonly promotion: GrantAmount;
  readonly support: GrantAmount;
  /** 成果指向型配分枠; null where the municipality was not selected, or nobody knows. */
  readonly outcomeOriented: GrantAmount | null;
  readonly totalYen: Yen | null;
}

/** `notice` = 内示額 as told to the municipality · `share` = from a plan and the national table · `estimate` = 試算. */
export type GrantBasis = 'notice' | 'share' | 'estimate';

export interface GrantAmount {
  /** Null for an estimate whose band is too wide for one figure: then the band is all there is to print. */
  readonly yen: Yen | null;
  /** The band; equal to `yen` for a notice and for a share. */
  readonly low: Yen;
  readonly high: Yen;
  /** The ways an estimate may come about; none for a notice and for a share. */
  readonly scenarios: readonly GrantScenario[];
  readonly basis: GrantBasis;
  /** Japanese sentences for the sheet; an estimate's always say 試算. */
  readonly because: readonly string[];
}

/** 基本分のみ, or with 追加配分: the band of each, and how many published amounts were of that kind. */
export interface GrantScenario extends YenRange {
  readonly kind: 'basic-only' | 'with-add-on';
  readonly seen: {
    /** Among those of the same size class. */
    readonly sizeClass: SeenShare;
    /** Among those on the same side of 470 points. */
    readonly points: SeenShare;
  };
}

/** How sheets call a scenario. */
export const scenarioWords: Readonly<Record<GrantScenario['kind'], string>> = {
  'basic-only': '基本分のみ',
  'with-add-on': '追加配分を受けた場合',
};

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
): MunicipalityGrants => {
  const parts = [promotion.yen, support.yen, outcomeOriented?.yen];
  return { promotion, support, outcomeOriented, totalYen: parts.includes(null) ? null : sumYen(parts.map(known)) };
};

const known = (amount: Yen | null | undefined): Yen | undefined => amount ?? undefined;

/** One end of all bands of a municipality added up; where there is no frame, of the two grants alone. */
export const totalOf = (
  { promotion, support, outcomeOriented }: Omit<MunicipalityGrants, 'totalYen'>,
  end: 'low' | 'high',
): Yen => sumYen([promotion[end], support[end], outcomeOriented?.[end]]);

/** An amount without a band: a notice, or a share. */
export const certainAmount = (amount: Yen, basis: 'notice' | 'share', because: readonly string[]): GrantAmount => ({
  yen: amount,
  low: amount,
  high: amount,
  scenarios: [],
  basis,
  because,
});
