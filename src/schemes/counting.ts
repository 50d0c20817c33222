import { blockKey, goalNumeral, type BlockPlace } from './names';
import type { Criterion, Grant, GrantOrCommon, Group, Indicator, SchemeHead } from './scheme';

/** The two grants, in the order of the notice. */
export const grants: readonly Grant[] = ['promotion', 'support'];

/** The groups of indicators, in the order of the notice. */
export const groups: readonly Group[] = ['process', 'activity', 'outcome'];

/** A goal, an indicator, a block: what a scheme declares under a grant, or once for both. */
interface Declared {
  readonly grant: GrantOrCommon | null;
}

/** Declared once for both grants (目標Ⅳ since R6; another year's data may say it of another goal, or of none). */
export const isCommon = ({ grant }: Declared): boolean => grant === 'common';

/** The one grant a part is declared under; null where it counts in both, or stands for both together. */
export const ownGrantOf = ({ grant }: Declared): Grant | null => (grant === 'common' ? null : grant);

/** Whether points count in a grant: its own do, and so do the common ones (rules/grants.md#structure). */
export const countsIn = (grant: Grant, part: Declared): boolean => part.grant === grant || isCommon(part);

/** How often points count in the total of both grants: common ones once in each, so twice (rules/grants.md#structure). */
export const timesCounted = (part: Declared): 1 | 2 => (isCommon(part) ? 2 : 1);

/** How often the points of an indicator (or a group) count in a block: 0 where it is no part of it. */
export const timesIn = (block: BlockPlace, part: BlockPlace): 0 | 1 | 2 => {
  if ((block.goal ?? part.goal) !== part.goal || (block.group ?? part.group) !== part.group) return 0;
  if (block.grant === null) return timesCounted(part);
  // A common goal stands beside the goals of a grant, never inside one of them.
  return block.grant === part.grant || (block.goal === null && isCommon(part)) ? 1 : 0;
};

/** The sum of a whole grant; null = of both grants. */
export const wholeOf = (grant: Grant | null): BlockPlace => ({ grant, goal: null, group: null });

/** Whether two places are one and the same block. */
export const samePlace = (one: BlockPlace, other: BlockPlace): boolean =>
  one.grant === other.grant && one.goal === other.goal && one.group === other.group;

/** What is kept of one block among what is kept of many (its points); throws where the scheme has no such block. */
export const atPlace = <Kept extends { readonly block: BlockPlace }>(
  kept: readonly Kept[],
  place: BlockPlace,
): Kept => {
  const found = kept.find((one) => samePlace(one.block, place));
  if (found === undefined) throw new RangeError(`atPlace: no block ${blockKey(place)}`);
  return found;
};

type Goals = Pick<SchemeHead, 'goals'>;
type Goal = SchemeHead['goals'][number];

/** The goals that count in a grant, in the order of the scheme. */
export const goalsOf = ({ goals }: Goals, grant: Grant): readonly Goal[] =>
  goals.filter((goal) => countsIn(grant, goal));

/** The official name of a goal of `grant`, one of both declared with `common`; '' where the scheme has none. */
export const goalNameOf = ({ goals }: Goals, { grant, goal }: Pick<BlockPlace, 'grant' | 'goal'>): string =>
  goals.find((one) => one.grant === grant && one.goal === goal)?.name ?? '';

/** The goals declared once for both grants, in words: 目標Ⅳ since R6; empty where a scheme has none. */
export const commonGoalNames = ({ goals }: Goals): string =>
  goals
    .filter(isCommon)
    .map(({ goal }) => `目標${goalNumeral(goal)}`)
    .join('・');

/** 満点 of a grant: the points of its goals, a common goal's among them. */
export const grantMaximum = (scheme: Goals, grant: Grant): number =>
  goalsOf(scheme, grant).reduce((sum, { maxPoints }) => sum + maxPoints, 0);

/** 満点 of both grants together and of each, a common goal in both. */
export type Maxima = Readonly<Record<Grant | 'total', number>>;

/** The maxima of a scheme, whether its criteria or only its blocks are known (R5: 1,355, 830 and 2,185). */
export const maximaIn = (scheme: Pick<SchemeHead, 'goals' | 'maxPoints'>): Maxima => ({
  promotion: grantMaximum(scheme, 'promotion'),
  support: grantMaximum(scheme, 'support'),
  total: scheme.maxPoints,
});

/** Under which grant a goal is declared: `common` where the scheme says so, whatever grant a label names; else as named. */
export const grantOfGoal = <Named extends GrantOrCommon | undefined>(
  { goals }: Goals,
  goal: number,
  named: Named,
): Named | 'common' => (goals.some((one) => one.goal === goal && isCommon(one)) ? 'common' : named);

/** The group of a goal that has only one (目標Ⅳ: 成果); undefined where it has several, or they are not known. */
export const soleGroupOf = (scheme: Goals, goal: number, grant?: GrantOrCommon): Group | undefined => {
  const declared = grantOfGoal(scheme, goal, grant);
  const own = scheme.goals.filter((one) => one.goal === goal && (declared ?? one.grant) === one.grant);
  const [only, ...others] = new Set(own.flatMap((one) => one.groups.map(({ group }) => group)));
  return others.length === 0 ? only : undefined;
};

/** A sum of points that is published: a group, a goal, a grant (common goals in it), or everything (common goals twice). */
export interface Block extends BlockPlace {
  /** See `blockKey`. */
  readonly key: string;
  readonly maxPoints: number;
}

/** The blocks of a scheme: each goal after its groups, then the grants, then everything. */
export const blocksOf = (scheme: Pick<SchemeHead, 'goals' | 'maxPoints'>): readonly Block[] => {
  const maxima = maximaIn(scheme);
  return [
    ...scheme.goals.flatMap(({ grant, goal, groups: parts, maxPoints }) => [
      ...parts.map((part) => block({ grant, goal, group: part.group }, part.maxPoints)),
      block({ grant, goal, group: null }, maxPoints),
    ]),
    ...grants.map((grant) => block(wholeOf(grant), maxima[grant])),
    block(wholeOf(null), maxima.total),
  ];
};

const block = ({ grant, goal, group }: BlockPlace, maxPoints: number): Block => ({
  key: blockKey({ grant, goal, group }),
  grant,
  goal,
  group,
  maxPoints,
});

/** 満点 of a group over both grants (体制 380, 活動 220, 成果 200), from the blocks of a scheme. */
export const groupMaximum = (blocks: readonly Block[], group: Group): number =>
  blocks.reduce((sum, one) => sum + (one.group === group ? one.maxPoints * timesCounted(one) : 0), 0);

/** The published figures of a block; a goal with one group is published under that group alone. Undefined when not known. */
export const figuresOf = <Figures extends BlockPlace>(
  national: { readonly blocks: readonly Figures[] } | undefined,
  place: BlockPlace,
): Figures | undefined => {
  const direct = national?.blocks.find((figures) => samePlace(figures, place));
  if (direct !== undefined || place.goal === null) return direct;
  const [only, ...others] = national?.blocks.filter((figures) => samePlace({ ...figures, group: null }, place)) ?? [];
  return others.length === 0 ? only : undefined;
};

/** Which alternative a criterion belongs to: its branch's first letter, ア of ア① (rules/grants.md#best-of-alternatives). */
export const alternativeOf = ({ label }: Pick<Criterion, 'label'>): string => label.charAt(0);

/** The alternatives of an indicator, in the order of the file; all its criteria are one where they are simply added. */
export const alternativesOf = ({
  combine,
  criteria,
}: Pick<Indicator, 'combine' | 'criteria'>): readonly (readonly Criterion[])[] => {
  if (combine === 'sum') return [criteria];
  const letters = [...new Set(criteria.map(alternativeOf))];
  return letters.map((letter) => criteria.filter((criterion) => alternativeOf(criterion) === letter));
};

/** The most points that some criteria of an indicator can bring: those of the best alternative, which do not add up. */
export const mostPoints = (
  indicator: Pick<Indicator, 'combine' | 'criteria'>,
  among: ReadonlySet<Criterion> = new Set(indicator.criteria),
): number =>
  alternativesOf(indicator).reduce((best, alternative) => {
    const sum = alternative.reduce((points, criterion) => points + (among.has(criterion) ? criterion.points : 0), 0);
    return Math.max(best, sum);
  }, 0);

/** What `points` of an indicator are worth in the total: never more than its maximum, a common one's in both grants. */
export const pointsAtStake = ({ grant, maxPoints }: Pick<Indicator, 'grant' | 'maxPoints'>, points: number): number =>
  Math.min(points, maxPoints) * timesCounted({ grant });

/**
 * Worked out, not answered: the indicator on the own total (推Ⅰ活動1) where its cut-offs are known, as in R8
 * (rules/grants.md#own-total). Elsewhere it is taken as answered.
 */
export const isComputed = ({ rule }: Pick<Indicator, 'rule'>): boolean =>
  rule.kind === 'tier-on-own-total' && rule.cutOffs !== 'unspecified';
