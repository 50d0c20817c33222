import { problem, type Problem } from '../problems';
import { criterionIndexOf, isComputed, type Scheme } from '../schemes';
import { answerState } from './answerState';
import type { Answers, MunicipalityAnswers } from './answers';

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
    if (no < fewestNo) return one;
    problems.push(problem('no-yes-anywhere', {}, { count: no }));
    return { ...one, states: one.states.map((state) => (state === answerState.unmet ? answerState.held : state)) };
  });
  return { ...answers, municipalities, problems: [...problems, ...answers.problems] };
};

/** How many answers say "no" where none says "yes" or is in doubt; 0 where one does. */
const noWithoutYes = (scheme: Scheme, { states }: MunicipalityAnswers): number => {
  let no = 0;
  for (const { index, indicator } of criterionIndexOf(scheme).all) {
    if (isComputed(indicator)) continue;
    const state = states[index];
    if (state === answerState.met || state === answerState.held) return 0;
    if (state === answerState.unmet) no += 1;
  }
  return no;
};
