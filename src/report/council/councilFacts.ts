import type { GrantBasis, MunicipalityGrants, Settings, YearComparison, YearOutcome } from '../../allocation';
import { fiscalYearLabel } from '../../kernel';
import { prefectureWords, type PrefectureWords } from './prefectureWords';
import type { MunicipalityResult, Results } from '../results';
import { fullWidth } from '../layout';

/** What a paper for the council may say; nothing in it comes from anywhere but the answers, the settings and packaged data. */
export interface CouncilFacts {
  readonly results: Results;
  readonly settings: Settings | undefined;
  /** The municipality whose answers are in hand. */
  readonly own: MunicipalityResult | undefined;
  readonly name: string;
  readonly prefecture: PrefectureWords;
  /** 令和７年度, as headings print it. */
  readonly year: string;
  readonly thisYear: YearOutcome;
  readonly comparison: YearComparison | undefined;
  /** 内示額, 交付金決定額, …; an estimate is never called so. */
  readonly amountWord: string;
  readonly basis: GrantBasis;
}

/** The facts of the one municipality a paper is about; undefined for a batch or a whole nation. */
export const councilFacts = (results: Results): CouncilFacts | undefined => {
  const { settings, thisYear, comparison, scheme } = results;
  if (thisYear === undefined) return undefined;
  const own = results.municipalities.length === 1 ? results.municipalities[0] : undefined;
  const basis = weakestBasis(own?.grants ?? null);
  return {
    results,
    settings,
    own,
    name: own?.identity.name ?? settings?.place.name ?? '本市町村',
    prefecture: prefectureWords(own?.identity.prefecture ?? settings?.place.prefecture),
    year: fullWidth(fiscalYearLabel(scheme.fiscalYear)),
    thisYear,
    comparison,
    amountWord: basis === 'notice' ? (settings?.document.amountWord ?? '内示額') : basisWordOf(basis),
    basis,
  };
};

const weakestBasis = (grants: MunicipalityGrants | null): GrantBasis => {
  const bases = grants === null ? [] : [grants.promotion.basis, grants.support.basis];
  if (bases.includes('estimate')) return 'estimate';
  return bases.includes('share') ? 'share' : 'notice';
};

const basisWordOf = (basis: 'share' | 'estimate'): string =>
  basis === 'estimate' ? '交付額（試算）' : '交付額（配分計画による計算）';
