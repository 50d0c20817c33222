import { basesBestFirst, type GrantBasis, type MunicipalityGrants } from '../../allocation';
import type { Settings } from '../../settings';
import { fiscalYearLabel } from '../../kernel';
import type { YearComparison, YearOutcome } from '../../years';
import { basisAmountWords } from './basisAmountWords';
import { prefectureWords, type PrefectureWords } from './prefectureWords';
import { onlyMunicipality, type MunicipalityResult, type Results } from '../../evaluation';
import { fullWidth } from '../layout';
import { withoutEmptyFrame } from './withoutEmptyFrame';

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
  /** 内示額, 交付金決定額, …: the word for amounts that were told. */
  readonly noticeWord: string;
  /** The word for both grants together; an estimate is never called 内示額, a mixture says so. */
  readonly amountWord: string;
  /** The weakest of both grants. */
  readonly basis: GrantBasis;
}

/** The facts of the one municipality a paper is about; undefined for a batch or a whole nation. */
export const councilFacts = (results: Results): CouncilFacts | undefined => {
  const { scheme, money } = results;
  if (money.own === undefined) return undefined;
  const { settings } = money;
  const { thisYear, comparison } = money.own;
  const own = onlyMunicipality(results);
  const bases = basesOf(own?.grants ?? null);
  const noticeWord = settings?.document.amountWord ?? '内示額';
  return {
    results,
    settings,
    own,
    name: own?.identity.name ?? settings?.place.name ?? '本市町村',
    prefecture: prefectureWords(own?.identity.prefecture ?? settings?.place.prefecture),
    year: fullWidth(fiscalYearLabel(scheme.fiscalYear)),
    thisYear: withoutEmptyFrame(thisYear),
    comparison: comparison && {
      ...comparison,
      before: withoutEmptyFrame(comparison.before),
      now: withoutEmptyFrame(comparison.now),
    },
    noticeWord,
    amountWord: amountWord(bases, noticeWord),
    basis: weakestOf(bases),
  };
};

const basesOf = (grants: MunicipalityGrants | null): readonly GrantBasis[] =>
  grants === null ? [] : [grants.promotion.basis, grants.support.basis];

const weakestOf = (bases: readonly GrantBasis[]): GrantBasis =>
  [...basesBestFirst].reverse().find((basis) => bases.includes(basis)) ?? 'notice';

const amountWord = (bases: readonly GrantBasis[], noticeWord: string): string => {
  const weakest = weakestOf(bases);
  if (weakest === 'notice') return noticeWord;
  if (bases.every((basis) => basis === weakest)) return basisAmountWords[weakest];
  const part = weakest === 'estimate' ? '（一部は試算）' : '（一部は配分計画による計算）';
  return `${bases.includes('notice') ? noticeWord : '交付額'}${part}`;
};
