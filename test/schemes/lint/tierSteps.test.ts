import { tierSteps } from '../../../src/schemes/lint/tiers';
import { holdsForEveryYear, indicatorIn, schemeFor } from './packaged';

describe('tierSteps', () => {
  holdsForEveryYear(tierSteps, (year) => schemeFor(year));

  test('shares that do not fall are named', () => {
    const scheme = schemeFor('R8', (scheme) => {
      indicatorIn(scheme, 'P2a1').criteria[2]!.share = '5/10';
    });
    expect(tierSteps.check(scheme)).toEqual([
      { place: 'P2a1c', message: '割合「5/10」が前の段「5/10」より小さくありません' },
    ]);
  });

  test('steps out of order are named', () => {
    const scheme = schemeFor('R8', (scheme) => {
      indicatorIn(scheme, 'P2a1').criteria[3]!.label = 'ア';
    });
    expect(tierSteps.check(scheme)).toEqual([
      { place: 'P2a1d', message: '枝番「ア」が前の段「ウ」の後に並んでいません' },
    ]);
  });

  test('a tier among doers starts with doing it at all', () => {
    const scheme = schemeFor('R8', (scheme) => {
      indicatorIn(scheme, 'P1a3').criteria[0]!.share = '7/10';
    });
    expect(tierSteps.check(scheme)).toEqual([{ place: 'P1a3a', message: '最初の段の割合「7/10」≠「does」のいずれか' }]);
  });

  test('a tier without a share is named', () => {
    const scheme = schemeFor('R8', (scheme) => {
      delete indicatorIn(scheme, 'S1a1').criteria[0]!.share;
    });
    expect(tierSteps.check(scheme)).toEqual([{ place: 'S1a1a', message: '割合（share）がありません' }]);
  });

  test('a self-assessed criterion has no share', () => {
    const scheme = schemeFor('R8', (scheme) => {
      indicatorIn(scheme, 'P1p1').criteria[0]!.share = '7/10';
    });
    expect(tierSteps.check(scheme)).toEqual([
      { place: 'P1p1a', message: '自己評価の枝番に割合「7/10」が書かれています' },
    ]);
  });
});
