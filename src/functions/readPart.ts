import { foldText, ok, problem, refuse, type Result } from '../kernel';
import { criterionIndexOf, idsAsked, type IndexedCriterion, type Scheme, timesCounted } from '../schemes';
import { readCell } from './readRange';

/** The criteria a `part` argument names, each with how often it counts (a common goal counts in both grants). */
export type Part = readonly { readonly entry: IndexedCriterion; readonly times: 1 | 2 }[];

/**
 * Reads an id or its beginning: "P" a grant with its common goals, "P1" a goal, "P1p" a group, "P1p3" an indicator, "P1p3a1" a criterion;
 * "C" and a number is a common goal alone, once, and so is the number under "P" or "S". Left out = everything, a common goal
 * in both grants.
 */
export const readPart = (argument: unknown, scheme: Scheme): Result<Part> => {
  const value = readCell(argument);
  const text = value === null || value instanceof Date ? '' : foldText(String(value));
  const prefix = text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  const part = criterionIndexOf(scheme).all.flatMap((entry) => {
    const times = timesAsked(prefix, entry);
    return times === 0 ? [] : [{ entry, times }];
  });
  return part.length > 0
    ? ok(part)
    : refuse(problem('function-unknown-part', { found: text, expected: scheme.fiscalYear }));
};

const timesAsked = (prefix: string, { criterion, indicator }: IndexedCriterion): 0 | 1 | 2 =>
  prefix === '' ? timesCounted(indicator) : idsAsked(criterion.id).some((id) => id.startsWith(prefix)) ? 1 : 0;
