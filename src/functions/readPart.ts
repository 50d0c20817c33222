import { foldText, ok, problem, refuse, type Result } from '../kernel';
import { criterionIndexOf, type IndexedCriterion, type Scheme } from '../schemes';
import { readCell } from './readRange';

/** The criteria a `part` argument names, each with how often it counts (goal Ⅳ counts in both grants). */
export type Part = readonly { readonly entry: IndexedCriterion; readonly times: 1 | 2 }[];

/**
 * Reads an id or its beginning: "P" a grant with goal Ⅳ, "P1" a goal, "P1p" a group, "P1p3" an indicator, "P1p3a1" a criterion;
 * "C4" is goal Ⅳ alone, once, and so are "P4" and "S4". Left out = everything, goal Ⅳ in both grants.
 */
export const readPart = (argument: unknown, scheme: Scheme): Result<Part> => {
  const value = readCell(argument);
  const text = value === null || value instanceof Date ? '' : foldText(String(value));
  const prefix = text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  const part = criterionIndexOf(scheme).all.flatMap((entry) => {
    const times = timesIn(prefix, entry.criterion.id);
    return times === 0 ? [] : [{ entry, times }];
  });
  return part.length > 0
    ? ok(part)
    : refuse(problem('function-unknown-part', { found: text, expected: scheme.fiscalYear }));
};

const timesIn = (prefix: string, id: string): 0 | 1 | 2 => {
  const common = id.startsWith('C');
  if (prefix === '') return common ? 2 : 1;
  if (common && (prefix === 'P' || prefix === 'S')) return 1;
  return id.startsWith(prefix.replace(/^[PS]4/, 'C4')) ? 1 : 0;
};
