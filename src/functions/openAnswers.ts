import { answerState } from '../answers';
import { problem, refuse, type Refusal } from '../kernel';
import type { IndexedCriterion } from '../schemes';
import { openIn, type Part } from '../score';
import type { AnswerRange } from './readAnswerRange';

/** More names than this do not fit the card Excel shows beside the cell. */
const mostNames = 3;

/** Why a part cannot be given points: a cell that cannot be read, or answers left out. Undefined when all is answered. */
export const openAnswers = (range: AnswerRange, part: Part): Refusal | undefined => {
  const left = openIn(range, part);
  const held = left.find(({ index }) => range.states[index] === answerState.held);
  if (held !== undefined) {
    const said = range.problems.find(({ criterion, found }) => criterion === held.criterion.id && found !== undefined);
    return refuse(problem('function-unreadable', { found: said?.found ?? '' }, { place: nameOf(held) }));
  }
  if (left.length === 0) return undefined;
  const names = left.slice(0, mostNames).map(nameOf).join('、');
  const rest = left.length > mostNames ? ` …(+${left.length - mostNames})` : '';
  return refuse(problem('function-unanswered', { found: `${names}${rest}` }));
};

const nameOf = ({ criterion, indicator }: IndexedCriterion): string =>
  `${criterion.id}（${indicator.name} ${criterion.label}）`;
