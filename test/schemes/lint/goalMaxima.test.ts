import { goalMaxima } from '../../../src/schemes/lint/sums';
import { holdsForEveryYear, schemeFor } from './packaged';

describe('goalMaxima', () => {
  holdsForEveryYear(goalMaxima, (year) => schemeFor(year));

  test('groups that do not add up to their goal are named with both figures', () => {
    const scheme = schemeFor('R7', (scheme) => {
      scheme.goals[0]!.maxPoints = 99;
    });
    expect(goalMaxima.check(scheme)).toEqual([{ place: '推進Ⅰ', message: '目標の配点 99 ≠ 指標群の配点の合計 100' }]);
  });

  test('a goal stands once', () => {
    const scheme = schemeFor('R7', (scheme) => {
      scheme.goals.push(structuredClone(scheme.goals[0]!));
    });
    expect(goalMaxima.check(scheme)).toEqual([{ place: '推進Ⅰ', message: '同じ目標が二度書かれています' }]);
  });

  test('a goal is common or of each grant, never both', () => {
    const scheme = schemeFor('R7', (scheme) => {
      scheme.goals.push({ ...structuredClone(scheme.goals[6]!), grant: 'support' });
    });
    expect(goalMaxima.check(scheme)).toEqual([
      { place: '共通Ⅳ', message: '両交付金に共通の目標が、交付金ごとの目標としても書かれています' },
    ]);
  });

  test('a group stands once in its goal', () => {
    const scheme = schemeFor('R7', (scheme) => {
      scheme.goals[6]!.groups = [50, 50].map((maxPoints) => ({ group: 'outcome', maxPoints }));
    });
    expect(goalMaxima.check(scheme)).toEqual([{ place: '共通Ⅳ', message: '同じ指標群が二度書かれています' }]);
  });
});
