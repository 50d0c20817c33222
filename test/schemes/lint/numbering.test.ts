import { numbering } from '../../../src/schemes/lint/structure';
import { holdsForEveryYear, indicatorIn, schemeFor } from './packaged';

describe('numbering', () => {
  holdsForEveryYear(numbering, (year) => schemeFor(year));

  test('a gap in the numbers is named', () => {
    const scheme = schemeFor('R6', (scheme) => {
      indicatorIn(scheme, 'S2p3').number = 4;
    });
    expect(numbering.check(scheme)).toEqual([
      { place: 'S2p3', message: '支援Ⅱ体制・取組の指標番号 4 ≠ 順番どおりの番号 3' },
    ]);
  });
});
