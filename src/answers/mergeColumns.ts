import { problem, type Problem } from '../kernel';
import { criterionIndexOf, isCommon, type Scheme } from '../schemes';
import { answerState } from './answerState';
import type { AnswerCell } from './answers';
import { leftOut } from './leftOut';
import { settleCriterion, type Conflict } from './settleCriterion';
import { sheetAnswers } from './sheetAnswers';
import { cellOfPlace, type AnswerPlace } from './tables/answerPlace';
import type { ColumnReading } from './tables/readColumn';

export interface MergedAnswers {
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
    problems: [
      ...copies(conflicts),
      ...conflicts.map(({ problem: disagreement }) => disagreement),
      ...problems,
      ...leftOut(all, states, cellOf),
    ],
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
