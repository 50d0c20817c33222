import { nationalCounts } from '../../tools/national-lints/nationalCounts';
import { holdsForEveryYear, nationalFor, publishedYears } from './packaged';

describe('nationalCounts', () => {
  holdsForEveryYear(nationalCounts, (year) => nationalFor(year), publishedYears());

  test('no more municipalities than there are', () => {
    const subject = nationalFor('R8', (national) => {
      national.criteria[0] = ['P1p1a', 1742];
    });
    expect(nationalCounts.check(subject)).toEqual([{ place: 'P1p1a', message: '該当市町村数 1742 ＞ 市町村数 1741' }]);
  });

  test('a higher step of a tier never has more than the one before', () => {
    const subject = nationalFor('R8', (national) => {
      national.criteria = national.criteria.map(([id, count]) => [id, id === 'P2a1b' ? 1219 : count]);
    });
    expect(nationalCounts.check(subject)).toEqual([
      { place: 'P2a1b', message: '該当市町村数 1219 ＞ 前の段の該当市町村数 1218' },
    ]);
  });
});
