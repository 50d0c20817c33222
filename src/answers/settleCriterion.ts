import { problem, type Problem } from '../kernel';
import { answerState } from './answerState';
import type { AnswerCell } from './answers';
import type { IndexedCriterion } from './criterionIndex';
import { pointsAtStake } from './pointsAtStake';
import type { SheetAnswer } from './sheetAnswers';

/** Two cells that answer one criterion differently. */
export interface Conflict {
  readonly entry: IndexedCriterion;
  readonly problem: Problem;
  /** The sheets the two cells stand on, each once. */
  readonly sheets: readonly string[];
}

export interface SettledCriterion {
  readonly state: number;
  readonly cell: AnswerCell;
  readonly conflict?: Conflict;
}

/** One state from all the cells that answer a criterion; cells left unanswered yield to the others. Undefined without cells. */
export const settleCriterion = (
  entry: IndexedCriterion,
  answers: readonly SheetAnswer[],
): SettledCriterion | undefined => {
  const said = answers.filter(({ state }) => state !== answerState.unanswered);
  const [first] = said.length > 0 ? said : answers;
  if (first === undefined) return undefined;
  const cell = { sheet: first.sheet, cell: first.cell };
  const other = said.find(({ state }) => state !== first.state);
  if (other === undefined) return { state: first.state, cell };
  const { criterion, indicator } = entry;
  const disagreement = problem(
    'answers-disagree',
    {
      sheet: other.sheet,
      cell: other.cell,
      found: textOrBlank(other),
      expected: textOrBlank(first),
      criterion: criterion.id,
      pointsAtStake: pointsAtStake(indicator, criterion.points),
    },
    { other: `${first.sheet}!${first.cell}` },
  );
  const sheets = [...new Set([first.sheet, other.sheet])];
  return { state: answerState.held, cell, conflict: { entry, problem: disagreement, sheets } };
};

const textOrBlank = ({ blank, found }: SheetAnswer): string => (blank ? '空欄' : found);
