import { judgementWords } from '../answers';
import { rangeInWords } from '../kernel';
import type { Award } from '../score';

/** Why a criterion brought its points, in the words of the sheet; `decided` = what a person decided its answer to be (判定). */
export const reasonOf = (award: Award, decided?: 'met' | 'unmet'): string => {
  // The criteria that are worked out from the total are no answers, whatever was decided about them.
  const counts = award.because === 'met' || award.because === 'unmet' || award.because === 'other-alternative';
  if (decided === undefined || !counts) return plainReason(award);
  const word = `判定により${judgementWords[decided]}`;
  return award.because === 'other-alternative' ? `${word}。${plainReason(award)}` : word;
};

const plainReason = ({ because, criterion, indicator, ownTotal }: Award): string => {
  switch (because) {
    case 'met':
      return '該当';
    case 'unmet':
      return '非該当';
    case 'unanswered':
      return '未回答（0点として計算）';
    case 'held':
      return '回答を読み取れない（0点として計算）';
    case 'other-alternative':
      return `該当するが、得点の高い方の区分を採用（最大${indicator.maxPoints}点）`;
    case 'own-total-reached':
      return `${totalWithout(ownTotal)} ≧ 区切り${ownTotal?.cutOff ?? 0}点`;
    case 'own-total-missed':
      return ownTotal !== undefined && ownTotal.most >= ownTotal.cutOff
        ? `${totalWithout(ownTotal)}のため、区切り${ownTotal.cutOff}点（${criterion.label}）は未確定`
        : `${totalWithout(ownTotal)} ＜ 区切り${ownTotal?.cutOff ?? 0}点（${criterion.label}）`;
  }
};

const totalWithout = (ownTotal: Award['ownTotal']): string =>
  `この指標を除く総得点${rangeInWords(String(ownTotal?.total ?? 0), String(ownTotal?.most ?? 0), '点')}`;
