import { foldText, ok, problem, refuse, type Result } from '../kernel';
import type { Scheme } from '../schemes';
import { partNamed, type Part } from '../score';
import { readCell } from './readRange';

/** The part of the score that a `part` argument names, see `partNamed`; left out = everything. */
export const readPart = (argument: unknown, scheme: Scheme): Result<Part> => {
  const value = readCell(argument);
  const text = value === null || value instanceof Date ? '' : foldText(String(value));
  const part = partNamed(scheme, text);
  return part === undefined
    ? refuse(problem('function-unknown-part', { found: text, expected: scheme.fiscalYear }))
    : ok(part);
};
