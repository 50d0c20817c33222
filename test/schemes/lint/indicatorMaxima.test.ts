import { indicatorMaxima } from '../../../src/schemes/lint/sums';
import { holdsForEveryYear, indicatorIn, schemeFor } from './packaged';

describe('indicatorMaxima', () => {
  holdsForEveryYear(indicatorMaxima, (year) => schemeFor(year));

  test('an indicator whose criteria do not add up to its points is named with both figures', () => {
    const scheme = schemeFor('R8', (scheme) => {
      indicatorIn(scheme, 'P1p1').maxPoints = 17;
    });
    expect(indicatorMaxima.check(scheme)).toEqual([{ place: 'P1p1', message: '配点 17 ≠ 枝番から得られる最大 16' }]);
  });

  test('the nominal sum of alternatives is not the maximum', () => {
    const scheme = schemeFor('R8', (scheme) => {
      indicatorIn(scheme, 'C4o1').maxPoints = 40;
    });
    expect(indicatorMaxima.check(scheme)).toEqual([{ place: 'C4o1', message: '配点 40 ≠ 枝番から得られる最大 20' }]);
  });
});
