import { foldLabel, ok, problem, refuse, type Result } from '../kernel';
import { stepsReached, type TierRule } from '../score';
import { presentIn } from './rankInPopulation';
import { readNumber, readNumbers } from './readNumbers';
import { readCell } from './readRange';

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

/** TIER: how many of the steps ア–エ a value reaches in a population, see `stepsReached`. */
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
  return ok(stepsReached(value.value, presentIn(numbers.value), rule));
};
