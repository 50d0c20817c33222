import { ok, problem, refuse, type Result } from '../kernel';
import { rankBand } from '../rank';
import { nationalOf } from '../schemes';
import { readNumber } from './readNumbers';
import { readScheme } from './readYear';

/**
 * RANK: the national rank of a total by what is published. A number where it is exact (R8); text 「512～530」 where published
 * scores only bracket it (R6, R7), so that nobody calculates with a guess.
 */
export const rankOfPoints = (pointsArgument: unknown, year: unknown): Result<number | string> => {
  const scheme = readScheme(year);
  if (!scheme.ok) return scheme;
  const points = readNumber(pointsArgument, '得点 / points');
  if (!points.ok) return points;
  const { maxPoints, fiscalYear } = scheme.value;
  if (!Number.isInteger(points.value) || points.value < 0 || points.value > maxPoints) {
    return refuse(
      problem(
        'function-not-a-number',
        { found: String(points.value), expected: `0～${maxPoints}` },
        { name: '得点 / points' },
      ),
    );
  }
  const band = rankBand(nationalOf(fiscalYear), points.value);
  if (band === null || band.basis === 'none') return refuse(problem('function-no-ranks', { found: fiscalYear }));
  return ok(band.low === band.high ? band.low : `${band.low}～${band.high}`);
};
