import { basesBestFirst, totalOf, type GrantAmount, type GrantBasis, type MunicipalityGrants } from '../../allocation';
import { onlyMunicipality, type MunicipalityResult, type Results } from '../../evaluation';
import { fiscalYearLabel, inYen, rangeInWords } from '../../kernel';
import type { MoneyGrant, Settings, YearFacts } from '../../settings';
import type { YearComparison, YearOutcome } from '../../years';
import type { FigureSource } from '../../workbook';
import { fromAmount } from '../figureSources';
import { bandText, fullWidth } from '../layout/cells';
import { sourceOf } from '../origins';
import { editionIn, isWorking, type Edition } from './editionName';

/** What a paper for the council may say; nothing in it comes from anywhere but the answers, the settings and packaged data. */
export interface CouncilFacts {
  readonly results: Results;
  readonly settings: Settings | undefined;
  /** 配布用, or 作業用. */
  readonly edition: Edition;
  /** The municipality whose answers are in hand. */
  readonly own: MunicipalityResult | undefined;
  readonly name: string;
  readonly prefecture: PrefectureWords;
  /** 令和７年度, as headings print it. */
  readonly year: string;
  readonly thisYear: YearOutcome;
  readonly comparison: YearComparison | undefined;
  /** The amounts as decided, an estimate without one figure among them; null where one of the grants has none at all. */
  readonly grants: MunicipalityGrants | null;
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
  const { thisYear, comparison, grants } = money.own;
  const own = onlyMunicipality(results);
  const bases = basesOf(grants);
  const noticeWord = settings?.document.amountWord ?? '内示額';
  return {
    results,
    settings,
    edition: editionIn(settings),
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
    grants,
    noticeWord,
    amountWord: amountWord(bases, noticeWord),
    basis: weakestOf(bases),
  };
};

/** What the settings tell of the year of the paper: nothing where they tell of another, which E-565 says is not used. */
export const toldOfThisYear = ({
  settings,
  results: { scheme },
}: Pick<CouncilFacts, 'settings' | 'results'>): YearFacts | undefined => {
  const told = settings?.thisYear;
  return told?.fiscalYear === undefined || told.fiscalYear === scheme.fiscalYear ? told : undefined;
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

/** The words for amounts that nobody told; an estimate is never called 内示額. */
const basisAmountWords: Readonly<Record<Exclude<GrantBasis, 'notice'>, string>> = {
  share: '交付額（配分計画による計算）',
  estimate: '交付額（試算）',
};

/** How papers speak of the own prefecture: 都内, 都平均点; 道, 府 and 県 alike. */
interface PrefectureWords {
  /** 都内, 道内, 府内, 県内. */
  readonly inside: string;
  /** 都, 道, 府, 県. */
  readonly short: string;
}

/** The words for a prefecture; 都道府県 where nobody told which. */
const prefectureWords = (prefecture: string | undefined): PrefectureWords => {
  const short = prefecture === undefined ? '都道府県' : prefecture.slice(-1);
  return { inside: `${short}内`, short };
};

/** A year in which 成果指向型配分枠 of 0円 counts as what it is: no frame. */
const withoutEmptyFrame = (outcome: YearOutcome): YearOutcome =>
  outcome.yen.outcomeOriented?.value === 0n
    ? { ...outcome, yen: { promotion: outcome.yen.promotion, support: outcome.yen.support } }
    : outcome;

/** 【暫定】 behind the title of a paper while answers are open, else nothing. */
export const provisionalMark = (own: CouncilFacts['own']): string => (own?.provisional === true ? '【暫定】' : '');

/** The sentence of the points that are still open; empty where every answer is settled. */
export const provisionalSentence = ({ own }: CouncilFacts): string => {
  if (own?.provisional !== true) return '';
  const { least, most } = own.range;
  return least === most
    ? `得点${least}点は、未確定の回答がある暫定の値です。`
    : `得点は未確定の回答があるため${rangeInWords(String(least), String(most), '点')}の範囲です。`;
};

/** How one amount came about; one that only the settings know is a notice. */
export const basisOf = (grants: MunicipalityGrants | null | undefined, row: MoneyGrant): GrantBasis =>
  grants?.[row]?.basis ?? 'notice';

/** The word for one amount: as the settings call it where it was told, never so where it is a share or an estimate. */
export const amountWordOf = ({ grants, noticeWord }: CouncilFacts, row: MoneyGrant): string => {
  const basis = basisOf(grants, row);
  return basis === 'notice' ? noticeWord : basisAmountWords[basis];
};

/** The amount with its band, where it is an estimate; undefined where it is told, shared out or not known. */
export const estimateOf = ({ grants }: CouncilFacts, row: MoneyGrant): GrantAmount | undefined => {
  const amount = grants?.[row] ?? undefined;
  return amount?.basis === 'estimate' ? amount : undefined;
};

/** What every estimate says beside its band, so that nobody takes it for a notice; staff are told what follows. */
export const estimateCaution = (facts: Pick<CouncilFacts, 'edition'>): string =>
  isWorking(facts) ? '内示額ではないため、予算の根拠には使わないでください' : '国の通知による額ではありません';

/**
 * 「1,500円（1,200円～1,800円の試算です。…）」, the band alone where an estimate has no one figure, or the amount as it is;
 * `which` says what of it is meant. Undefined where nothing is known.
 */
export const amountText = (facts: CouncilFacts, row: MoneyGrant, which = ''): string | undefined => {
  const amount = facts.thisYear.yen[row];
  const estimate = estimateOf(facts, row);
  const band = estimate && rangeInWords(inYen(estimate.low), inYen(estimate.high));
  if (amount === undefined)
    return band === undefined ? undefined : `${band}${which}（幅の広い試算です。${estimateCaution(facts)}）`;
  return `${inYen(amount.value)}${which}${band === undefined ? '' : `（${band}の試算です。${estimateCaution(facts)}）`}`;
};

/** Where one amount comes from, its band where that is all there is. */
export const amountSource = (facts: CouncilFacts, row: MoneyGrant): FigureSource | undefined => {
  const estimate = estimateOf(facts, row);
  return sourceOf(facts.thisYear.yen[row]) ?? (estimate && fromAmount(facts.settings, row, estimate));
};

/** The band of an estimate in thousand yen, of all amounts together for the total. */
export const bandOf = (facts: CouncilFacts, row: MoneyGrant | 'total'): string | undefined => {
  if (row === 'total') return totalBand(facts);
  const estimate = estimateOf(facts, row);
  return estimate && bandText(estimate);
};

/** The band of the total in thousand yen, told amounts counted as they are; undefined where nothing is estimated. */
export const totalBand = ({ grants }: CouncilFacts): string | undefined => {
  if (grants === null) return undefined;
  const { promotion, support, outcomeOriented } = grants;
  if ([promotion, support, outcomeOriented].every((amount) => amount?.basis !== 'estimate')) return undefined;
  return bandText({ low: totalOf(grants, 'low'), high: totalOf(grants, 'high') });
};
