import { basisWords } from '../allocation';
import { changeInThousandYen, halfUp, rangeInWords, yen } from '../kernel';
import type { PointsRange } from '../outlook';
import { bandText } from './layout/cells';
import { rankBases, rankText } from './members';
import { rangeText } from './outlookWords';
import type { StandingPoints, StandingRank, StandingYen } from './yearStandings';

/** 「447点（55.9％）」, 「420～447点（52.5～55.9％）」. */
export const pointsText = (points: StandingPoints): string => `${rangeText(points)}（${rateText(points)}）`;

/** 「55.9％」, 「52.5～55.9％」: from unrounded figures. */
export const rateText = ({ least, most, maxPoints }: Omit<StandingPoints, 'source'>): string => {
  const rate = (points: number): string => halfUp((points / maxPoints) * 100, 1);
  return rangeInWords(rate(least), rate(most), '％');
};

/** 「＋44点」, 「△5～＋12点」, with so many decimals; 「±0点」. */
export const signedPoints = ({ least, most }: PointsRange, decimals = 0): string =>
  rangeInWords(signed(least, decimals), signed(most, decimals), '点');

/** 「＋1.5」, 「△3」, 「±0」. */
export const signed = (points: number, decimals: number): string => {
  const text = halfUp(Math.abs(points), decimals);
  return Number(text) === 0 ? `±${text}` : `${points > 0 ? '＋' : '△'}${text}`;
};

/** How points changed; points of unlike maxima are not subtracted. */
export const pointsChange = (before: StandingPoints | undefined, now: StandingPoints | undefined): string | null => {
  if (before === undefined || now === undefined) return null;
  if (before.maxPoints !== now.maxPoints) return '満点が違うため\n比べません';
  return signedPoints({ least: now.least - before.most, most: now.most - before.least });
};

/** 「102位上昇」, 「8位下降」, 「同じ」; null unless both ranks are exact. */
export const rankChange = (before: StandingRank | undefined, now: StandingRank | undefined): string | null => {
  if (before === undefined || now === undefined) return null;
  if (before.band.low !== before.band.high || now.band.low !== now.band.high) return null;
  const places = before.band.low - now.band.low;
  if (places === 0) return '同じ';
  return `${Math.abs(places).toLocaleString('en-US')}位${places > 0 ? '上昇' : '下降'}`;
};

/** 「1,462位（1,741市町村中）」 where the number of them is known; a band stands alone. */
export const placeText = ({ band: { low, high, central, of } }: StandingRank): string => {
  const text = rankText({ low, high, ...(central === undefined ? {} : { central }) });
  return of === undefined || low !== high ? text : `${text}（${of.toLocaleString('en-US')}市町村中）`;
};

/** What a rank rests on. */
export const rankBasisText = ({ basis }: StandingRank): string =>
  basis === 'told' ? '設定に入力された順位' : rankBases[basis];

/** 「32,210千円」, 「2,029千円～3,188千円」. */
export const yenText = ({ low, high }: StandingYen): string => bandText({ low, high });

/** What an amount is: 内示額 by the word the settings give it, else 試算 or a share. */
export const yenBasisText = ({ basis }: StandingYen, noticeWord: string): string =>
  basis === 'told' || basis === 'notice' ? noticeWord : basisWords[basis];

/** 「＋104,429千円」; both ends where one of the amounts is a band. */
export const yenChange = (before: StandingYen | undefined, now: StandingYen | undefined): string | null =>
  before === undefined || now === undefined
    ? null
    : rangeInWords(changeInThousandYen(yen(now.low - before.high)), changeInThousandYen(yen(now.high - before.low)));
