import { problem, type Problem } from '../problems';
import { criterionIndexOf, isComputed, type Scheme } from '../schemes';
import { answerState } from './answerState';
import type { Answers, MunicipalityAnswers } from './answers';

/** Found rows below this share of the criteria are a question of their own. */
const mostOfCriteria = 0.8;
/** A form with fewer "no" and not one "yes" may be a small part of one. */
const fewestNo = 10;

/**
 * Holds answers that are hardly those a municipality gave (rules/design.md#grounds): without a single "yes" every "no" is
 * held, and a form of which many criteria have no row is a question; the result is a range either way.
 */
export const heldWhereDoubtful = (answers: Answers): Answers => {
  const problems: Problem[] = [];
  const municipalities = answers.municipalities.map((one): MunicipalityAnswers => {
    const doubts = doubtsAbout(answers.scheme, one);
    problems.push(...doubts.problems);
    return { ...one, states: doubts.states };
  });
  return { ...answers, municipalities, problems: [...problems, ...answers.problems] };
};

const doubtsAbout = (
  scheme: Scheme,
  { states, cellOf }: MunicipalityAnswers,
): { readonly states: Uint8Array; readonly problems: readonly Problem[] } => {
  const asked = criterionIndexOf(scheme).all.filter(({ indicator }) => !isComputed(indicator));
  const found = asked.filter(({ index }) => cellOf(index) !== undefined).length;
  const few =
    found > 0 && found < asked.length * mostOfCriteria
      ? [problem('few-criteria', {}, { count: found, of: asked.length })]
      : [];
  const no = asked.filter(({ index }) => states[index] === answerState.unmet).length;
  const yes = asked.some(({ index }) => states[index] === answerState.met || states[index] === answerState.held);
  if (yes || no < fewestNo) return { states, problems: few };
  const held = states.map((state) => (state === answerState.unmet ? answerState.held : state));
  return { states: held, problems: [problem('no-yes-anywhere', {}, { count: no }), ...few] };
};
