import { ok, type Result } from '../kernel';
import { rankIn } from '../rank';
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
  return ok(rankIn(value.value, presentIn(population.value), isYes(lowerIsBetter) ? 'lower' : 'higher'));
};

/** The numbers that are there; empty cells are no members. */
export const presentIn = (rows: readonly (readonly (number | null)[])[]): readonly number[] =>
  rows.flat().filter((value) => value !== null);

const isYes = (argument: unknown): boolean => argument === true || (typeof argument === 'number' && argument !== 0);
