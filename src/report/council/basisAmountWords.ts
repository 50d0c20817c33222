import type { GrantBasis } from '../../allocation';

/** The words for amounts that nobody told; an estimate is never called 内示額. */
export const basisAmountWords: Readonly<Record<Exclude<GrantBasis, 'notice'>, string>> = {
  share: '交付額（配分計画による計算）',
  estimate: '交付額（試算）',
};
