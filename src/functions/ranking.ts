import { aheadOf, foldLabel, populationOf, rangeInWords, type Better, type Population } from '../kernel';
import { ok, problem, refuse, type Result } from '../problems';
import { rankBand } from '../rank';
import { nationalOf } from '../schemes';
import { tierSteps, type TierRule } from '../score';
import {
  readExcelValue,
  readNumbers,
  readOneNumber,
  readSchemeOfYear,
  refuseUntold,
  untoldCell,
  type NumberCell,
  type PlaceInRange,
} from './arguments';
import { rangeMemory } from './rangeMemory';

/** A range of numbers, made ready for any number of values. */
interface PopulationRange {
  /** In the shape of the range; an empty cell is no member. */
  readonly rows: readonly (readonly NumberCell[])[];
  /** Without what may be 0 or empty. */
  readonly sorted: Population;
  readonly untold: PlaceInRange | undefined;
  /** Steps by a rule; the cells that may be 0 or empty are taken for zeros, or left out. */
  readonly stepsBy: (rule: TierRule, zeros: 'counted' | 'left-out') => (value: number) => number;
}

type Steps = (value: number) => number;

/** Several columns of a nation, or one of the widest tables. */
const remember = rangeMemory<Result<PopulationRange>>(32, 2_000_000);

/** Reads a range of numbers; the same cells are read and sorted once, however many cells ask. */
const readPopulation = (argument: unknown, name: string): Result<PopulationRange> =>
  remember(argument, name, () => {
    const rows = readNumbers(argument, name);
    if (!rows.ok) return rows;
    const cells = rows.value.flat().filter((value) => value !== null);
    const present = cells.filter((value) => value !== 'zero-or-empty');
    const members = { counted: cells.map((value) => (value === 'zero-or-empty' ? 0 : value)), 'left-out': present };
    const steps = { counted: new Map<TierRule, Steps>(), 'left-out': new Map<TierRule, Steps>() };
    return ok({
      rows: rows.value,
      sorted: populationOf(present),
      untold: untoldCell(rows.value),
      stepsBy: (rule, zeros) => {
        const known = steps[zeros].get(rule) ?? tierSteps(members[zeros], rule);
        steps[zeros].set(rule, known);
        return known;
      },
    });
  });

const populationName = '母集団 / population';
const valuesName = '値 / values';

/** RANKIN: the rank of a value among a population, equal values sharing the best rank (1, 2, 2, 4), as RANK.EQ does. */
export const rankInPopulation = (
  valueArgument: unknown,
  populationArgument: unknown,
  lowerIsBetter: unknown,
): Result<number> => {
  const value = readOneNumber(valueArgument, '値 / value');
  if (!value.ok) return value;
  const population = readPopulation(populationArgument, populationName);
  if (!population.ok) return population;
  const { sorted, untold } = population.value;
  const better = directionOf(lowerIsBetter);
  // A zero that is not ahead of the value moves its rank nowhere, whether it is one or an empty cell.
  if (untold !== undefined && aheadOf(value.value, zeroAlone, better) > 0) return refuseUntold(populationName, untold);
  return ok(aheadOf(value.value, sorted, better) + 1);
};

const zeroAlone = populationOf([0]);

/** RANKS: the rank of every value of a range among all of them, in the shape of the range; empty cells stay empty. */
export const ranksOfRange = (values: unknown, lowerIsBetter: unknown): Result<(number | string)[][]> => {
  const range = readPopulation(values, valuesName);
  if (!range.ok) return range;
  const better = directionOf(lowerIsBetter);
  return shapedLike(range.value, (value) => aheadOf(value, range.value.sorted, better) + 1);
};

/** A cell that may be 0 or empty would be a number or nothing: then all are refused. */
const shapedLike = ({ rows, untold }: PopulationRange, of: (value: number) => number): Result<(number | string)[][]> =>
  untold === undefined
    ? ok(rows.map((row) => row.map((value) => (typeof value === 'number' ? of(value) : ''))))
    : refuseUntold(valuesName, untold);

const directionOf = (lowerIsBetter: unknown): Better =>
  lowerIsBetter === true || (typeof lowerIsBetter === 'number' && lowerIsBetter !== 0) ? 'lower' : 'higher';

/**
 * NATIONALRANK: the national rank of a total by what is published. A number where it is exact (R8); text 「512～530」 where published
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
  return ok(band.low === band.high ? band.low : rangeInWords(String(band.low), String(band.high)));
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

/** TIER: how many of the steps ア–エ a value reaches in a population, see `tierSteps`. */
export const tiersReached = (
  valueArgument: unknown,
  populationArgument: unknown,
  ruleArgument: unknown,
): Result<number> => {
  const value = readOneNumber(valueArgument, '値 / value');
  if (!value.ok) return value;
  const population = readPopulation(populationArgument, populationName);
  if (!population.ok) return population;
  const rule = readRule(ruleArgument);
  if (!rule.ok) return rule;
  const { untold, stepsBy } = population.value;
  // The more zeros count, the further the steps move one way: where both ends agree, so does all between.
  const reached = stepsBy(rule.value, 'left-out')(value.value);
  if (untold !== undefined && stepsBy(rule.value, 'counted')(value.value) !== reached)
    return refuseUntold(populationName, untold);
  return ok(reached);
};

/** TIERS: the same for every value of a range among all of them, in the shape of the range; empty cells stay empty. */
export const tiersOfRange = (values: unknown, ruleArgument: unknown): Result<(number | string)[][]> => {
  const range = readPopulation(values, valuesName);
  if (!range.ok) return range;
  const rule = readRule(ruleArgument);
  return rule.ok ? shapedLike(range.value, range.value.stepsBy(rule.value, 'left-out')) : rule;
};

const readRule = (argument: unknown): Result<TierRule> => {
  const name = readExcelValue(argument);
  const rule = typeof name === 'string' ? rules.get(foldLabel(name)) : undefined;
  if (rule !== undefined) return ok(rule);
  const found = name === null ? '' : String(name);
  return refuse(problem('function-unknown-rule', { found, expected: [...rules.keys()].join('・') }));
};
