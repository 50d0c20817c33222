import fc from 'fast-check';
import { criterionIndexOf } from '../../src/schemes';
import { compileScheme, explainScore, pointsOf, scoreTable } from '../../src/score';
import { schemeFor } from '../builders/answerSheets';
import { statesMeeting, statesTotalling } from '../builders/states';

describe.each(['R6', 'R7', 'R8'])('explainScore %s', (year) => {
  const scheme = schemeFor(year);
  const count = criterionIndexOf(scheme).all.length;
  const anyStates = fc
    .array(fc.integer({ min: 0, max: 3 }), { minLength: count, maxLength: count })
    .map((states) => Uint8Array.from(states));

  it('adds up to the total, goal Ⅳ counted twice', () => {
    fc.assert(
      fc.property(anyStates, (states) => {
        const sum = explainScore(scheme, states).reduce(
          (all, { points, indicator }) => all + points * (indicator.grant === 'common' ? 2 : 1),
          0,
        );
        expect(sum).toBe(pointsOf(scoreTable(scheme, states, 1), 0, compileScheme(scheme).totalBlock));
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('adds up indicator by indicator, never above its maximum', () => {
    fc.assert(
      fc.property(anyStates, (states) => {
        const awards = explainScore(scheme, states);
        for (const indicator of scheme.indicators) {
          const sum = awards
            .filter((award) => award.indicator === indicator)
            .reduce((all, { points }) => all + points, 0);
          expect(sum).toBeLessThanOrEqual(indicator.maxPoints);
        }
      }),
      { numRuns: 30, seed: 7 },
    );
  });
});

describe('reasons', () => {
  const scheme = schemeFor('R7');
  it('name the alternative that counts', () => {
    const met = new Set(['C4o1a1', 'C4o1a2', 'C4o1b1', 'C4o1b2', 'C4o1b3', 'P1p1a']);
    const awards = explainScore(
      scheme,
      statesMeeting(scheme, (id) => met.has(id)),
    ).filter(({ criterion }) => met.has(criterion.id));
    expect(awards.map(({ criterion, points, because }) => [criterion.id, points, because])).toEqual([
      ['P1p1a', 4, 'met'],
      ['C4o1a1', 0, 'other-alternative'],
      ['C4o1a2', 0, 'other-alternative'],
      ['C4o1b1', 5, 'met'],
      ['C4o1b2', 5, 'met'],
      ['C4o1b3', 5, 'met'],
    ]);
  });

  it.each([
    // Ⅳ-1: ア and イ of equal steps, then イ ahead by one.
    [['C4o1a1', 'C4o1b1'], ['C4o1a1']],
    [
      ['C4o1a1', 'C4o1a2', 'C4o1b1', 'C4o1b2'],
      ['C4o1a1', 'C4o1a2'],
    ],
    [
      ['C4o1a1', 'C4o1b1', 'C4o1b2'],
      ['C4o1b1', 'C4o1b2'],
    ],
    [['C4o1b1'], ['C4o1b1']],
  ])('of alternatives that bring as much as each other the first counts: %j → %j', (met, counted) => {
    const awards = explainScore(
      scheme,
      statesMeeting(scheme, (id) => met.includes(id)),
    );
    expect(awards.filter(({ because }) => because === 'met').map(({ criterion }) => criterion.id)).toEqual(counted);
    expect(awards.filter(({ because }) => because === 'other-alternative')).toHaveLength(met.length - counted.length);
  });

  it.each([
    [411, [0, 0, 0, 0]],
    [412, [3, 0, 0, 0]],
    [413, [3, 0, 0, 0]],
    [549, [3, 3, 3, 0]],
    [550, [3, 3, 3, 3]],
  ])('of 推Ⅰ活動1 (R8): a total of %d reaches what it equals', (total, points) => {
    const r8 = schemeFor('R8');
    const own = explainScore(r8, statesTotalling(r8, total)).filter(({ indicator }) => indicator.id === 'P1a1');
    expect(own.map((award) => award.points)).toEqual(points);
    expect(own.map(({ because }) => because === 'own-total-reached')).toEqual(points.map((one) => one > 0));
    expect(own[0]?.ownTotal).toEqual({ total, most: total, cutOff: 412 });
  });

  it('refuse a state that is none', () => {
    const states = statesMeeting(scheme, () => false);
    states[0] = 9;
    expect(() => explainScore(scheme, states)).toThrow('nothing at 9');
  });

  it('tell the kinds of nothing apart', () => {
    const states = statesMeeting(scheme, () => false);
    states.set([0, 1, 2, 3]);
    expect(
      explainScore(scheme, states)
        .slice(0, 4)
        .map(({ because }) => because),
    ).toEqual(['unanswered', 'unmet', 'met', 'held']);
  });
});
