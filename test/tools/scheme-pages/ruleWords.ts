import { alternativeOf } from '../../../src/schemes/counting';
import type { Criterion, Indicator } from '../../../src/schemes/scheme';

/** How a criterion is decided, in Japanese words for tables. */
export const ruleWords = ({ rule, criteria }: Indicator, { id, share }: Criterion): string => {
  switch (rule.kind) {
    case 'marked':
      return '自己評価（○・×）';
    case 'tier-top':
      return `${baseWords[rule.base]}のうち${shareWords(share)}（${betterWords[rule.better]}、同点を含む）`;
    case 'tier-among-doers':
      return share === 'does'
        ? '実施している（0より大きい）'
        : `実施している市町村のうち${shareWords(share)}（${betterWords[rule.better]}、同点を含む）`;
    case 'tier-on-own-total': {
      const at = criteria.findIndex((each) => each.id === id);
      const cutOff = rule.cutOffs === 'unspecified' ? undefined : rule.cutOffs[at];
      const known = cutOff === undefined ? '区切りは非公表' : `${cutOff}点以上`;
      return `この指標を除く総得点が${shareWords(share)}（${known}、同点を含む）`;
    }
  }
};

/** How the criteria of an indicator make its points, where they are not simply added. */
export const combinationWords = ({ combine, criteria, maxPoints }: Indicator): string => {
  if (combine === 'sum') return '';
  const letters = new Set(criteria.map(alternativeOf));
  return `${[...letters].join('・')}のうち最も高いもの（最大${maxPoints}点）`;
};

const baseWords = { 'all-municipalities': '全市町村', 'municipalities-with-data': 'データのある市町村' } as const;
const betterWords = { higher: '大きいほど上位', lower: '小さいほど上位' } as const;

const shareWords = (share: Criterion['share']): string =>
  share === undefined || share === 'unspecified' || share === 'does'
    ? '上位（割合は非公表）'
    : `上位${share.slice(0, 1)}割`;
