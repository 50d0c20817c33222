import { problem, type Problem, type ProblemNeeding } from '../../problems';
import { pointsAtStake, type IndexedCriterion } from '../../schemes';
import { a1, cellAt, type SheetContent } from '../../workbook';
import { answerState, type AnswerStateCode } from '../answerState';
import { readMark, textOf, type HeldMark, type MarkMeanings, type MarkReading } from '../marks';
import type { CriterionRow } from './tableRows';
import type { AnswerTable } from './answerTable';

/** One cell's answer to one criterion; `blank` is settled for the column as a whole. */
export interface ColumnAnswer extends AnswerPlace {
  readonly criterion: IndexedCriterion;
  readonly state: AnswerStateCode | 'blank';
}

interface SettledCell {
  readonly answer: ColumnAnswer;
  readonly problems: readonly Problem[];
}

/** A cell that has been read, but not yet held against its criterion and its column. */
export interface CellReading extends CriterionRow {
  readonly column: number;
  readonly reading: MarkReading | { readonly kind: 'uncalculated' } | { readonly kind: 'swallowed' };
}

/** Reads the cell of a criterion's row in an answer column. */
export const readAnswerCell = (
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

/** A cell of a sheet; its address and text are put into words only when somebody asks, which is rarely. */
export interface AnswerPlace {
  readonly sheet: SheetContent;
  readonly row: number;
  readonly column: number;
}

/** Sheet name and A1 address. */
export const cellOfPlace = ({
  sheet,
  row,
  column,
}: AnswerPlace): { readonly sheet: string; readonly cell: string } => ({
  sheet: sheet.name,
  cell: a1(row, column),
});

/** What stands there, as a person would read it out. */
export const textOfPlace = ({ sheet, row, column }: AnswerPlace): string => textOf(cellAt(sheet.grid, row, column));

/** What a sheet says about single cells, ready to be asked many times. */
interface CellMarks {
  /** A1 addresses. */
  readonly uncalculated: ReadonlySet<string>;
  readonly struckThrough: ReadonlySet<string>;
  /** True for a cell of a merged block other than its top-left one. */
  readonly swallowed: (row: number, column: number) => boolean;
}

const made = new WeakMap<SheetContent, CellMarks>();

/** The marks of a sheet, gathered once; a hostile sheet lists millions. */
const cellMarksOf = (sheet: SheetContent): CellMarks => {
  const known = made.get(sheet);
  if (known !== undefined) return known;
  const columns = new Map<number, readonly Span[]>();
  const marks: CellMarks = {
    uncalculated: new Set(sheet.uncalculated),
    struckThrough: new Set(sheet.struckThrough),
    swallowed: (row, column) => {
      const spans = columns.get(column) ?? swallowedRows(sheet, column);
      columns.set(column, spans);
      return lies(row, spans);
    },
  };
  made.set(sheet, marks);
  return marks;
};

/** Rows of one column, both ends included. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/** The rows of a column that merged blocks swallow, in order, joined where they touch. */
const swallowedRows = (sheet: SheetContent, column: number): readonly Span[] => {
  const spans = sheet.merges
    .filter(({ left, right }) => column >= left && column <= right)
    .map(({ top, left, bottom }): Span => ({ first: column === left ? top + 1 : top, last: bottom }))
    .filter(({ first, last }) => first <= last)
    .sort((one, other) => one.first - other.first);
  const joined: Span[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    if (before === undefined || span.first > before.last) joined.push(span);
    else joined[joined.length - 1] = { first: before.first, last: Math.max(before.last, span.last) };
  }
  return joined;
};

const lies = (row: number, spans: readonly Span[]): boolean => {
  let [low, high] = [0, spans.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span === undefined) return false;
    if (row < span.first) high = middle - 1;
    else if (row > span.last) low = middle + 1;
    else return true;
  }
  return false;
};
