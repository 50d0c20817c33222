import { ok, type Result } from '../kernel';
import { readNumber, readNumbers } from './readNumbers';

/** RANKIN: the rank of a value among a population, equal values sharing the best rank (1, 2, 2, 4), as RANK.EQ does. */
export const rankInPopulation = (
  valueArgument: unknown,
  populationArgument: unknown,
  lowerIsBetter: unknown,
): Result<number> => {
  const value = readNumber(valueArgument, '値 / value');
  if (!value.ok) return value;
  const population = readNumbers(populationArgument, '母集団 / population');
  if (!population.ok) return population;
  return ok(betterThan(value.value, presentIn(population.value), isYes(lowerIsBetter) ? 'lower' : 'higher') + 1);
};

/** How many of a population are strictly better than a value. */
export const betterThan = (
  value: number,
  population: readonly number[],
  better: 'higher' | 'lower',
): number => population.filter((other) => (better === 'higher' ? other > value : other < value)).length;

/** The numbers that are there; empty cells are no members. */
export const presentIn = (rows: readonly (readonly (number | null)[])[]): readonly number[] =>
  rows.flat().filter((value) => value !== null);

const isYes = (argument: unknown): boolean => argument === true || (typeof argument === 'number' && argument !== 0);
