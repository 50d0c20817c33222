import { problem, type Problem } from '../kernel';
import { isCommon, type IndexedCriterion } from '../schemes';
import { answerState, type AnswerStateCode } from './answerState';
import { cellOfPlace } from './tables/answerPlace';
import type { ColumnReading } from './tables/readColumn';
import type { ColumnAnswer } from './tables/settleCell';

/** An answer whose blanks are settled. */
export interface SheetAnswer extends Omit<ColumnAnswer, 'state'> {
  readonly state: AnswerStateCode;
  /** The cell is empty; its state follows from the rest of the sheet. */
  readonly blank: boolean;
}

/**
 * Settles the blanks of one municipality, sheet by sheet: beside an explicit "no" a blank is unanswered, among "yes" marks
 * only it is a "no" (rules/design.md#blanks-and-numbers). A common goal left wholly empty on one of two grants' sheets says
 * nothing.
 */
export const sheetAnswers = (
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
        const settled = blanksMeanNo && !elsewhere ? answerState.unmet : answerState.unanswered;
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
