import { foldLabel, ok, problem, refuse, type Result } from '../kernel';
import { scoredYears, yearOf, type Criterion, type Indicator } from '../schemes';
import { tierTop } from '../score';
import { presentIn } from './rankInPopulation';
import { readNumber, readNumbers } from './readNumbers';
import { readCell } from './readRange';

interface TierRule {
  readonly kind: 'tier-top' | 'tier-among-doers';
  readonly better: 'higher' | 'lower';
}

/** The rules of the notice by the names a cell may use; the Japanese ones are what drop-downs would offer. */
const rules: ReadonlyMap<string, TierRule> = new Map([
  ...named({ kind: 'tier-top', better: 'higher' }, 'top', '上位'),
  ...named({ kind: 'tier-top', better: 'lower' }, 'top-lower', '上位（低）'),
  ...named({ kind: 'tier-among-doers', better: 'higher' }, 'doers', '実施'),
  ...named({ kind: 'tier-among-doers', better: 'lower' }, 'doers-lower', '実施（低）'),
]);

function named(rule: TierRule, ...names: readonly string[]): readonly (readonly [string, TierRule])[] {
  return names.map((name) => [foldLabel(name), rule] as const);
}

/**
 * TIER: how many of the steps ア–エ a value reaches in a population (rules/grants.md#thresholds): the top 7/5/3/1割, or
 * among the doers. A step takes floor(n × share) members and all who are level with the last of them.
 */
export const tiersReached = (
  valueArgument: unknown,
  populationArgument: unknown,
  ruleArgument: unknown,
): Result<number> => {
  const value = readNumber(valueArgument, '値 / value');
  if (!value.ok) return value;
  const numbers = readNumbers(populationArgument, '母集団 / population');
  if (!numbers.ok) return numbers;
  const name = readCell(ruleArgument);
  const rule = typeof name === 'string' ? rules.get(foldLabel(name)) : undefined;
  if (rule === undefined) {
    const found = name === null ? '' : String(name);
    return refuse(problem('function-unknown-rule', { found, expected: [...rules.keys()].join('・') }));
  }
  const does = (one: number): boolean => rule.kind === 'tier-top' || one > 0;
  if (!does(value.value)) return ok(0);
  const members = presentIn(numbers.value).filter(does);
  const [done, shares] = sharesOf(rule.kind);
  // The value stands last, beside its own double where the population holds it: ties are lifted, so it changes nothing.
  const values = Float64Array.of(...members, value.value);
  const reached = tierTop({ values, better: rule.better, base: members.length }, shares);
  return ok(done + reached.filter((flags) => flags.at(-1) === 1).length);
};

type Share = NonNullable<Criterion['share']>;

/** The steps of a kind of rule stand in the schemes; the newest year that spells them out decides: 「実施」 steps, and shares. */
const sharesOf = (kind: TierRule['kind']): readonly [number, readonly Share[]] => {
  for (const year of scoredYears().toReversed()) {
    const steps = yearOf(year).scheme?.indicators.find((indicator) => isPlain(indicator, kind));
    if (steps === undefined) continue;
    const shares = steps.criteria.flatMap(({ share }) => share ?? []);
    const tops = shares.filter((share) => share !== 'does');
    return [shares.length - tops.length, tops];
  }
  throw new Error(`tiersReached: no scheme spells out the steps of ${kind}`);
};

/** One measure, every step's share known. */
const isPlain = ({ rule, criteria }: Indicator, kind: TierRule['kind']): boolean =>
  rule.kind === kind &&
  new Set(criteria.map(({ measure }) => measure)).size === 1 &&
  criteria.every(({ share }) => share !== undefined && share !== 'unspecified');
