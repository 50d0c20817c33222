import { problem, type Problem } from '../problems';
import { criterionIndexOf, isComputed, type IndexedCriterion, type Scheme } from '../schemes';
import { answerState } from './answerState';
import { askedAt, type Answers, type MunicipalityAnswers } from './answers';

/** A form with fewer "no" and not one "yes" may be a small part of one. */
const fewestNo = 10;

/**
 * Holds answers that are hardly those a municipality gave (rules/design.md#grounds): without a single "yes" every "no" is
 * held, and the result is a range.
 */
export const heldWhereDoubtful = (answers: Answers): Answers => {
  const problems: Problem[] = [];
  const municipalities = answers.municipalities.map((one): MunicipalityAnswers => {
    const no = noWithoutYes(answers.scheme, one);
    if (no.length < fewestNo) return one;
    const asked = { by: 'met-unmet', cells: askedAt(one, no) } as const;
    problems.push(problem('no-yes-anywhere', { asked }, { count: no.length }));
    return { ...one, states: one.states.map((state) => (state === answerState.unmet ? answerState.held : state)) };
  });
  return { ...answers, municipalities, problems: [...problems, ...answers.problems] };
};

/** The answers that say "no" where none says "yes" or is in doubt; none where one does. */
const noWithoutYes = (scheme: Scheme, { states }: MunicipalityAnswers): readonly IndexedCriterion[] => {
  const no: IndexedCriterion[] = [];
  for (const entry of criterionIndexOf(scheme).all) {
    if (isComputed(entry.indicator)) continue;
    const state = states[entry.index];
    if (state === answerState.met || state === answerState.held) return [];
    if (state === answerState.unmet) no.push(entry);
  }
  return no;
};
