import { bareTable, decideYear, doubtsOf, findTables, readAnswers } from '../answers';
import { sha256Hex } from '../kernel';
import { ok, problem, refuse, type Problem, type Result } from '../problems';
import { schemeHash, type Scheme } from '../schemes';
import { scoreByCriterion, type ScoreByCriterion } from '../score';
import { plainSheet, plainWorkbook, type Grid } from '../workbook';
import { readRange } from './arguments';

/** Looks a value up by its key, or makes and keeps it; the key must say everything the value depends on. */
type Remember<Value> = (key: string, make: () => Value) => Value;

/** A memory for at most `most` values; the one unused for longest is forgotten first. */
const rememberUpTo = <Value>(most: number): Remember<Value> => {
  const kept = new Map<string, { readonly value: Value }>();
  return (key, make) => {
    const known = kept.get(key) ?? { value: make() };
    kept.delete(key);
    kept.set(key, known);
    if (kept.size > most) kept.delete(kept.keys().next().value ?? key);
    return known.value;
  };
};

/** What one range of answers says, scored. */
export interface AnswerRange extends ScoreByCriterion {
  readonly problems: readonly Problem[];
}

/** A prefecture has at most 179 municipalities; ranges unused for longest are read again. */
const remember = rememberUpTo<Result<AnswerRange>>(200);

/** Reads and scores an `answers` argument; the same cells under the same rules are read once, however many cells ask. */
export const readAnswerRange = (argument: unknown, scheme: Scheme): Result<AnswerRange> => {
  const range = readRange(argument);
  if (!range.ok) return range;
  return remember(`${schemeHash(scheme)}\n${keyOf(range.value)}`, () => scoreGrid(range.value, scheme));
};

/** The cells themselves are quicker to compare than to hash; only a range larger than any form is kept by its hash. */
const keyOf = (grid: Grid): string => {
  const cells = JSON.stringify(grid);
  return cells.length > longestKey ? sha256Hex(cells) : cells;
};

/** Characters; the form of a year has about 15,000. */
const longestKey = 50_000;

const scoreGrid = (grid: Grid, scheme: Scheme): Result<AnswerRange> => {
  const nothing = refuse(problem('function-no-answers', { found: scheme.fiscalYear }));
  const sheet = plainSheet('', grid);
  const headed = findTables(plainWorkbook(sheet)).filter(({ answerColumns }) => answerColumns.length > 0);
  const bare = headed.length > 0 ? undefined : bareTable(sheet, scheme);
  const tables = bare === undefined ? headed : [bare];
  if (tables.length === 0) return nothing;
  const year = decideYear(tables, { asked: scheme.fiscalYear, scheme });
  if (!year.ok) return year;
  const answers = readAnswers(scheme, tables);
  if (!answers.ok) return nothing;
  const [municipality, ...others] = answers.value.municipalities;
  if (municipality === undefined) return nothing;
  if (others.length > 0) {
    return refuse(problem('function-several-municipalities', { found: String(others.length + 1) }));
  }
  const problems = [...answers.value.problems, ...doubtsOf(scheme, municipality)];
  return ok({ ...scoreByCriterion(scheme, municipality.states), problems });
};
