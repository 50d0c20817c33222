import { foldLabel } from '../kernel';
import { ok, problem, refuse, type Result } from '../problems';
import { rankBand, rankIn } from '../rank';
import { nationalOf } from '../schemes';
import { stepsReached, type TierRule } from '../score';
import { readExcelValue, readOneNumber, readNumbers, readSchemeOfYear } from './arguments';

/** RANKIN: the rank of a value among a population, equal values sharing the best rank (1, 2, 2, 4), as RANK.EQ does. */
export const rankInPopulation = (
  valueArgument: unknown,
  populationArgument: unknown,
  lowerIsBetter: unknown,
): Result<number> => {
  const value = readOneNumber(valueArgument, '値 / value');
  if (!value.ok) return value;
  const population = readNumbers(populationArgument, '母集団 / population');
  if (!population.ok) return population;
  return ok(rankIn(value.value, presentIn(population.value), isYes(lowerIsBetter) ? 'lower' : 'higher'));
};

/** The numbers that are there; empty cells are no members. */
const presentIn = (rows: readonly (readonly (number | null)[])[]): readonly number[] =>
  rows.flat().filter((value) => value !== null);

const isYes = (argument: unknown): boolean => argument === true || (typeof argument === 'number' && argument !== 0);

/**
 * RANK: the national rank of a total by what is published. A number where it is exact (R8); text 「512～530」 where published
 * scores only bracket it (R6, R7), so that nobody calculates with a guess.
 */
export const rankOfPoints = (pointsArgument: unknown, year: unknown): Result<number | string> => {
  const scheme = readSchemeOfYear(year);
  if (!scheme.ok) return scheme;
  const points = readOneNumber(pointsArgument, '得点 / points');
  if (!points.ok) return points;
  const { maxPoints, fiscalYear } = scheme.value;
  if (!Number.isInteger(points.value) || points.value < 0 || points.value > maxPoints) {
    return refuse(
      problem(
        'function-not-a-number',
        { found: String(points.value), expected: `0～${maxPoints}` },
        { name: '得点 / points' },
      ),
    );
  }
  const band = rankBand(nationalOf(fiscalYear), points.value);
  if (band === null || band.basis === 'none') return refuse(problem('function-no-ranks', { found: fiscalYear }));
  return ok(band.low === band.high ? band.low : `${band.low}～${band.high}`);
};

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
  const value = readOneNumber(valueArgument, '値 / value');
  if (!value.ok) return value;
  const numbers = readNumbers(populationArgument, '母集団 / population');
  if (!numbers.ok) return numbers;
  const name = readExcelValue(ruleArgument);
  const rule = typeof name === 'string' ? rules.get(foldLabel(name)) : undefined;
  if (rule === undefined) {
    const found = name === null ? '' : String(name);
    return refuse(problem('function-unknown-rule', { found, expected: [...rules.keys()].join('・') }));
  }
  return ok(stepsReached(value.value, presentIn(numbers.value), rule));
};
