import type { MunicipalityAnswers } from '../answers';
import type { Problem } from '../kernel';
import type { Scheme } from '../schemes';
import { checkOwnTotal } from './checkOwnTotal';
import { checkSum } from './checkSum';
import { checkTiers } from './checkTiers';
import type { ScoreRange } from './scoreRange';

/**
 * Holds a municipality's answers against what must be true of them: printed sums equal ours, 推Ⅰ活動1 follows from the
 * total (R8), and a narrower tier is never met without the wider one. Changes nothing; says what differs.
 */
export const checkAnswers = (
  scheme: Scheme,
  answers: MunicipalityAnswers,
  { least, most }: ScoreRange,
): readonly Problem[] => [
  ...answers.sums.flatMap((sum) => checkSum(scheme, answers, sum, least, most)),
  ...checkOwnTotal(scheme, answers, least, most),
  ...checkTiers(scheme, answers),
];
