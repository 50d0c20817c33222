import { uniqueIds } from '../../../src/schemes/lint/structure';
import { holdsForEveryYear, indicatorIn, schemeFor } from './packaged';

describe('uniqueIds', () => {
  holdsForEveryYear(uniqueIds, (year) => schemeFor(year));

  test('a repeated criterion id is named', () => {
    const scheme = schemeFor('R8', (scheme) => {
      indicatorIn(scheme, 'P1p2').criteria[0]!.id = 'P1p1a';
    });
    expect(uniqueIds.check(scheme)).toEqual([{ place: 'P1p1a', message: 'ID「P1p1a」が二度使われています' }]);
  });

  test('a repeated indicator id is named', () => {
    const scheme = schemeFor('R8', (scheme) => {
      indicatorIn(scheme, 'S3a2').id = 'S3a1';
    });
    expect(uniqueIds.check(scheme)).toEqual([{ place: 'S3a1', message: 'ID「S3a1」が二度使われています' }]);
  });
});
