import { lintBlockScheme } from '../../../src/schemes/lint/schemeLints';
import { lintBlockNational } from '../../tools/national-lints/lintNational';
import { nationalPrintedSums } from '../../tools/national-lints/nationalPrintedSums';
import { blockSubjectFor } from './packaged';

describe('nationalPrintedSums', () => {
  test.each([
    ['R5', 'municipality'],
    ['R8', 'prefecture'],
  ] as const)('every rule for blocks finds nothing in %s %s', (year, part) => {
    const { national, scheme } = blockSubjectFor(year, part);
    expect(lintBlockScheme(scheme)).toEqual([]);
    expect(lintBlockNational(national, scheme)).toEqual([]);
  });

  test('printed means may differ by their rounding', () => {
    const subject = blockSubjectFor('R8', 'prefecture');
    const goals = subject.national.blocks.filter(({ grant, goal }) => grant !== 'support' && goal !== null);
    expect(goals.reduce((sum, { mean }) => sum + mean, 0).toFixed(1)).toBe('269.7');
    expect(subject.national.blocks.find(({ grant, goal }) => grant === 'promotion' && goal === null)?.mean).toBe(269.6);
    expect(nationalPrintedSums.check(subject)).toEqual([]);
  });

  test('a mean that rounding cannot explain is named with both figures', () => {
    const subject = blockSubjectFor('R5', 'municipality', (national) => {
      national.blocks[0]!.mean = 84.68;
    });
    expect(nationalPrintedSums.check(subject)).toEqual([
      { place: '推進', message: expect.stringMatching(/^平均点 742\.94 ≠ 目標・交付金の平均点の合計 743\.4/) },
    ]);
  });

  test('a mean above the points of its block is named', () => {
    const subject = blockSubjectFor('R5', 'municipality', (_national, scheme) => {
      scheme.goals[0]!.maxPoints = 84;
    });
    expect(nationalPrintedSums.check(subject)).toEqual([{ place: '推進Ⅰ', message: '平均点 84.18 ＞ 配点 84' }]);
  });

  test('a missing total is named', () => {
    const subject = blockSubjectFor('R5', 'municipality', (national) => {
      national.blocks.pop();
    });
    expect(nationalPrintedSums.check(subject)).toHaveLength(1);
  });

  test('the points of R5 are 2,185 = 1,355 + 830', () => {
    const { scheme } = blockSubjectFor('R5', 'municipality');
    expect([scheme.maxPoints, scheme.grants]).toEqual([
      2185,
      [
        { grant: 'promotion', maxPoints: 1355 },
        { grant: 'support', maxPoints: 830 },
      ],
    ]);
  });
});
