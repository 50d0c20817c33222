import { foldLabel, ok, problem, refuse, type Result } from '../kernel';
import { schemeOf, scoredYears, type Criterion } from '../schemes';
import { betterThan, presentIn } from './rankInPopulation';
import { readNumber, readNumbers } from './readNumbers';
import { readCell } from './readRange';

type Kind = 'tier-top' | 'tier-among-doers';
interface TierRule {
  readonly kind: Kind;
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
 * TIER: how many of the steps ア–エ a value reaches in a population (domain §1.4): the top 7/5/3/1割, or among the doers.
 * A step takes floor(n × share) members and all who are level with the last of them.
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
  const before = betterThan(value.value, members, rule.better);
  return ok(sharesOf(rule.kind).filter((share) => share === 'does' || before < cutOf(members.length, share)).length);
};

/** floor(n × 7/10), exactly. */
const cutOf = (count: number, share: string): number => {
  const [top = 0, bottom = 1] = share.split('/').map(Number);
  return (count * top - ((count * top) % bottom)) / bottom;
};

/** The steps of a kind of rule stand in the schemes; the newest year that spells them all out decides. */
const sharesOf = (kind: Kind): readonly string[] => {
  for (const year of scoredYears.toReversed()) {
    const scheme = schemeOf(year);
    if (!scheme.ok) continue;
    const steps = scheme.value.indicators.find(
      ({ rule, criteria, combine }) => rule.kind === kind && combine === 'sum' && criteria.every(isSpelledOut),
    );
    if (steps !== undefined && steps.criteria.every(({ measure }) => measure === steps.criteria[0]?.measure)) {
      return steps.criteria.flatMap(({ share }) => share ?? []);
    }
  }
  throw new Error(`tiersReached: no scheme spells out the steps of ${kind}`);
};

const isSpelledOut = ({ share }: Criterion): boolean => share !== undefined && share !== 'unspecified';
