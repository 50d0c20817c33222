import { answerState } from '../answers';
import { marginalValue, nothingTold, publishedStandpoint, pursue, readGoal } from '../outlook';
import { ok, outlookProblem, problem, refuse, type Result } from '../problems';
import { criterionIndexOf, isComputed, nationalOf, type IndexedCriterion, type Scheme } from '../schemes';
import { partNamed } from '../score';

/*
 * VALUE and NEXT. Nothing else among the functions looks out, and most workbooks never ask: this is loaded at the first call
 * (decisions/value-and-next.md).
 */

/** Answers of which none is open. */
export interface CompleteAnswers {
  readonly scheme: Scheme;
  /** One `answerState` per criterion. */
  readonly states: Uint8Array;
}

/** VALUE: what the total gains when this one criterion is met too, 0 where it is met already. */
export const valueOfCriterion = (answers: CompleteAnswers, criterion: string): Result<number> => {
  const entry = criterionNamed(answers.scheme, criterion);
  if (!entry.ok) return entry;
  if (answers.states[entry.value.index] === answerState.met) return ok(0);
  return ok(marginalValue(standpointOf(answers), entry.value).gain.points.least);
};

const criterionNamed = (scheme: Scheme, found: string): Result<IndexedCriterion> => {
  const part = partNamed(scheme, found);
  if (part === undefined) return refuse(problem('function-unknown-part', { found, expected: scheme.fiscalYear }));
  const [first, ...others] = part;
  if (first === undefined || others.length > 0) return refuse(outlookProblem('function-needs-criterion', { found }));
  return isComputed(first.entry.indicator)
    ? refuse(outlookProblem('function-computed-criterion', { found }))
    : ok(first.entry);
};

/**
 * NEXT: the criteria that reach a goal with the least work, under a header and over the total they come to; no criteria where
 * the goal is met already.
 */
export const nextForGoal = (answers: CompleteAnswers, text: string): Result<(string | number)[][]> => {
  const goal = readGoal(text);
  if (!goal.ok) return goal;
  const pursued = pursue(standpointOf(answers), goal.value, nothingTold);
  if (!pursued.ok) return pursued;
  const { reached, plan, after, problems } = pursued.value;
  if (!reached) return { ok: false, problems };
  const { all } = criterionIndexOf(answers.scheme);
  const rows = plan.criteria.flatMap((index) => {
    const entry = all[index];
    if (entry === undefined) return [];
    return [[entry.criterion.id, entry.indicator.name, entry.criterion.label, entry.criterion.points]];
  });
  return ok([['枝番ID', '指標', '枝番', '配点'], ...rows, ['', '達成後の総得点', '', after.points.total.least]]);
};

const standpointOf = ({ scheme, states }: CompleteAnswers) =>
  publishedStandpoint(scheme, states, nationalOf(scheme.fiscalYear));
