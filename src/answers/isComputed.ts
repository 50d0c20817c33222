import type { Indicator } from '../schemes';

/**
 * True for the indicator that is worked out, not answered: 推Ⅰ活動1 where its cut-offs are known (R8,
 * rules/grants.md#own-total). Elsewhere it is taken as answered.
 */
export const isComputed = ({ rule }: Indicator): boolean =>
  rule.kind === 'tier-on-own-total' && rule.cutOffs !== 'unspecified';
