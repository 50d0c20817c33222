import type { GrantOrCommon, Group, SchemePart } from './schema';

/** The official words, verbatim, for sheets and for reading labels (rules/design.md#names). */
export const grantNames: Readonly<Record<GrantOrCommon, { readonly full: string; readonly short: string }>> = {
  promotion: { full: '保険者機能強化推進交付金', short: '推進' },
  support: { full: '介護保険保険者努力支援交付金', short: '支援' },
  common: { full: '両交付金共通', short: '共通' },
};

export const groupNames: Readonly<Record<Group, { readonly full: string; readonly short: string }>> = {
  process: { full: '体制・取組指標群', short: '体制・取組' },
  activity: { full: '活動指標群', short: '活動' },
  outcome: { full: '成果指標群', short: '成果' },
};

/** Goals are numbered in Roman numerals, as the notice does. */
export const goalNumeral = (goal: number): string => ['', 'Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'][goal] ?? String(goal);

export const partNames: Readonly<Record<SchemePart, string>> = { municipality: '市町村分', prefecture: '都道府県分' };

/** How sure a number is, for readers; the keys are the data's `confidence`. */
export const confidenceWords = { certain: '確実', likely: 'ほぼ確実', inferred: '推定' } as const;
