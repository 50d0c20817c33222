import { criteriaToEarn, somethingToEarn } from '../../../src/schemes/lint/structure';
import { oneGrant } from '../../builders/nextYear';
import { blockSubjectFor, holdsForEveryYear, schemeFor } from './packaged';

describe('somethingToEarn', () => {
  holdsForEveryYear(somethingToEarn, (year) => schemeFor(year));
  holdsForEveryYear(criteriaToEarn, (year) => schemeFor(year));

  test('holds for what is known by blocks', () => {
    expect(somethingToEarn.check(blockSubjectFor('R5', 'municipality').scheme)).toEqual([]);
    expect(somethingToEarn.check(blockSubjectFor('R8', 'prefecture').scheme)).toEqual([]);
  });

  test('a grant without goals is named; a common goal is one', () => {
    expect(somethingToEarn.check(oneGrant())).toEqual([
      { place: '支援', message: '交付金の目標がありません（0件 ＜ 1件）' },
    ]);
    const scheme = schemeFor('R8');
    const goals = scheme.goals.filter(({ grant }) => grant !== 'support');
    expect(somethingToEarn.check({ ...scheme, goals })).toEqual([]);
  });

  test('a goal, a group, an indicator and a criterion of 0 points are named', () => {
    const scheme = schemeFor('R8', ({ goals, indicators }) => {
      goals[0]!.maxPoints = 0;
      goals[0]!.groups[1]!.maxPoints = 0;
      indicators[0]!.maxPoints = 0;
      indicators[0]!.criteria[1]!.points = 0;
    });
    const places = [somethingToEarn, criteriaToEarn].flatMap(({ check }) => check(scheme).map(({ place }) => place));
    expect(places).toEqual(['推進Ⅰ', '推進Ⅰ活動', 'P1p1', 'P1p1b']);
  });
});
