import { answerState, bareTable, decideYear, doubtsOf, findTables, readAnswers } from '../answers';
import { ok, problem, refuse, type Problem, type Result } from '../problems';
import { schemeHash, type Scheme } from '../schemes';
import { scoreByCriterion, type ScoreByCriterion } from '../score';
import { parseA1, plainSheet, plainWorkbook, type Grid } from '../workbook';
import { readRange, type PlaceInRange } from './arguments';
import { rangeMemory } from './rangeMemory';

/** What one range of answers says, scored. */
export interface AnswerRange extends ScoreByCriterion {
  readonly problems: readonly Problem[];
  /** The cell of criterion `index` where it holds a 0, which may be an empty cell. */
  readonly zeroAt: (index: number) => PlaceInRange | undefined;
}

/** A prefecture has at most 179 municipalities; ranges unused for longest are read again. */
const remember = rangeMemory<Result<AnswerRange>>(200, 2_000_000);

/** Reads and scores an `answers` argument; the same cells under the same rules are read once, however many cells ask. */
export const readAnswerRange = (argument: unknown, scheme: Scheme): Result<AnswerRange> =>
  remember(argument, schemeHash(scheme), () => {
    const range = readRange(argument);
    return range.ok ? scoreGrid(range.value, scheme) : range;
  });

/** A 0 may be an empty cell, so it is read as one: never as a mark (rules/excel.md#custom-functions). */
const scoreGrid = (given: Grid, scheme: Scheme): Result<AnswerRange> => {
  const nothing = refuse(problem('function-no-answers', { found: scheme.fiscalYear }));
  const grid = given.map((row) => row.map((value) => (value === 0 ? null : value)));
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
  const hasZero = given.some((row) => row.includes(0));
  const zeroAt = (index: number): PlaceInRange | undefined => {
    if (!hasZero) return undefined;
    const place = parseA1(municipality.cellOf(index)?.cell ?? '');
    if (place === undefined || given[place.top]?.[place.left] !== 0) return undefined;
    return { row: place.top + 1, column: place.left + 1 };
  };
  // Not even where the blanks of a column mean "no": a person may have typed 0 for ○.
  const states = municipality.states.map((state, index) =>
    zeroAt(index) === undefined ? state : answerState.unanswered,
  );
  return ok({ ...scoreByCriterion(scheme, states), problems, zeroAt });
};
