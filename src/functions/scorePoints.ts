import { at, ok, type Result } from '../kernel';
import { maxPointsOf } from './maxPoints';
import { openAnswers } from './openAnswers';
import { readAnswerRange, type AnswerRange } from './readAnswerRange';
import { readPart, type Part } from './readPart';
import { readScheme } from './readYear';

/** SCORE: the points of a range of answers, whole or of one part; refused while an answer of that part is open. */
export const scorePoints = (answers: unknown, year: unknown, part: unknown): Result<number> => {
  const scored = scorePart(answers, year, part);
  return scored.ok ? ok(scored.value.points) : scored;
};

/** RATE: points divided by the most points, 0 to 1, unrounded. */
export const scoreRate = (answers: unknown, year: unknown, part: unknown): Result<number> => {
  const scored = scorePart(answers, year, part);
  return scored.ok ? ok(scored.value.points / maxPointsOf(scored.value.part)) : scored;
};

const scorePart = (
  answers: unknown,
  year: unknown,
  partArgument: unknown,
): Result<{ readonly points: number; readonly part: Part }> => {
  const scheme = readScheme(year);
  if (!scheme.ok) return scheme;
  const part = readPart(partArgument, scheme.value);
  if (!part.ok) return part;
  const range = readAnswerRange(answers, scheme.value);
  if (!range.ok) return range;
  const open = openAnswers(scheme.value, range.value, part.value);
  return open ?? ok({ points: pointsOf(range.value, part.value), part: part.value });
};

const pointsOf = ({ awards }: AnswerRange, part: Part): number =>
  part.reduce((sum, { entry, times }) => sum + at(awards, entry.index).points * times, 0);
