import fc from 'fast-check';
import { answerState } from '../../src/answers';
import { wholeNumbersLike } from '../../src/kernel';
import { criterionIndexOf } from '../../src/schemes';
import { mostPointsOf, openIn, partNamed, pointsOfPart, scoreByCriterion, tierSteps } from '../../src/score';
import { schemeFor } from '../builders/answerSheets';

const scheme = schemeFor('R8');
const most = (id: string): number | undefined => {
  const part = partNamed(scheme, id);
  return part && mostPointsOf(part);
};

const mostOf = (id: string): number | undefined => scheme.indicators.find((one) => one.id === id)?.maxPoints;

describe('parts of a score', () => {
  test.each<[string, number | undefined]>([
    ['', 800],
    ['P', 400],
    ['s', 400],
    ['P1', 100],
    ['p1P', 64],
    ['C4', 100],
    ['P4', 100],
    ['S4o', 100],
    ['C4o1', 20],
    ['P5', undefined],
    ['X', undefined],
    ['推進', 400],
    ['支援交付金', 400],
    ['推進Ⅰ', 100],
    ['推進 目標Ⅰ', 100],
    ['推進Ⅰ体制・取組', 64],
    ['推進Ⅰ体制3', mostOf('P1p3')],
    ['支援Ⅱ活動指標1', mostOf('S2a1')],
    ['目標Ⅳ', 100],
    ['Ⅳ', 100],
    ['目標IV', 100],
    ['目標4', 100],
    ['推進Ⅳ', 100],
    ['共通', 100],
    ['目標Ⅳ成果1', 20],
    ['目標Ⅰ', undefined],
    ['推進Ⅴ', undefined],
    ['推進体制', undefined],
    ['推進Ⅰ3', undefined],
    ['推進Ⅰ体制99', undefined],
    ['目標', undefined],
    ['3', undefined],
  ])('満点 of "%s" is %s', (id, expected) => {
    expect(most(id)).toBe(expected);
  });

  test('goals, groups and indicators bring what the scheme says', () => {
    for (const { id, maxPoints } of scheme.indicators) expect([id, most(id)]).toEqual([id, maxPoints]);
  });

  test('an indicator 1 is not the beginning of an indicator 10', () => {
    const tenth = structuredClone(scheme);
    const [first] = tenth.indicators;
    tenth.indicators.push({
      ...first!,
      id: 'P1p10',
      number: 10,
      criteria: first!.criteria.map((one) => ({ ...one, id: one.id.replace('P1p1', 'P1p10') })),
    });
    const idsIn = (id: string) => partNamed(tenth, id)?.map(({ entry }) => entry.criterion.id);
    expect(idsIn('P1p1')).toEqual(first!.criteria.map(({ id }) => id));
    expect(idsIn('P1p10')).toEqual(first!.criteria.map(({ id }) => id.replace('P1p1', 'P1p10')));
  });

  test('points of the whole count the common goal twice, of itself once', () => {
    const states = Uint8Array.from(criterionIndexOf(scheme).all, () => answerState.met);
    const score = scoreByCriterion(scheme, states);
    expect(['', 'P', 'C4'].map((id) => pointsOfPart(score, partNamed(scheme, id)!))).toEqual([800, 400, 100]);
  });

  test('a part without the indicator on the own total waits for its own answers only', () => {
    const { all, byId } = criterionIndexOf(scheme);
    const states = Uint8Array.from(all, () => answerState.unmet);
    const one = byId.get('S1p1a')!.index;
    states[one] = answerState.unanswered;
    const openOf = (id: string) =>
      openIn(scoreByCriterion(scheme, states), partNamed(scheme, id)!).map(({ index }) => index);
    expect([openOf('P1p'), openOf('S1p')]).toEqual([[], [one]]);
    states[one] = answerState.held;
    expect(openOf('S1p')).toEqual([one]);
    // Nothing but this answer is open, and it cannot lift the total to a cut-off.
    expect(openOf('P1a1')).toEqual([]);
    states.fill(answerState.unanswered);
    expect(openOf('P1a1').length).toBe(all.filter(({ indicator }) => indicator.id !== 'P1a1').length);
  });
});

describe('steps reached in a population', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => at + 1);

  test.each([
    [100, 4],
    [91, 4],
    [90, 3],
    [31, 1],
    [30, 0],
  ])('%i of 1 to 100 reaches %i steps of the top, as many from below when lower is better', (value, steps) => {
    expect(tierSteps(hundred, { kind: 'tier-top', better: 'higher' })(value)).toBe(steps);
    expect(tierSteps(hundred, { kind: 'tier-top', better: 'lower' })(101 - value)).toBe(steps);
  });

  test('those who do nothing are no part of the doers, and reach nothing', () => {
    const doers = { kind: 'tier-among-doers', better: 'higher' } as const;
    const some = [...Array<number>(900).fill(0), ...hundred];
    expect([0, 1, 50, 51, 100].map((value) => tierSteps(some, doers)(value))).toEqual(
      [0, 1, 50, 51, 100].map((value) => tierSteps(hundred, doers)(value)),
    );
    expect([0, 1, 100].map((value) => tierSteps(some, doers)(value))).toEqual([0, 1, 4]);
  });

  test('a population as large as a sheet is counted', () => {
    const large = Array.from({ length: 200_000 }, (_, at) => at);
    expect(tierSteps(large, { kind: 'tier-top', better: 'higher' })(199_999)).toBe(4);
  });
});

describe('decimals as whole numbers', () => {
  test('keep their proportion, exactly', () => {
    expect(wholeNumbersLike([0.1, 2.25, 3])).toEqual([10n, 225n, 300n]);
    expect(wholeNumbersLike([1e-7, 1e21])).toEqual([1n, 10n ** 28n]);
    expect(wholeNumbersLike([1e-20, 1e25])).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (one, other) => {
        const [a = 0n, b = 0n] = wholeNumbersLike([one / 1000, other / 1000]) ?? [];
        expect(a * BigInt(other)).toBe(b * BigInt(one));
      }),
    );
  });
});
