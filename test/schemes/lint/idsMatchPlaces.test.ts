import { idsMatchPlaces } from '../../../src/schemes/lint/structure';
import { holdsForEveryYear, indicatorIn, schemeFor } from './packaged';

describe('idsMatchPlaces', () => {
  holdsForEveryYear(idsMatchPlaces, (year) => schemeFor(year));

  test('an indicator id that contradicts its place is named with both', () => {
    const scheme = schemeFor('R8', (scheme) => {
      indicatorIn(scheme, 'P2a1').goal = 3;
    });
    expect(idsMatchPlaces.check(scheme)).toEqual([
      { place: 'P2a1', message: '指標のID「P2a1」≠ 交付金・目標・指標群・番号から「P3a1」' },
    ]);
  });

  test('a criterion id that contradicts its label is named with both', () => {
    const scheme = schemeFor('R8', (scheme) => {
      indicatorIn(scheme, 'P1p3').criteria[1]!.label = 'ア③';
    });
    expect(idsMatchPlaces.check(scheme)).toEqual([
      { place: 'P1p3a2', message: '枝番のID「P1p3a2」≠ 枝番「ア③」から「P1p3a3」' },
    ]);
  });
});
