import { scoredYears, yearOf, type Criterion, type Indicator } from '../../schemes';
import { tierAmongDoers, tierTop } from './tierSteps';

/** A rule of the notice that needs everyone's figures (rules/grants.md#thresholds). */
export interface TierRule {
  readonly kind: 'tier-top' | 'tier-among-doers';
  readonly better: 'higher' | 'lower';
}

type Share = NonNullable<Criterion['share']>;

/**
 * How many of the steps ア–エ a value reaches in a population: the top 7/5/3/1割 of it, or 「実施」 and the top of those who do
 * (more than 0). A step takes floor(n × share) members and all who are level with the last of them.
 */
export const stepsReached = (value: number, population: readonly number[], { kind, better }: TierRule): number => {
  // The value stands last, beside its own double where the population holds it: ties are lifted, so it changes nothing.
  const values = Float64Array.from([...population, value]);
  const doers = population.reduce((count, one) => count + (one > 0 ? 1 : 0), 0);
  const reached =
    kind === 'tier-top'
      ? tierTop({ values, better, base: population.length }, sharesOf(kind))
      : tierAmongDoers({ values, better, base: doers }, sharesOf(kind));
  return reached.filter((flags) => flags.at(-1) === 1).length;
};

/** The steps of a kind of rule stand in the schemes; the newest year that spells them out decides. */
const sharesOf = (kind: TierRule['kind']): readonly Share[] => {
  for (const year of scoredYears().toReversed()) {
    const steps = yearOf(year).scheme?.indicators.find((indicator) => isPlain(indicator, kind));
    if (steps !== undefined) return steps.criteria.flatMap(({ share }) => share ?? []);
  }
  throw new Error(`stepsReached: no scheme spells out the steps of ${kind}`);
};

/** One measure, every step's share known. */
const isPlain = ({ rule, criteria }: Indicator, kind: TierRule['kind']): boolean =>
  rule.kind === kind &&
  new Set(criteria.map(({ measure }) => measure)).size === 1 &&
  criteria.every(({ share }) => share !== undefined && share !== 'unspecified');
