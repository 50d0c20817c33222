import { problem, type Problem } from '../../problems';
import { a1, cellAt } from '../../workbook';
import { answerState } from '../answerState';
import { readNumber } from '../numbers';
import type { MarkMeanings } from '../marks';
import type { AnswerTable } from './answerTable';
import type { CriterionRow, SumRow, TableRows } from './tableRows';
import { readAnswerCell, settleCell, type CellReading, type ColumnAnswer } from './answerCells';
import type { SumTarget } from './sumTargets';

/** A sum printed in the column, and what it may be the sum of, likeliest first; to be compared with ours. */
export interface PrintedSum {
  readonly targets: readonly SumTarget[];
  readonly value: number;
  readonly sheet: string;
  readonly cell: string;
}

export interface ColumnReading {
  readonly sheet: string;
  readonly answers: readonly ColumnAnswer[];
  /**
   * True when the column says "no" somewhere (×, 0, 非該当), so that a blank is an answer left out
   * (rules/design.md#blanks-and-numbers).
   */
  readonly saysNo: boolean;
  /** True when the column says "yes" anywhere. */
  readonly saysYes: boolean;
  readonly sums: readonly PrintedSum[];
  readonly problems: readonly Problem[];
}

/** Reads one column of answers of a table; sums are also looked for in `sumColumns`, the first that has one counts. */
export const readColumn = (
  table: AnswerTable,
  rows: TableRows,
  column: number,
  meanings: MarkMeanings,
  sumColumns: readonly number[] = [column],
): ColumnReading => {
  const read = rows.criteria.map((row) => readAnswerCell(table, row, column, meanings));
  const binary = read.every(({ reading }) => reading.kind !== 'number' || reading.value === 0 || reading.value === 1);
  const settled = read.map((cell) => settleCell(table, cell, binary));
  return {
    sheet: table.sheet.name,
    answers: settled.map(({ answer }) => answer),
    saysNo: settled.some(({ answer }) => answer.state === answerState.unmet) || read.some(mentionsNo),
    saysYes: settled.some(({ answer }) => answer.state === answerState.met),
    sums: rows.sums.flatMap((sum) => printedSum(table, sum, sumColumns)),
    problems: [...settled.flatMap(({ problems }) => problems), ...hiddenAnswers(table, rows.criteria, column)],
  };
};

/** 〇/×, ×→〇: whoever writes it uses × for "no". */
const mentionsNo = ({ reading }: CellReading): boolean =>
  reading.kind === 'held' && reading.why === 'annotated' && /[×✕✖☓❌✗✘]/u.test(reading.text);

const printedSum = (
  table: AnswerTable,
  { row, targets }: SumRow,
  columns: readonly number[],
): readonly PrintedSum[] => {
  for (const column of columns) {
    const reading = readNumber(cellAt(table.sheet.grid, row, column));
    if (reading.kind !== 'number') continue;
    return [{ targets, value: reading.value, sheet: table.sheet.name, cell: a1(row, column) }];
  }
  return [];
};

/** Answers in hidden rows or columns count, and the reader is told (rules/bad-inputs.md#b057, #b058). */
const hiddenAnswers = ({ sheet }: AnswerTable, rows: readonly CriterionRow[], column: number): readonly Problem[] => {
  const hiddenColumn = sheet.hiddenColumns.has(column);
  const hidden = rows.filter(
    ({ row }) => (hiddenColumn || sheet.hiddenRows.has(row)) && (cellAt(sheet.grid, row, column) ?? '') !== '',
  );
  const [first] = hidden;
  if (first === undefined) return [];
  return [
    problem(
      sheet.filtered && !hiddenColumn ? 'filtered-answers' : 'hidden-answers',
      { sheet: sheet.name, cell: a1(first.row, column) },
      { count: hidden.length },
    ),
  ];
};
