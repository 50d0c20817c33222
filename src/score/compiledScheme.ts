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
import { windowsOf, type WindowRange, type Windows } from './windows';

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
  /** What brings points to a group and a goal: all but the own total. */
  readonly terms: readonly Term[];
  /** The groups that terms bring points to, each with its goal. */
  readonly groups: readonly Gains[];
  readonly windows: Windows;
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

/** The best of some sums, mostly of the only one. */
interface Term {
  readonly groupBlock: number;
  readonly ways: readonly WindowRange[];
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
  const plain: Omit<CompiledScheme, 'terms' | 'groups' | 'windows'> = {
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
  const result = { ...plain, ...termsOf(plain) };
  compiled[ownTotalSource].set(scheme, result);
  return result;
};

const termsOf = ({
  alternatives,
  points,
  groupBlock,
  goalBlock,
  ownTotal,
}: Omit<CompiledScheme, 'terms' | 'groups' | 'windows'>): Pick<CompiledScheme, 'terms' | 'groups' | 'windows'> => {
  const plain = new Map<string, Gains & { readonly ways: readonly number[][] }>();
  const choices: (Gains & { readonly ways: readonly number[][] })[] = [];
  for (const [indicator, alternative] of alternatives.entries()) {
    if (indicator === ownTotal?.indicator) continue;
    const gains = { groupBlock: at(groupBlock, indicator), goalBlock: at(goalBlock, indicator) };
    const ways = alternative.map((runs) => runs.flatMap(criteriaOf));
    const key = `${gains.groupBlock} ${gains.goalBlock}`;
    if (ways.length !== 1) choices.push({ ...gains, ways });
    else plain.set(key, { ...gains, ways: [[...(plain.get(key)?.ways[0] ?? []), ...at(ways, 0)]] });
  }
  const all = [...plain.values(), ...choices];
  const { windows, ranges } = windowsOf(
    all.flatMap(({ ways }) => ways),
    points,
  );
  let used = 0;
  const terms = all.map(({ groupBlock: block, ways }) => ({
    groupBlock: block,
    ways: ranges.slice(used, (used += ways.length)),
  }));
  const groups = [...new Map(all.map(({ groupBlock: group, goalBlock: goal }) => [group, goal]))].map(
    ([group, goal]) => ({ groupBlock: group, goalBlock: goal }),
  );
  return { terms, groups, windows };
};

const criteriaOf = ({ first, end }: Run): number[] => Array.from({ length: end - first }, (_, among) => first + among);

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
