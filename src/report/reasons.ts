import type { Award } from '../score';

/** Why a criterion brought its points, in the words of the sheet. */
export const reasonOf = ({ because, criterion, indicator, ownTotal }: Award): string => {
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
      return `この指標を除く総得点 ${ownTotal?.total ?? 0}点 ≧ 区切り ${ownTotal?.cutOff ?? 0}点`;
    case 'own-total-missed':
      return `この指標を除く総得点 ${ownTotal?.total ?? 0}点 ＜ 区切り ${ownTotal?.cutOff ?? 0}点（${criterion.label}）`;
  }
};
