import { ok, problem, refuse, type Result } from '../kernel';
import { readRange } from './readRange';

/** The numbers of a range, row by row; an empty cell is null, and anything that is no number is refused by its text. */
export const readNumbers = (argument: unknown, name: string): Result<readonly (readonly (number | null)[])[]> => {
  const range = readRange(argument);
  if (!range.ok) return range;
  const wrong = range.value.flat().find((value) => value !== null && typeof value !== 'number');
  if (wrong !== undefined) {
    return refuse(problem('function-not-a-number', { found: String(wrong), expected: '数値 / number' }, { name }));
  }
  return ok(range.value.map((row) => row.map((value) => (typeof value === 'number' ? value : null))));
};

/** One number. */
export const readNumber = (argument: unknown, name: string): Result<number> => {
  const numbers = readNumbers(argument, name);
  if (!numbers.ok) return numbers;
  const value = numbers.value[0]?.[0] ?? null;
  return value === null
    ? refuse(problem('function-not-a-number', { found: '', expected: '数値 / number' }, { name }))
    : ok(value);
};
