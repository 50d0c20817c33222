import { blockKey, type GrantOrCommon, type Group, type Indicator, type Scheme } from '../schemes';

/** A sum of points that is published: a group, a goal, a grant (with goal Ⅳ), or everything (goal Ⅳ in both grants). */
export interface Block {
  /** See `blockKey` of schemes; grant null = everything, goal or group null = their sum. */
  readonly key: string;
  readonly grant: GrantOrCommon | null;
  readonly goal: number | null;
  readonly group: Group | null;
  readonly maxPoints: number;
}

/** A scheme laid out as plain numbers, for scoring one municipality or 1,741 of them alike. */
export interface CompiledScheme {
  readonly criterionCount: number;
  /** Points per criterion. */
  readonly points: Uint16Array;
  /** Per indicator: first criterion, and one past the last. */
  readonly firstCriterion: Uint16Array;
  readonly endCriterion: Uint16Array;
  /** Per criterion: the index of its indicator. */
  readonly indicatorOf: Uint8Array;
  /** Per criterion under best-of-alternatives: which alternative of its indicator (0, 1, …); 0 elsewhere. */
  readonly alternative: Uint8Array;
  /** Per indicator: how many alternatives (1 = plain sum). */
  readonly alternatives: Uint8Array;
  /** Per indicator: index of its group block and its goal block in `blocks`. */
  readonly groupBlock: Uint8Array;
  readonly goalBlock: Uint8Array;
  /** Index of the indicator ranked on the own total, and its cut-offs; undefined when taken as answered. */
  readonly ownTotal: { readonly indicator: number; readonly cutOffs: readonly number[] } | undefined;
  readonly blocks: readonly Block[];
  /** The goals' blocks and the grants they count in. */
  readonly goalBlocks: readonly {
    readonly block: number;
    readonly inPromotion: boolean;
    readonly inSupport: boolean;
  }[];
  readonly promotionBlock: number;
  readonly supportBlock: number;
  readonly totalBlock: number;
}

/** Where the points of the indicator on the own total come from: the known cut-offs, or what a table prints for it. */
export type OwnTotalSource = 'computed' | 'as-answered';

const compiled = {
  computed: new WeakMap<Scheme, CompiledScheme>(),
  'as-answered': new WeakMap<Scheme, CompiledScheme>(),
};

/** The compiled form of a scheme, made once. */
export const compileScheme = (scheme: Scheme, ownTotalSource: OwnTotalSource = 'computed'): CompiledScheme => {
  const known = compiled[ownTotalSource].get(scheme);
  if (known !== undefined) return known;
  const blocks = blocksOf(scheme);
  const place = new Map(blocks.map(({ key }, index) => [key, index]));
  const placeOf = (grant: GrantOrCommon | null, goal: number | null, group: Group | null): number => {
    const index = place.get(blockKey({ grant, goal, group }));
    if (index === undefined) throw new Error(`compileScheme: no block ${blockKey({ grant, goal, group })}`);
    return index;
  };
  const { indicators } = scheme;
  const criteria = indicators.flatMap((indicator) => indicator.criteria);
  const ends = runningSums(indicators.map((indicator) => indicator.criteria.length));
  const result: CompiledScheme = {
    criterionCount: criteria.length,
    points: Uint16Array.from(criteria, ({ points }) => points),
    firstCriterion: Uint16Array.from(ends, (end, at) => end - (indicators[at]?.criteria.length ?? 0)),
    endCriterion: Uint16Array.from(ends),
    indicatorOf: Uint8Array.from(indicators.flatMap((indicator, at) => indicator.criteria.map(() => at))),
    alternative: Uint8Array.from(indicators.flatMap(alternativeOfCriteria)),
    alternatives: Uint8Array.from(indicators, (indicator) => Math.max(...alternativeOfCriteria(indicator)) + 1),
    groupBlock: Uint8Array.from(indicators, ({ grant, goal, group }) => placeOf(grant, goal, group)),
    goalBlock: Uint8Array.from(indicators, ({ grant, goal }) => placeOf(grant, goal, null)),
    ownTotal: ownTotalSource === 'computed' ? ownTotalOf(indicators) : undefined,
    blocks,
    goalBlocks: blocks.flatMap(({ grant, goal, group }, block) =>
      goal === null || group !== null
        ? []
        : [{ block, inPromotion: grant !== 'support', inSupport: grant !== 'promotion' }],
    ),
    promotionBlock: placeOf('promotion', null, null),
    supportBlock: placeOf('support', null, null),
    totalBlock: placeOf(null, null, null),
  };
  compiled[ownTotalSource].set(scheme, result);
  return result;
};

const blocksOf = ({ goals, maxPoints }: Scheme): readonly Block[] => {
  const ofGoals = goals.flatMap(({ grant, goal, groups, maxPoints: goalMax }) => [
    ...groups.map(({ group, maxPoints: groupMax }) => block(grant, goal, group, groupMax)),
    block(grant, goal, null, goalMax),
  ]);
  const grantMax = (grant: GrantOrCommon): number =>
    goals
      .filter((goal) => goal.grant === grant || goal.grant === 'common')
      .reduce((sum, goal) => sum + goal.maxPoints, 0);
  return [
    ...ofGoals,
    block('promotion', null, null, grantMax('promotion')),
    block('support', null, null, grantMax('support')),
    block(null, null, null, maxPoints),
  ];
};

const block = (grant: GrantOrCommon | null, goal: number | null, group: Group | null, maxPoints: number): Block => ({
  key: blockKey({ grant, goal, group }),
  grant,
  goal,
  group,
  maxPoints,
});

/**
 * Alternatives are told apart by the first letter of the branch: ア(①–④) or イ(①–④)
 * (rules/grants.md#best-of-alternatives).
 */
const alternativeOfCriteria = ({ combine, criteria }: Indicator): readonly number[] => {
  if (combine === 'sum') return criteria.map(() => 0);
  const letters = [...new Set(criteria.map(({ label }) => label.charAt(0)))];
  return criteria.map(({ label }) => letters.indexOf(label.charAt(0)));
};

const ownTotalOf = (indicators: readonly Indicator[]): CompiledScheme['ownTotal'] => {
  for (const [indicator, { rule }] of indicators.entries()) {
    if (rule.kind === 'tier-on-own-total' && rule.cutOffs !== 'unspecified')
      return { indicator, cutOffs: rule.cutOffs };
  }
  return undefined;
};

const runningSums = (counts: readonly number[]): readonly number[] => {
  let sum = 0;
  return counts.map((count) => (sum += count));
};
