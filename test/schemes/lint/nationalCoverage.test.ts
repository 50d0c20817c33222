import { nationalCoverage } from '../../tools/national-lints/nationalCoverage';
import { holdsForEveryYear, nationalFor, publishedYears } from './packaged';

describe('nationalCoverage', () => {
  holdsForEveryYear(nationalCoverage, (year) => nationalFor(year), publishedYears());

  test('a criterion without a count is named', () => {
    const subject = nationalFor('R7', (national) => {
      national.criteria.shift();
    });
    expect(nationalCoverage.check(subject)).toEqual([{ place: 'P1p1a', message: '該当市町村数の件数 0 ≠ 1' }]);
  });

  test('a criterion counted twice is named', () => {
    const subject = nationalFor('R7', (national) => {
      national.criteria.push(national.criteria[0]!);
    });
    expect(nationalCoverage.check(subject)).toEqual([{ place: 'P1p1a', message: '該当市町村数の件数 2 ≠ 1' }]);
  });

  test('a count of nothing is named', () => {
    const subject = nationalFor('R7', (national) => {
      national.criteria.push(['P9z9', 1]);
    });
    expect(nationalCoverage.check(subject)).toEqual([
      { place: 'P9z9', message: '枝番「P9z9」はスキームにありません（スキームの枝番 265 件）' },
    ]);
  });

  test('figures of another year are refused', () => {
    const subject = nationalFor('R7', (national) => {
      national.fiscalYear = 'R8';
    });
    expect(nationalCoverage.check(subject)).toEqual([{ place: 'fiscalYear', message: '年度 R8 ≠ スキームの年度 R7' }]);
  });
});
