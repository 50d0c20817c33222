/** What a tie rule looks at. */
export interface Tied {
  /** Municipality code or another key, unique in the nation. */
  readonly key: string;
  readonly insured: number;
}

/** Orders entries before rounding; of equal remainders the earlier one is rounded up. Never zero for different keys. */
export type TieRule = (a: Tied, b: Tied) => number;

/** The lower municipality code comes first (by code points, the same on every machine). */
const lowerCodeFirst: TieRule = (a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1);

/** The larger municipality comes first; equally large ones by code. */
const moreInsuredFirst: TieRule = (a, b) => b.insured - a.insured || lowerCodeFirst(a, b);

/** The tie rules a plan may name. */
export const tieRuleNames = ['lowerCodeFirst', 'moreInsuredFirst'] as const;
export type TieRuleName = (typeof tieRuleNames)[number];

export const tieRules: Readonly<Record<TieRuleName, TieRule>> = { lowerCodeFirst, moreInsuredFirst };
