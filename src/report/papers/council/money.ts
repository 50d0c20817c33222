import { inThousandYen } from '../../../kernel';
import { bandOf, estimateCaution, type CouncilFacts } from '../facts';
import type { Told } from '../edition';
import { yenChange, yenText } from '../../standingWords';
import type { YearStanding } from '../../yearStandings';
import { summandName, together } from '../../origins';

/** What both grants together bring, by grant, and the change since last year; undefined where no amount is known. */
export const moneyTold = (facts: CouncilFacts, standings: readonly YearStanding[]): Told | undefined => {
  const [before, now] = [standings.at(-2), standings.at(-1)];
  if (now?.yen === undefined) return undefined;
  const { thisYear, year, amountWord, basis } = facts;
  const parts = (['promotion', 'outcomeOriented', 'support'] as const).flatMap((row) => {
    const amount = thisYear.yen[row];
    const text = bandOf(facts, row) ?? (amount && inThousandYen(amount.value));
    return text === undefined ? [] : [`${summandName(row)}${text}`];
  });
  const caution = basis === 'estimate' ? `試算であり、${estimateCaution(facts)}。` : '';
  const change = yenChange(before?.yen, now.yen);
  const last =
    change === null || before?.yen === undefined ? '' : `前年度の${yenText(before.yen)}と比べて${change}です。`;
  return {
    text: `${year}の${amountWord}は、両交付金を合わせて${yenText(now.yen)}（${parts.join('、')}）です。${caution}${last}`,
    source: together(['今年度の額', now.yen.source], ['前年度の額', last === '' ? undefined : before?.yen?.source]),
  };
};

/** Where amounts are entered, as 作業用 says it. */
export const moneyMissing = ({ noticeWord }: CouncilFacts): string =>
  `交付額：シート「設定」の「${noticeWord}（推進）」「${noticeWord}（支援）」、または「第1号被保険者数」（試算）`;
