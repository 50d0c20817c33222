import { answerState, type MunicipalityAnswers } from '../answers';
import { at, type Problem, problem } from '../kernel';
import { criterionIndexOf, type Scheme } from '../schemes';
import { compileScheme } from './compiledScheme';
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
  const own = all.slice(firstCriterion[ownTotal.indicator], endCriterion[ownTotal.indicator]);
  const total = at(least.ownTotals, 0);
  const reached = (step: number): boolean => total >= at(ownTotal.cutOffs, step);
  const wrong = own.find(({ index }, step) => {
    const state = answers.states[index];
    return state === (reached(step) ? answerState.unmet : answerState.met);
  });
  if (wrong === undefined) return [];
  const sumOf = (counts: (index: number, step: number) => boolean): string =>
    `${own.reduce((sum, { index, criterion }, step) => sum + (counts(index, step) ? criterion.points : 0), 0)}点`;
  return [
    problem(
      'own-total-differs',
      {
        ...answers.cellOf(wrong.index),
        criterion: wrong.criterion.id,
        found: sumOf((index) => answers.states[index] === answerState.met),
        expected: sumOf((_, step) => reached(step)),
      },
      { total },
    ),
  ];
};
