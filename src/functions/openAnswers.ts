import { answerState } from '../answers';
import { problem, refuse, type Refusal } from '../kernel';
import { criterionIndexOf, type IndexedCriterion, isComputed, type Scheme } from '../schemes';
import type { Part } from './readPart';
import type { AnswerRange } from './readAnswerRange';

/** More names than this do not fit the card Excel shows beside the cell. */
const mostNames = 3;

/**
 * Why a part cannot be given points: a cell that cannot be read, or answers left out. Undefined when all is answered.
 * An indicator ranked on the own total depends on every answer, so its gaps are everybody's
 * (rules/grants.md#own-total).
 */
export const openAnswers = (scheme: Scheme, range: AnswerRange, part: Part): Refusal | undefined => {
  const unsettled = part.some(
    ({ entry }) => isComputed(entry.indicator) && range.awards[entry.index]?.points !== range.most[entry.index]?.points,
  );
  const asked = unsettled ? criterionIndexOf(scheme).all : part.map(({ entry }) => entry);
  const entries = asked.filter(({ indicator }) => !isComputed(indicator));
  const held = entries.find(({ index }) => range.states[index] === answerState.held);
  if (held !== undefined) {
    const said = range.problems.find(({ criterion, found }) => criterion === held.criterion.id && found !== undefined);
    return refuse(problem('function-unreadable', { found: said?.found ?? '' }, { place: nameOf(held) }));
  }
  const left = entries.filter(({ index }) => range.states[index] === answerState.unanswered);
  if (left.length === 0) return undefined;
  const names = left.slice(0, mostNames).map(nameOf).join('、');
  const rest = left.length > mostNames ? ` …(+${left.length - mostNames})` : '';
  return refuse(problem('function-unanswered', { found: `${names}${rest}` }));
};

const nameOf = ({ criterion, indicator }: IndexedCriterion): string =>
  `${criterion.id}（${indicator.name} ${criterion.label}）`;
