import { problem, type Problem } from '../kernel';
import { type IndexedCriterion, pointsAtStake } from '../schemes';
import { answerState, type AnswerStateCode } from './answerState';
import type { SheetAnswer } from './sheetAnswers';
import { cellOfPlace, textOfPlace, type AnswerPlace } from './tables/answerPlace';

/** Two cells that answer one criterion differently. */
export interface Conflict {
  readonly entry: IndexedCriterion;
  readonly problem: Problem;
  /** The sheets the two cells stand on, each once. */
  readonly sheets: readonly string[];
}

export interface SettledCriterion {
  readonly state: AnswerStateCode;
  readonly at: AnswerPlace;
  readonly conflict?: Conflict;
}

/** One state from all the cells that answer a criterion; cells left unanswered yield to the others. Undefined without cells. */
export const settleCriterion = (
  entry: IndexedCriterion,
  answers: readonly SheetAnswer[],
): SettledCriterion | undefined => {
  const [only, second] = answers;
  if (only === undefined) return undefined;
  if (second === undefined) return { state: only.state, at: only };
  const said = answers.filter(({ state }) => state !== answerState.unanswered);
  const first = said[0] ?? only;
  const other = said.find(({ state }) => state !== first.state);
  if (other === undefined) return { state: first.state, at: first };
  const { criterion, indicator } = entry;
  const disagreement = problem(
    'answers-disagree',
    {
      ...cellOfPlace(other),
      found: textOrBlank(other),
      expected: textOrBlank(first),
      criterion: criterion.id,
      pointsAtStake: pointsAtStake(indicator, criterion.points),
    },
    { other: Object.values(cellOfPlace(first)).join('!') },
  );
  const sheets = [...new Set([first.sheet.name, other.sheet.name])];
  return { state: answerState.held, at: first, conflict: { entry, problem: disagreement, sheets } };
};

const textOrBlank = (answer: SheetAnswer): string => (answer.blank ? '空欄' : textOfPlace(answer));
