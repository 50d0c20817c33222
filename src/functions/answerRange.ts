import { bareTable, decideYear, doubtsOf, findTables, readAnswers } from '../answers';
import { ok, problem, refuse, type Problem, type Result } from '../problems';
import { schemeHash, type Scheme } from '../schemes';
import { scoreByCriterion, type ScoreByCriterion } from '../score';
import { plainSheet, plainWorkbook, type Grid } from '../workbook';
import { readRange } from './arguments';
import { rangeMemory } from './rangeMemory';

/** What one range of answers says, scored. */
export interface AnswerRange extends ScoreByCriterion {
  readonly problems: readonly Problem[];
}

/** A prefecture has at most 179 municipalities; ranges unused for longest are read again. */
const remember = rangeMemory<Result<AnswerRange>>(200, 2_000_000);

/** Reads and scores an `answers` argument; the same cells under the same rules are read once, however many cells ask. */
export const readAnswerRange = (argument: unknown, scheme: Scheme): Result<AnswerRange> =>
  remember(argument, schemeHash(scheme), () => {
    const range = readRange(argument);
    return range.ok ? scoreGrid(range.value, scheme) : range;
  });

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
