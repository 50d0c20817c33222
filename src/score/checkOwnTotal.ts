import { answerState, criterionIndexOf, type MunicipalityAnswers } from '../answers';
import { problem, type Problem } from '../kernel';
import type { Scheme } from '../schemes';
import { compileScheme } from './compiledScheme';
import { explainScore } from './explainScore';
import type { ScoreTable } from './scoreTable';

/** 推Ⅰ活動1 as answered against what follows from the total without it (R8), once that total is certain. */
export const checkOwnTotal = (
  scheme: Scheme,
  answers: MunicipalityAnswers,
  least: ScoreTable,
  most: ScoreTable,
): readonly Problem[] => {
  const { ownTotal, firstCriterion, endCriterion } = compileScheme(scheme);
  if (ownTotal === undefined || least.ownTotals[0] !== most.ownTotals[0]) return [];
  const { all } = criterionIndexOf(scheme);
  const awards = explainScore(scheme, answers.states);
  const own = all.slice(firstCriterion[ownTotal.indicator], endCriterion[ownTotal.indicator]);
  const wrong = own.find(({ index }) => {
    const state = answers.states[index];
    return (state === answerState.met || state === answerState.unmet) && state !== awards[index]?.state;
  });
  if (wrong === undefined) return [];
  const sumOf = (earned: (index: number) => number): string =>
    `${own.reduce((sum, { index }) => sum + earned(index), 0)}点`;
  return [
    problem(
      'own-total-differs',
      {
        ...answers.cellOf(wrong.index),
        criterion: wrong.criterion.id,
        found: sumOf((index) => (answers.states[index] === answerState.met ? (all[index]?.criterion.points ?? 0) : 0)),
        expected: sumOf((index) => awards[index]?.points ?? 0),
      },
      { total: least.ownTotals[0] ?? 0 },
    ),
  ];
};
