import { ok, type Result } from '../kernel';
import { mostPointsOf, pointsOfPart, type Part } from '../score';
import { openAnswers } from './openAnswers';
import { readAnswerRange } from './readAnswerRange';
import { readPart } from './readPart';
import { readScheme } from './readYear';

/** SCORE: the points of a range of answers, whole or of one part; refused while an answer of that part is open. */
export const scorePoints = (answers: unknown, year: unknown, part: unknown): Result<number> => {
  const scored = scorePart(answers, year, part);
  return scored.ok ? ok(scored.value.points) : scored;
};

/** RATE: points divided by the most points, 0 to 1, unrounded. */
export const scoreRate = (answers: unknown, year: unknown, part: unknown): Result<number> => {
  const scored = scorePart(answers, year, part);
  return scored.ok ? ok(scored.value.points / mostPointsOf(scored.value.part)) : scored;
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
  const open = openAnswers(range.value, part.value);
  return open ?? ok({ points: pointsOfPart(range.value, part.value), part: part.value });
};
