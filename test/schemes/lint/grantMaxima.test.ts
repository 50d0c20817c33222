import { grantMaxima } from '../../../src/schemes/lint/sums';
import { holdsForEveryYear, schemeFor } from './packaged';

describe('grantMaxima', () => {
  holdsForEveryYear(grantMaxima, (year) => schemeFor(year));

  test('goals that do not add up to the grant and the total are named with both figures', () => {
    const scheme = schemeFor('R8', (scheme) => {
      scheme.goals[0]!.maxPoints = 90;
    });
    expect(grantMaxima.check(scheme)).toEqual([
      { place: '保険者機能強化推進交付金', message: '交付金の配点 400 ≠ 目標の配点の合計 390' },
      { place: 'maxPoints', message: '総配点 800 ≠ 目標の配点の合計 790（共通の目標は交付金ごとに一度）' },
    ]);
  });

  test('a common goal counts once in each grant', () => {
    const scheme = schemeFor('R8', (scheme) => {
      scheme.goals = scheme.goals.filter(({ grant }) => grant !== 'common');
      delete scheme.grants;
    });
    expect(grantMaxima.check(scheme)).toEqual([
      { place: 'maxPoints', message: '総配点 800 ≠ 目標の配点の合計 600（共通の目標は交付金ごとに一度）' },
    ]);
  });

  test('every packaged scheme declares the points of both grants', () => {
    expect(schemeFor('R8').grants).toEqual([
      { grant: 'promotion', maxPoints: 400 },
      { grant: 'support', maxPoints: 400 },
    ]);
  });
});
