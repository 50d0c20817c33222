import { groupMaxima } from '../../../src/schemes/lint/sums';
import { holdsForEveryYear, indicatorIn, schemeFor } from './packaged';

describe('groupMaxima', () => {
  holdsForEveryYear(groupMaxima, (year) => schemeFor(year));

  test('indicators that do not add up to their group are named with both figures', () => {
    const scheme = schemeFor('R8', (scheme) => {
      indicatorIn(scheme, 'S1p1').maxPoints = 7;
    });
    expect(groupMaxima.check(scheme)).toEqual([
      { place: '支援Ⅰ体制・取組', message: '指標群の配点 52 ≠ 指標の配点の合計 53' },
    ]);
  });

  test('an indicator outside the declared groups is named', () => {
    const scheme = schemeFor('R8', (scheme) => {
      indicatorIn(scheme, 'C4o5').group = 'activity';
    });
    expect(groupMaxima.check(scheme)).toEqual([
      { place: '共通Ⅳ成果', message: '指標群の配点 100 ≠ 指標の配点の合計 80' },
      { place: 'C4o5', message: '共通Ⅳ活動は目標の一覧にない指標群です' },
    ]);
  });
});
