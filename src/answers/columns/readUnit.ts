import type { CellReading } from './cells';
import type { AskingRow, Profile } from './profile';
import type { CellAnswer, Interpretation } from './spellings';
import type { Unit } from './plan';

/** What one unit of columns answers at one row, and the column that says so. */
export interface UnitAnswer {
  readonly answer: CellAnswer | { readonly state: 'held'; readonly why: 'both-marked' | 'neither' };
  /** 0-based; the first column of the unit where nothing stands. */
  readonly column: number;
}

/** Reads a unit at every row. */
export const readUnit = (unit: Unit, rows: readonly AskingRow[], interpret: Interpretation): readonly UnitAnswer[] => {
  const { kind, columns } = unit;
  const [first] = columns;
  if (first === undefined) return [];
  if (kind === 'pair') return rows.map((_, at) => readPair(columns, at));
  return rows.map((row, at) => ({
    answer: interpret(first.readings[at] ?? nothing, row, first.column),
    column: first.column,
  }));
};

const nothing: CellReading = { kind: 'blank' };

/**
 * A pair at one row: the marked column is the answer, whatever the mark; × in one of them rules that one out. None is left
 * out, both are open.
 */
const readPair = (columns: readonly Profile[], at: number): UnitAnswer => {
  const cells = columns.map((profile) => ({ profile, sign: pairSign(profile.readings[at] ?? nothing) }));
  const marked = cells.filter(({ sign }) => sign === 'marked');
  const [chosen] = marked;
  const column = (chosen ?? cells[0])?.profile.column ?? 0;
  const hidden = cells.find(({ sign }) => sign === 'hidden');
  if (hidden !== undefined && chosen === undefined) {
    const why = hidden.profile.readings[at]?.kind;
    const known = why === 'swallowed' || why === 'covered' ? why : 'uncalculated';
    return { answer: { state: 'held', why: known }, column: hidden.profile.column };
  }
  const doubtful = cells.find(({ sign }) => sign === 'doubtful');
  const reading = doubtful?.profile.readings[at];
  if (doubtful !== undefined && reading?.kind === 'held') {
    return { answer: { state: 'held', why: reading.why }, column: doubtful.profile.column };
  }
  if (marked.length > 1) return { answer: { state: 'held', why: 'both-marked' }, column };
  if (chosen !== undefined) return { answer: chosenAnswer(chosen.profile), column };
  const crossed = cells.filter(({ sign }) => sign === 'crossed');
  if (crossed.length !== 1) {
    const open: UnitAnswer['answer'] =
      crossed.length === 0 ? { state: 'blank' } : { state: 'held', why: 'both-marked' };
    return { answer: open, column };
  }
  // A lone × under 該当 says no; a lone × under 非該当 marks it, as people cross boxes.
  return { answer: { state: 'unmet' }, column: crossed[0]?.profile.column ?? column };
};

/** 一部実施 beside 実施 and 未実施 is neither yes nor no. */
const chosenAnswer = ({ meaning: { kind } }: Profile): UnitAnswer['answer'] =>
  kind === 'yes'
    ? { state: 'met' }
    : kind === 'no' || kind === 'not-applicable'
      ? { state: 'unmet' }
      : { state: 'held', why: 'neither' };

const pairSign = (reading: CellReading): 'marked' | 'crossed' | 'doubtful' | 'blank' | 'hidden' => {
  switch (reading.kind) {
    case 'blank':
    case 'placeholder':
    case 'not-applicable':
      return 'blank';
    case 'uncalculated':
    case 'swallowed':
    case 'covered':
      return 'hidden';
    case 'unmet':
      return 'crossed';
    case 'number':
      return reading.value === 0 ? 'crossed' : 'marked';
    case 'met':
    case 'ask':
      return 'marked';
    case 'held':
      return 'doubtful';
  }
};
