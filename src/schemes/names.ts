export type Grant = 'promotion' | 'support';
export type GrantOrCommon = Grant | 'common';
export type Group = 'process' | 'activity' | 'outcome';
/** Whose results: the municipalities' or the prefectures'. */
export type SchemePart = 'municipality' | 'prefecture';

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

/** Where points stand: grant null = both grants together, goal or group null = the sum of all of them. */
export interface BlockPlace {
  readonly grant: GrantOrCommon | null;
  readonly goal: number | null;
  readonly group: Group | null;
}

/** One text per grant × goal × group, for Map and Set. */
export const blockKey = ({ grant, goal, group }: BlockPlace): string =>
  `${grant ?? 'all'}/${goal === null ? 'all' : String(goal)}/${group ?? 'all'}`;

/** A block in words, e.g. 推進Ⅰ体制・取組. */
export const blockName = ({ grant, goal, group }: BlockPlace): string =>
  [
    grant === null ? '総計' : grantNames[grant].short,
    goal === null ? '' : goalNumeral(goal),
    group === null ? '' : groupNames[group].short,
  ].join('');

const notationWords: Readonly<Record<Group, string>> = { process: '体制', activity: '活動', outcome: '成果' };

/** An indicator as staff write it, 推進Ⅱ体制1: the one notation of screens; the id is for programs. */
export const indicatorNotation = ({
  grant,
  goal,
  group,
  number,
}: {
  readonly grant: GrantOrCommon;
  readonly goal: number;
  readonly group: Group;
  readonly number: number;
}): string => `${grantNames[grant].short}${goalNumeral(goal)}${notationWords[group]}${number}`;

/** A criterion as staff write it, 推進Ⅱ体制1 ア. */
export const criterionNotation = ({
  indicator,
  criterion,
}: {
  readonly indicator: Parameters<typeof indicatorNotation>[0];
  readonly criterion: { readonly label: string };
}): string => `${indicatorNotation(indicator)} ${criterion.label}`;

/** So many criteria stand in a sentence. */
const mostNamed = 3;

/** 推進Ⅲ活動2 ウ、支援Ⅰ活動2 ア③ ほか */
export const criteriaInWords = (entries: readonly Parameters<typeof criterionNotation>[0][]): string =>
  `${entries.slice(0, mostNamed).map(criterionNotation).join('、')}${entries.length > mostNamed ? ' ほか' : ''}`;

export const grantLetters: Readonly<Record<GrantOrCommon, string>> = { promotion: 'P', support: 'S', common: 'C' };
/** A goal for programs and formulas: P1, S3, C4. */
export const goalCode = ({ grant, goal }: { readonly grant: GrantOrCommon; readonly goal: number }): string =>
  `${grantLetters[grant]}${String(goal)}`;
export const groupLetters: Readonly<Record<Group, string>> = { process: 'p', activity: 'a', outcome: 'o' };

/** What ids look like; that they say where they stand is checked by a linter (rules/design.md#names). */
export const idGrammar = {
  indicator: /^[PSC]\d[pao]\d{1,2}$/,
  criterion: /^[PSC]\d[pao]\d{1,2}[a-h]\d?$/,
} as const;

/** What the id of an indicator says: `P2a1` = 推進 目標Ⅱ 活動 指標1 (rules/design.md#names). */
export const indicatorId = (
  { grant, goal, group }: { readonly grant: GrantOrCommon; readonly goal: number; readonly group: Group },
  number: number,
): string => `${grantLetters[grant]}${goal}${groupLetters[group]}${number}`;

/** The beginnings by which people ask for an id: its own, and for a common one also each grant's (`C4o1` is `P4o1` too). */
export const idsAsked = (id: string): readonly string[] =>
  id.startsWith(grantLetters.common)
    ? [id, grantLetters.promotion + id.slice(1), grantLetters.support + id.slice(1)]
    : [id];
