import { problem, type Problem } from '../../kernel';
import { a1, cellAt, type CellValue } from '../../workbook';
import { answerState } from '../answerState';
import type { IndexedCriterion } from '../criterionIndex';
import { readMark, readNumber, textOf, type MarkMeanings, type MarkReading } from '../marks';
import type { AnswerTable } from './answerTable';
import type { CriterionRow, SumRow, TableRows } from './readTable';

/** One cell's answer to one criterion; `blank` is settled for the column as a whole. */
export interface ColumnAnswer {
  readonly criterion: IndexedCriterion;
  readonly state: number | 'blank';
  readonly sheet: string;
  readonly cell: string;
  readonly found: string;
}

/** A sum printed in the column, to be compared with ours. */
export interface PrintedSum extends SumRow {
  readonly value: number;
  readonly sheet: string;
  readonly cell: string;
}

export interface ColumnReading {
  readonly answers: readonly ColumnAnswer[];
  /** True when the column says "no" somewhere (×, 0, 非該当), so that a blank is an answer left out (design §5). */
  readonly saysNo: boolean;
  /** True when the column says "yes" anywhere. */
  readonly saysYes: boolean;
  readonly sums: readonly PrintedSum[];
  readonly problems: readonly Problem[];
}

/** Reads one column of answers of a table. */
export const readColumn = (
  table: AnswerTable,
  rows: TableRows,
  column: number,
  meanings: MarkMeanings,
): ColumnReading => {
  const read = rows.criteria.map((row) => ({ ...row, reading: readCell(table, row.row, column, meanings) }));
  const binary = read.every(({ reading }) => reading.kind !== 'number' || reading.value === 0 || reading.value === 1);
  const settled = read.map(({ row, criterion, reading }) => settle(table, row, column, criterion, reading, binary));
  return {
    answers: settled.map(({ answer }) => answer),
    saysNo: settled.some(({ answer }) => answer.state === answerState.unmet),
    saysYes: settled.some(({ answer }) => answer.state === answerState.met),
    sums: rows.sums.flatMap((sum) => printedSum(table, sum, column)),
    problems: [...settled.flatMap(({ problems }) => problems), ...hiddenAnswers(table, rows.criteria, column)],
  };
};

const readCell = (table: AnswerTable, row: number, column: number, meanings: MarkMeanings): MarkReading => {
  const cell = cellAt(table.sheet.grid, row, column);
  if (cell !== null && cell !== '') return readMark(cell, meanings);
  if (table.sheet.uncalculated.includes(a1(row, column)))
    return { kind: 'held', why: 'unreadable', text: '（未計算の数式）' };
  const merged = table.sheet.merges.some(
    ({ top, bottom, left, right }) => row > top && row <= bottom && column >= left && column <= right,
  );
  return merged ? { kind: 'held', why: 'unreadable', text: '（結合セル）' } : { kind: 'blank' };
};

const settle = (
  table: AnswerTable,
  row: number,
  column: number,
  criterion: IndexedCriterion,
  reading: MarkReading,
  binary: boolean,
): { readonly answer: ColumnAnswer; readonly problems: readonly Problem[] } => {
  const cell = a1(row, column);
  const found = textOf(cellAt(table.sheet.grid, row, column));
  const answer = (state: ColumnAnswer['state']): ColumnAnswer => ({
    criterion,
    state,
    sheet: table.sheet.name,
    cell,
    found,
  });
  const { id, points } = criterion.criterion;
  const place = { sheet: table.sheet.name, cell, found, criterion: id, pointsAtStake: points };
  const held = (
    name: Parameters<typeof problem>[0],
    facts: Record<string, string | number> = {},
    expected = '○ か ×',
  ) => ({
    answer: answer(answerState.held),
    problems: [
      problem(name, { ...place, expected, found: facts['text'] === undefined ? found : String(facts['text']) }, facts),
    ],
  });
  switch (reading.kind) {
    case 'met':
    case 'unmet': {
      const struck = table.sheet.struckThrough.includes(cell);
      return { answer: answer(answerState[reading.kind]), problems: struck ? [problem('struck-through', place)] : [] };
    }
    case 'blank':
      return { answer: answer('blank'), problems: [] };
    case 'placeholder':
      return { answer: answer('blank'), problems: [problem('placeholder', place)] };
    case 'not-applicable':
      return { answer: answer(answerState.unmet), problems: [problem('not-applicable', place)] };
    case 'ask':
      return held('ask-mark', { text: reading.text });
    case 'held':
      return held(heldName(reading.why), { text: reading.text });
    case 'number':
      if (reading.value === 0) return { answer: answer(answerState.unmet), problems: [] };
      if (reading.value === points || (binary && reading.value === 1)) {
        return { answer: answer(answerState.met), problems: [] };
      }
      return held('points-out-of-range', {}, `0 か ${points}`);
  }
};

const heldName = (why: Extract<MarkReading, { kind: 'held' }>['why']): Parameters<typeof problem>[0] => {
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

const printedSum = (table: AnswerTable, sum: SumRow, column: number): readonly PrintedSum[] => {
  const value: CellValue = cellAt(table.sheet.grid, sum.row, column);
  const reading = readNumber(value);
  return reading.kind === 'number'
    ? [{ ...sum, value: reading.value, sheet: table.sheet.name, cell: a1(sum.row, column) }]
    : [];
};

/** Answers in hidden or filtered rows count, and the reader is told (ux-reliability §7 rows 57, 58). */
const hiddenAnswers = (table: AnswerTable, rows: readonly CriterionRow[], column: number): readonly Problem[] => {
  const hidden = rows.filter(
    ({ row }) => table.sheet.hiddenRows.has(row) && cellAt(table.sheet.grid, row, column) !== null,
  );
  const [first] = hidden;
  if (first === undefined) return [];
  return [
    problem(
      table.sheet.filtered ? 'filtered-answers' : 'hidden-answers',
      { sheet: table.sheet.name, cell: a1(first.row, column) },
      { count: hidden.length },
    ),
  ];
};
