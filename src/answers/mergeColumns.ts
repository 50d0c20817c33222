import { problem, type Problem } from '../kernel';
import type { Scheme } from '../schemes';
import { answerState } from './answerState';
import type { AnswerCell } from './answers';
import { criterionIndexOf, type IndexedCriterion } from './criterionIndex';
import { isComputed } from './isComputed';
import type { ColumnAnswer, ColumnReading } from './tables/readColumn';

export interface MergedAnswers {
  readonly states: Uint8Array;
  readonly cells: readonly (AnswerCell | undefined)[];
  readonly problems: readonly Problem[];
}

/**
 * Puts the columns of one municipality together: answers may be spread over sheets, and goal Ⅳ may stand under both grants.
 * Two cells that disagree are held, never chosen between.
 */
export const mergeColumns = (scheme: Scheme, columns: readonly ColumnReading[]): MergedAnswers => {
  const { all } = criterionIndexOf(scheme);
  const found: (ColumnAnswer & { readonly blankState: number })[][] = all.map(() => []);
  for (const column of columns) {
    const blankState = column.saysYes && !column.saysNo ? answerState.unmet : answerState.unanswered;
    for (const answer of column.answers) found[answer.criterion.index]?.push({ ...answer, blankState });
  }
  const states = new Uint8Array(all.length);
  const cells: (AnswerCell | undefined)[] = [];
  const problems: Problem[] = [];
  for (const { index, criterion } of all) {
    const answers = found[index] ?? [];
    const said = answers.filter(({ state }) => state !== 'blank');
    const [first] = said.length > 0 ? said : answers;
    cells.push(first && { sheet: first.sheet, cell: first.cell });
    if (first === undefined) continue;
    const other = said.find(({ state }) => state !== first.state);
    if (other === undefined) {
      states[index] = first.state === 'blank' ? first.blankState : first.state;
      continue;
    }
    states[index] = answerState.held;
    problems.push(
      problem(
        'answers-disagree',
        {
          sheet: other.sheet,
          cell: other.cell,
          found: other.found,
          expected: first.found,
          criterion: criterion.id,
          pointsAtStake: criterion.points,
        },
        { other: `${first.sheet}!${first.cell}` },
      ),
    );
  }
  return { states, cells, problems: [...problems, ...blanksMeanNo(columns), ...leftOut(all, states, cells)] };
};

const blanksMeanNo = (columns: readonly ColumnReading[]): readonly Problem[] =>
  columns.flatMap(({ saysYes, saysNo, answers }) => {
    const blanks = answers.filter(({ state }) => state === 'blank');
    const [first] = blanks;
    return saysYes && !saysNo && first !== undefined
      ? [problem('blank-means-no', { sheet: first.sheet, cell: first.cell }, { count: blanks.length })]
      : [];
  });

/** One problem for each indicator with answers left out or rows missing, with the points it can still bring. */
const leftOut = (
  all: readonly IndexedCriterion[],
  states: Uint8Array,
  cells: readonly (AnswerCell | undefined)[],
): readonly Problem[] => {
  const open = new Map<string, IndexedCriterion[]>();
  for (const entry of all) {
    if (states[entry.index] !== answerState.unanswered || isComputed(entry.indicator)) continue;
    const same = open.get(entry.indicator.id);
    if (same === undefined) open.set(entry.indicator.id, [entry]);
    else same.push(entry);
  }
  return [...open.values()].flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    const cell = cells[first.index];
    const points = entries.reduce((sum, { criterion }) => sum + criterion.points, 0);
    return [
      problem(
        cell === undefined ? 'missing-criteria' : 'unanswered',
        {
          ...cell,
          criterion: first.criterion.id,
          expected: '○ か ×',
          pointsAtStake: Math.min(points, first.indicator.maxPoints),
        },
        {
          count: entries.length,
          name: first.indicator.name,
          branches: entries.map(({ criterion }) => criterion.label).join('・'),
        },
      ),
    ];
  });
};
