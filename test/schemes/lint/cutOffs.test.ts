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

  test('one indicator of a year is worked out from the total of the others', () => {
    const scheme = schemeFor('R8', (scheme) => {
      indicatorIn(scheme, 'P1p1').rule = { kind: 'tier-on-own-total', cutOffs: [100, 200, 300, 400] };
    });
    expect(cutOffs.check(scheme)).toEqual([
      { place: 'P1a1', message: '総得点の区切りで決まる指標が2件あります（2件 ＞ 1件）' },
    ]);
  });
});
