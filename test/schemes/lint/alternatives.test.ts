import { alternatives } from '../../../src/schemes/lint/structure';
import { holdsForEveryYear, indicatorIn, schemeFor } from './packaged';

describe('alternatives', () => {
  holdsForEveryYear(alternatives, (year) => schemeFor(year));

  test('one alternative is not a choice', () => {
    const scheme = schemeFor('R8', (scheme) => {
      const indicator = indicatorIn(scheme, 'C4o1');
      indicator.criteria = indicator.criteria.slice(0, 4);
    });
    expect(alternatives.check(scheme)).toEqual([
      {
        place: 'C4o1',
        message: '「高い方」とする選択肢が一つしかありません（選択肢 1 ＜ 2）。合計（sum）としてください',
      },
    ]);
  });

  test('an alternative is the criterion’s own letter', () => {
    const scheme = schemeFor('R8', (scheme) => {
      indicatorIn(scheme, 'S1a9').criteria[12]!.measure = 'ウ';
    });
    expect(alternatives.check(scheme)).toEqual([{ place: 'S1a9d', message: '選択肢「ウ」≠ 枝番「エ」の「エ」' }]);
  });
});
