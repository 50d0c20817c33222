import { problem, type Problem, type ProblemNeeding } from '../../kernel';
import { pointsAtStake, type IndexedCriterion } from '../../schemes';
import { a1, cellAt } from '../../workbook';
import { answerState, type AnswerStateCode } from '../answerState';
import { readMark, type HeldMark, type MarkMeanings, type MarkReading } from '../marks';
import { cellOfPlace, textOfPlace, type AnswerPlace } from './answerPlace';
import type { AnswerTable } from './answerTable';
import { cellMarksOf } from './cellMarks';
import type { CriterionRow } from './readTable';

/** One cell's answer to one criterion; `blank` is settled for the column as a whole. */
export interface ColumnAnswer extends AnswerPlace {
  readonly criterion: IndexedCriterion;
  readonly state: AnswerStateCode | 'blank';
}

export interface SettledCell {
  readonly answer: ColumnAnswer;
  readonly problems: readonly Problem[];
}

/** A cell that has been read, but not yet held against its criterion and its column. */
export interface CellReading extends CriterionRow {
  readonly column: number;
  readonly reading: MarkReading | { readonly kind: 'uncalculated' } | { readonly kind: 'swallowed' };
}

/** Reads the cell of a criterion's row in an answer column. */
export const readCell = (
  { sheet }: AnswerTable,
  { row, criterion }: CriterionRow,
  column: number,
  meanings: MarkMeanings,
): CellReading => {
  const cell = cellAt(sheet.grid, row, column);
  if (cell === null || cell === '') {
    const marks = cellMarksOf(sheet);
    if (marks.uncalculated.has(a1(row, column))) return { row, criterion, column, reading: { kind: 'uncalculated' } };
    if (marks.swallowed(row, column)) return { row, criterion, column, reading: { kind: 'swallowed' } };
  }
  return { row, criterion, column, reading: readMark(cell, meanings) };
};

type HeldName = ProblemNeeding<never>;

/** Settles what a cell answers; `binary` = the column's bare numbers are all 1 and 0 and stand for yes and no. */
export const settleCell = (
  { sheet }: AnswerTable,
  { row, column, criterion, reading }: CellReading,
  binary: boolean,
): SettledCell => {
  const { points } = criterion.criterion;
  const as = (state: ColumnAnswer['state'], problems: readonly Problem[] = nothing): SettledCell => ({
    answer: { criterion, state, sheet, row, column },
    problems,
  });
  const place = () => placeOf({ sheet, row, column }, criterion);
  const held = (name: HeldName, expected = '○ か ×'): SettledCell =>
    as(answerState.held, [problem(name, { ...place(), expected })]);
  switch (reading.kind) {
    case 'met':
    case 'unmet': {
      const { struckThrough } = cellMarksOf(sheet);
      const struck = struckThrough.size > 0 && struckThrough.has(a1(row, column));
      return as(answerState[reading.kind], struck ? [problem('struck-through', place())] : nothing);
    }
    case 'blank':
      return as('blank');
    case 'placeholder':
      return as('blank', [problem('placeholder', place())]);
    case 'not-applicable':
      return as(answerState.unmet, [problem('not-applicable', place())]);
    case 'ask':
      return held('ask-mark');
    case 'uncalculated':
      return held('uncalculated-answer');
    case 'swallowed':
      return held('merged-answer');
    case 'held':
      return held(heldName(reading.why));
    case 'number':
      if (reading.value === 0) return as(answerState.unmet);
      if (reading.value === points || (binary && !reading.inPoints && reading.value === 1)) return as(answerState.met);
      return held('points-out-of-range', `0 か ${points}`);
  }
};

/** Most cells have nothing to say. */
const nothing: readonly Problem[] = [];

const placeOf = (at: AnswerPlace, { criterion, indicator }: IndexedCriterion) => ({
  ...cellOfPlace(at),
  found: textOfPlace(at),
  criterion: criterion.id,
  pointsAtStake: pointsAtStake(indicator, criterion.points),
});

const heldName = (why: HeldMark): HeldName => {
  switch (why) {
    case 'triangle':
      return 'triangle-mark';
    case 'annotated':
      return 'annotated-mark';
    case 'cell-error':
      return 'cell-error';
    case 'date':
      return 'turned-into-date';
    case 'circled':
      return 'circled-number';
    case 'too-large':
      return 'number-too-large';
    case 'grouping':
    case 'european':
    case 'parentheses':
    case 'approximate':
    case 'dash':
    case 'not-a-number':
    case 'unreadable':
      return 'unreadable-mark';
  }
};
