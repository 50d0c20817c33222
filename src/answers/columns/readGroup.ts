import { addressIn } from '../tables/turned';
import { problem, type Problem } from '../../problems';
import { isCommon, sumAtStake, type IndexedCriterion } from '../../schemes';
import { cellAt, type SheetContent } from '../../workbook';
import { answerState, type AnswerStateCode } from '../answerState';
import { readNumber } from '../numbers';
import type { AnswerTable } from '../tables/answerTable';
import type { SumTarget } from '../tables/sumTargets';
import type { CriterionRow, SumRow, TableRows } from '../tables/tableRows';
import { askedOf, isStruckThrough, type AnswerPlace } from './cells';
import { columnCalled } from './headerTexts';
import type { GroupPlan, Unit } from './plan';
import type { AskingRow, Profile } from './profile';
import { oncePerSpelling, questionName, type CellQuestion } from './questions';
import { readUnit, type UnitAnswer } from './readUnit';
import { interpretationOf, type SaidMeanings } from './spellings';

/** One criterion's answer out of a group of columns; `blank` is settled for the municipality's sheet as a whole. */
export interface ColumnAnswer extends AnswerPlace {
  readonly criterion: IndexedCriterion;
  readonly state: AnswerStateCode | 'blank';
  /** A blank that refers to another row (再掲), so that it never says no. */
  readonly elsewhere?: true;
}

/** A sum printed in the column, and what it may be the sum of, likeliest first; to be compared with ours. */
export interface PrintedSum {
  readonly targets: readonly SumTarget[];
  readonly value: number;
  readonly sheet: string;
  readonly cell: string;
}

/** What a group of columns answers: one state per criterion row, in the order of the rows. */
export interface GroupReading {
  readonly answers: readonly ColumnAnswer[];
  /**
   * True when the columns say "no" somewhere (×, 0, 非該当), so that a blank is an answer left out
   * (rules/design.md#blanks-and-numbers).
   */
  readonly saysNo: boolean;
  /** True when they say "yes" anywhere. */
  readonly saysYes: boolean;
  readonly sums: readonly PrintedSum[];
  readonly problems: readonly Problem[];
}

/** Reads the units of one group together; sums are also looked for in `sumColumns`, the first that has one counts. */
export const readGroup = (
  table: AnswerTable,
  rows: TableRows,
  plan: GroupPlan,
  asking: readonly AskingRow[],
  said: SaidMeanings,
  sumColumns: readonly number[],
): GroupReading => {
  const { sheet } = table;
  const singles = plan.units.flatMap(({ kind, columns }) => (kind === 'single' ? columns : []));
  const interpret = interpretationOf(sheet, asking, singles, said);
  const units = plan.units.map((unit) => readUnit(unit, asking, interpret));
  const silent = units.map(
    (answers) => (plan.kind === 'stages' || plan.kind === 'several') && blanksAreNo(answers, units),
  );
  const questions: CellQuestion[] = [];
  const differing: CriterionRow[] = [];
  const answers = rows.criteria.map((criterionRow, at): ColumnAnswer => {
    const { row, criterion } = criterionRow;
    let refers = false;
    for (const said of units) {
      const one = said[at];
      if (one === undefined) continue;
      ask(one, sheet, criterionRow, questions);
      if (one.answer.state === 'blank' && one.answer.elsewhere === true) refers = true;
    }
    const { state, column, differ } = together(units, at, silent);
    if (differ) differing.push(criterionRow);
    const answer = { criterion, state, sheet, row, column };
    return state === 'blank' && refers ? { ...answer, elsewhere: true } : answer;
  });
  const used = plan.units.flatMap(({ columns }) => columns);
  const isPair = plan.units.some(({ kind }) => kind === 'pair');
  return {
    answers,
    saysNo:
      isPair ||
      answers.some(({ state }) => state === answerState.unmet) ||
      singles.some(({ column, readings }) =>
        readings.some((reading, at) => mentionsNo(reading, interpret(reading, asking[at] ?? nowhere, column).state)),
      ),
    saysYes: answers.some(({ state }) => state === answerState.met),
    sums: rows.sums.flatMap((sum) => printedSum(sheet, sum, sumColumns)),
    problems: [
      ...severalColumns(sheet, plan),
      ...differences(sheet, plan, differing),
      ...oncePerSpelling(questions),
      ...hiddenAnswers(sheet, rows.criteria, used),
    ],
  };
};

/** The rows of a table as its columns are profiled by them. */
export const askingRows = (criteria: readonly CriterionRow[]): readonly AskingRow[] => {
  const seen = new Set<number>();
  return criteria.map(({ row, criterion: { criterion, indicator, index } }) => {
    const again = seen.has(index) || isCommon(indicator);
    seen.add(index);
    return { row, points: criterion.points, again };
  });
};

const nowhere: AskingRow = { row: 0, points: undefined };

/** 〇/×, ×→〇 and a 0 that may be a ○: whoever writes it has a sign for "no". */
const mentionsNo = (reading: Profile['readings'][number], state: string): boolean =>
  state === 'held' &&
  ((reading.kind === 'held' && reading.why === 'annotated' && /[×✕✖☓❌✗✘]/u.test(reading.text)) ||
    (reading.kind === 'number' && reading.value === 0));

/** A version that marks only "yes" says no by its blanks, unless it only notes what was changed. */
const blanksAreNo = (own: readonly UnitAnswer[], all: readonly (readonly UnitAnswer[])[]): boolean => {
  const count = (answers: readonly UnitAnswer[], state: string): number =>
    answers.filter(({ answer }) => answer.state === state).length;
  const yes = count(own, 'met');
  const most = Math.max(...all.map((answers) => count(answers, 'met')));
  return count(own, 'unmet') === 0 && yes * 2 >= most;
};

interface Together {
  readonly state: ColumnAnswer['state'];
  readonly column: number;
  readonly differ: boolean;
}

/** The answer of all units at one row: what they agree on; blanks yield, and where two differ it is held. */
const together = (units: readonly (readonly UnitAnswer[])[], at: number, silentNo: readonly boolean[]): Together => {
  const only = units[0]?.[at];
  if (only === undefined) return { state: 'blank', column: 0, differ: false };
  if (units.length === 1) return { state: codeOf(only), column: only.column, differ: false };
  const said = units.flatMap((unit) => unit[at] ?? []);
  const spoken = said.filter(({ answer }) => answer.state !== 'blank');
  const [first = only] = spoken;
  const states = new Set(spoken.map(({ answer }) => answer.state));
  const silent = said.some(({ answer }, at) => answer.state === 'blank' && silentNo[at] === true);
  if (silent && states.has('met')) states.add('unmet');
  if (states.size <= 1) return { state: codeOf(first), column: first.column, differ: false };
  return { state: answerState.held, column: first.column, differ: states.has('met') && states.has('unmet') };
};

const codeOf = ({ answer: { state } }: UnitAnswer): ColumnAnswer['state'] =>
  state === 'blank' ? 'blank' : answerState[state];

/** Notes what is to be said of a cell; most cells have nothing to say. */
const ask = (
  { answer, column }: UnitAnswer,
  sheet: SheetContent,
  { row, criterion }: CriterionRow,
  questions: CellQuestion[],
): void => {
  const name = answer.state === 'held' ? questionName(answer.why) : answer.note;
  if (name !== undefined) questions.push({ name, place: { sheet, row, column }, criterion });
  if (answer.state !== 'blank' && isStruckThrough(sheet, row, column)) {
    questions.push({ name: 'struck-through', place: { sheet, row, column }, criterion });
  }
};

/** Several columns that bear one header of answers, and are neither sections nor versions. */
const severalColumns = (sheet: SheetContent, { kind, units }: GroupPlan): readonly Problem[] => {
  const columns = units.flatMap((unit) => unit.columns);
  const [first] = columns;
  if (kind !== 'several' || first === undefined || first.meaning.municipality !== undefined) return [];
  const found = columns.map(({ header }) => header.cell).join('・');
  return [
    problem('several-answer-columns', { sheet: sheet.name, cell: first.header.cell, found }, { count: columns.length }),
  ];
};

/** How many answers of the columns differ, and which columns these are. */
const differences = (
  sheet: SheetContent,
  { units, kind }: GroupPlan,
  differing: readonly CriterionRow[],
): readonly Problem[] => {
  const [first] = differing;
  if (first === undefined) return [];
  const points = sumAtStake(differing.map(({ criterion }) => criterion));
  const found = units.map(unitCalled).join('・');
  const column = units[0]?.columns[0]?.column ?? 0;
  const cell = addressIn(sheet, first.row, column);
  const asked = askedOf(
    'met-unmet',
    differing.map(({ row, criterion }) => ({ sheet, row, column, criterion })),
  );
  const more = differing.length > mostCells ? ' …' : '';
  const cells = differing.slice(0, mostCells).map(({ row }) => addressIn(sheet, row, column));
  return [
    problem(
      kind === 'departments' ? 'departments-differ' : 'answer-columns-differ',
      { sheet: sheet.name, cell, found, pointsAtStake: points, asked },
      { count: differing.length, cells: `${cells.join('、')}${more}` },
    ),
  ];
};

/** So many places stand in a sentence. */
const mostCells = 8;

const unitCalled = ({ columns }: Unit): string =>
  columns.map(({ column, header }) => columnCalled(column, header)).join('｜');

const printedSum = (
  sheet: SheetContent,
  { row, targets }: SumRow,
  columns: readonly number[],
): readonly PrintedSum[] => {
  for (const column of columns) {
    const reading = readNumber(cellAt(sheet.grid, row, column));
    if (reading.kind !== 'number') continue;
    return [{ targets, value: reading.value, sheet: sheet.name, cell: addressIn(sheet, row, column) }];
  }
  return [];
};

/** Answers in hidden rows or columns count, and the reader is told (rules/bad-inputs.md#b057, #b058). */
const hiddenAnswers = (
  sheet: SheetContent,
  rows: readonly CriterionRow[],
  columns: readonly Profile[],
): readonly Problem[] =>
  columns.flatMap(({ column }) => {
    const hiddenColumn = sheet.hiddenColumns.has(column);
    if (!hiddenColumn && sheet.hiddenRows.size === 0) return [];
    const hidden = rows.filter(
      ({ row }) => (hiddenColumn || sheet.hiddenRows.has(row)) && (cellAt(sheet.grid, row, column) ?? '') !== '',
    );
    const [first] = hidden;
    if (first === undefined) return [];
    return [
      problem(
        sheet.filtered && !hiddenColumn ? 'filtered-answers' : 'hidden-answers',
        { sheet: sheet.name, cell: addressIn(sheet, first.row, column) },
        { count: hidden.length },
      ),
    ];
  });
