import { problem, type Problem } from '../problems';
import { criterionIndexOf, isCommon, pointsAtStake, type IndexedCriterion, type Scheme } from '../schemes';
import { answerState, type AnswerStateCode } from './answerState';
import type { AnswerCell } from './answers';
import { cellOfPlace, textOfPlace, type AnswerPlace } from './columns/cells';
import type { ColumnReading } from './columns/readAnswerGroups';
import type { ColumnAnswer } from './columns/readGroup';

interface MergedAnswers {
  readonly states: Uint8Array;
  /** Where criterion `index` was read. */
  readonly cellOf: (index: number) => AnswerCell | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Puts the columns of one municipality together: answers may be spread over sheets, and a common goal may stand under both grants.
 * Two cells that disagree are held, never chosen between.
 */
export const mergeColumns = (scheme: Scheme, columns: readonly ColumnReading[]): MergedAnswers => {
  const { all } = criterionIndexOf(scheme);
  const { byCriterion, problems } = sheetAnswers(all, columns);
  const states = new Uint8Array(all.length);
  const places: (AnswerPlace | undefined)[] = [];
  const conflicts: Conflict[] = [];
  for (const entry of all) {
    const settled = settleCriterion(entry, byCriterion[entry.index] ?? []);
    states[entry.index] = settled?.state ?? answerState.unanswered;
    places.push(settled?.at);
    if (settled?.conflict !== undefined) conflicts.push(settled.conflict);
  }
  const cellOf = (index: number): AnswerCell | undefined => {
    const at = places[index];
    return at === undefined ? undefined : cellOfPlace(at);
  };
  return {
    states,
    cellOf,
    problems: [...copies(conflicts), ...conflicts.map(({ problem: disagreement }) => disagreement), ...problems],
  };
};

/** Sheets that differ in more than the common goal, which may stand on both grants' sheets, are copies of one form (row 62). */
const copies = (conflicts: readonly Conflict[]): readonly Problem[] => {
  const across = conflicts.filter(({ sheets }) => sheets.length > 1);
  if (across.every(({ entry }) => isCommon(entry.indicator))) return [];
  const sheets = [...new Set(across.flatMap((conflict) => conflict.sheets))];
  const points = across.reduce((sum, conflict) => sum + (conflict.problem.pointsAtStake ?? 0), 0);
  return [
    problem(
      'several-sheets',
      { ...(sheets[0] === undefined ? {} : { sheet: sheets[0] }), found: sheets.join('・'), pointsAtStake: points },
      { count: sheets.length, differences: across.length },
    ),
  ];
};

/** Two cells that answer one criterion differently. */
interface Conflict {
  readonly entry: IndexedCriterion;
  readonly problem: Problem;
  /** The sheets the two cells stand on, each once. */
  readonly sheets: readonly string[];
}

interface SettledCriterion {
  readonly state: AnswerStateCode;
  readonly at: AnswerPlace;
  readonly conflict?: Conflict;
}

/** One state from all the cells that answer a criterion; cells left unanswered yield to the others. Undefined without cells. */
const settleCriterion = (entry: IndexedCriterion, answers: readonly SheetAnswer[]): SettledCriterion | undefined => {
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

/** An answer whose blanks are settled. */
interface SheetAnswer extends Omit<ColumnAnswer, 'state'> {
  readonly state: AnswerStateCode;
  /** The cell is empty; its state follows from the rest of the sheet. */
  readonly blank: boolean;
}

/**
 * Settles the blanks of one municipality, sheet by sheet: beside an explicit "no" a blank is unanswered, among "yes" marks
 * only it is a "no" (rules/design.md#blanks-and-numbers). A common goal left wholly empty on one of two grants' sheets says
 * nothing.
 */
const sheetAnswers = (
  all: readonly IndexedCriterion[],
  columns: readonly ColumnReading[],
): { readonly byCriterion: readonly (readonly SheetAnswer[])[]; readonly problems: readonly Problem[] } => {
  const byCriterion: SheetAnswer[][] = all.map(() => []);
  const problems: Problem[] = [];
  for (const [, readings] of bySheet(columns)) {
    const answers = readings.flatMap((reading) => reading.answers);
    const blanksMeanNo = readings.some(({ saysYes }) => saysYes) && !readings.some(({ saysNo }) => saysNo);
    const commonEmpty = answers.every(({ criterion, state }) => !isCommon(criterion.indicator) || state === 'blank');
    const said = new Set(answers.filter(({ state }) => state !== 'blank').map(({ criterion }) => criterion.index));
    const asNo: ColumnAnswer[] = [];
    for (const answer of answers) {
      const { criterion, state } = answer;
      if (state !== 'blank') byCriterion[criterion.index]?.push(settledAs(answer, state, false));
      else if (!said.has(criterion.index)) {
        const elsewhere = commonEmpty && isCommon(criterion.indicator) && commonSaid(columns);
        const saysNo = blanksMeanNo && !elsewhere && answer.elsewhere !== true;
        const settled = saysNo ? answerState.unmet : answerState.unanswered;
        if (settled === answerState.unmet) asNo.push(answer);
        byCriterion[criterion.index]?.push(settledAs(answer, settled, true));
      }
    }
    const [first] = asNo;
    if (first !== undefined) {
      problems.push(problem('blank-means-no', cellOfPlace(first), { count: asNo.length }));
    }
  }
  return { byCriterion, problems };
};

const settledAs = (
  { criterion, sheet, row, column }: ColumnAnswer,
  state: AnswerStateCode,
  blank: boolean,
): SheetAnswer => ({
  criterion,
  sheet,
  row,
  column,
  state,
  blank,
});

const bySheet = (columns: readonly ColumnReading[]): ReadonlyMap<string, readonly ColumnReading[]> => {
  const sheets = new Map<string, ColumnReading[]>();
  for (const column of columns) {
    const same = sheets.get(column.sheet);
    if (same === undefined) sheets.set(column.sheet, [column]);
    else same.push(column);
  }
  return sheets;
};

const commonSaid = (columns: readonly ColumnReading[]): boolean =>
  columns.some(({ answers }) =>
    answers.some(({ criterion, state }) => isCommon(criterion.indicator) && state !== 'blank'),
  );
