import { at } from '../kernel';
import {
  alternativesOf,
  blockKey,
  blocksOf,
  countsIn,
  wholeOf,
  type Block,
  type BlockPlace,
  type Indicator,
  type Scheme,
} from '../schemes';
import { runsOf, type Run } from './runs';

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
  /** Per indicator: its alternatives (one = plain sum), each in runs of criteria. */
  readonly alternatives: readonly (readonly (readonly Run[])[])[];
  /** Per indicator: index of its group block and its goal block in `blocks`. */
  readonly groupBlock: Uint8Array;
  readonly goalBlock: Uint8Array;
  /** Index of the indicator ranked on the own total, and its cut-offs; undefined when taken as answered. */
  readonly ownTotal: (Gains & { readonly indicator: number; readonly cutOffs: readonly number[] }) | undefined;
  /** What simply adds up into the same group and goal, in as few runs as can be: all but `choices` and the own total. */
  readonly sums: readonly (Run & Gains)[];
  /** The indicators of which the best alternative counts. */
  readonly choices: readonly (Gains & { readonly indicator: number })[];
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

/** The blocks that points are added to. */
interface Gains {
  readonly groupBlock: number;
  readonly goalBlock: number;
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
  const places = new Map(blocks.map(({ key }, index) => [key, index]));
  const placeOf = (wanted: BlockPlace): number => {
    const index = places.get(blockKey(wanted));
    if (index === undefined) throw new Error(`compileScheme: no block ${blockKey(wanted)}`);
    return index;
  };
  const { indicators } = scheme;
  const criteria = indicators.flatMap((indicator) => indicator.criteria);
  const groupBlock = Uint8Array.from(indicators, placeOf);
  const goalBlock = Uint8Array.from(indicators, ({ grant, goal }) => placeOf({ grant, goal, group: null }));
  const alternative = Uint8Array.from(indicators.flatMap(alternativeOfCriteria));
  const ends = runningSums(indicators.map((indicator) => indicator.criteria.length));
  const plain: Omit<CompiledScheme, 'sums' | 'choices'> = {
    criterionCount: criteria.length,
    points: Uint16Array.from(criteria, ({ points }) => points),
    firstCriterion: Uint16Array.from(indicators, ({ criteria: own }, place) => at(ends, place) - own.length),
    endCriterion: Uint16Array.from(ends),
    indicatorOf: Uint8Array.from(indicators.flatMap((indicator, place) => indicator.criteria.map(() => place))),
    alternative,
    alternatives: indicators.map((indicator, place) => {
      const own = indicator.criteria.map((_, among) => at(ends, place) - indicator.criteria.length + among);
      return alternativesOf(indicator).map((_, choice) =>
        runsOf(own.filter((criterion) => alternative[criterion] === choice)),
      );
    }),
    groupBlock,
    goalBlock,
    ownTotal: ownTotalSource === 'computed' ? ownTotalOf(indicators, groupBlock, goalBlock) : undefined,
    blocks,
    goalBlocks: blocks.flatMap((one, block) =>
      one.goal === null || one.group !== null
        ? []
        : [{ block, inPromotion: countsIn('promotion', one), inSupport: countsIn('support', one) }],
    ),
    promotionBlock: placeOf(wholeOf('promotion')),
    supportBlock: placeOf(wholeOf('support')),
    totalBlock: placeOf(wholeOf(null)),
  };
  const result = { ...plain, ...waysToCount(plain) };
  compiled[ownTotalSource].set(scheme, result);
  return result;
};

const waysToCount = ({
  alternatives,
  groupBlock,
  goalBlock,
  ownTotal,
}: Omit<CompiledScheme, 'sums' | 'choices'>): Pick<CompiledScheme, 'sums' | 'choices'> => {
  const sums: (Run & Gains)[] = [];
  const choices: CompiledScheme['choices'][number][] = [];
  for (const [indicator, ways] of alternatives.entries()) {
    if (indicator === ownTotal?.indicator) continue;
    const [group, goal] = [at(groupBlock, indicator), at(goalBlock, indicator)];
    if (ways.length !== 1) choices.push({ indicator, groupBlock: group, goalBlock: goal });
    else for (const { first, end } of at(ways, 0)) addRun(sums, { first, end, groupBlock: group, goalBlock: goal });
  }
  return { sums, choices };
};

/** A run that follows the last and counts in the same blocks makes it longer. */
const addRun = (runs: (Run & Gains)[], run: Run & Gains): void => {
  const last = runs.at(-1);
  if (last?.end === run.first && last.groupBlock === run.groupBlock && last.goalBlock === run.goalBlock)
    runs[runs.length - 1] = { ...run, first: last.first };
  else runs.push(run);
};

/** Per criterion, which alternative of its indicator it belongs to. */
const alternativeOfCriteria = (indicator: Indicator): readonly number[] => {
  const alternatives = alternativesOf(indicator);
  return indicator.criteria.map((criterion) => alternatives.findIndex((one) => one.includes(criterion)));
};

const ownTotalOf = (
  indicators: readonly Indicator[],
  groupBlock: Uint8Array,
  goalBlock: Uint8Array,
): CompiledScheme['ownTotal'] => {
  for (const [indicator, { rule }] of indicators.entries()) {
    if (rule.kind === 'tier-on-own-total' && rule.cutOffs !== 'unspecified')
      return {
        indicator,
        cutOffs: rule.cutOffs,
        groupBlock: at(groupBlock, indicator),
        goalBlock: at(goalBlock, indicator),
      };
  }
  return undefined;
};

const runningSums = (counts: readonly number[]): readonly number[] => {
  let sum = 0;
  return counts.map((count) => (sum += count));
};
