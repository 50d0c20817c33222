import { cutOffs } from '../../../src/schemes/lint/tiers';
import { holdsForEveryYear, indicatorIn, schemeFor } from './packaged';

describe('cutOffs', () => {
  holdsForEveryYear(cutOffs, (year) => schemeFor(year));

  test('cut-offs that do not rise are named with both figures', () => {
    const scheme = schemeFor('R8', (scheme) => {
      indicatorIn(scheme, 'P1a1').rule = { kind: 'tier-on-own-total', cutOffs: [412, 463, 463, 550] };
    });
    expect(cutOffs.check(scheme)).toEqual([
      { place: 'P1a1', message: '区切り 463 が前の区切り 463 より大きくありません' },
    ]);
  });

  test('there are as many cut-offs as criteria', () => {
    const scheme = schemeFor('R8', (scheme) => {
      indicatorIn(scheme, 'P1a1').rule = { kind: 'tier-on-own-total', cutOffs: [412, 463, 502] };
    });
    expect(cutOffs.check(scheme)).toEqual([{ place: 'P1a1', message: '区切りの数 3 ≠ 枝番の数 4' }]);
  });
});
