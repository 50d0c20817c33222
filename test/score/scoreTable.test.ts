import { answerState } from '../../src/answers';
import { blockKey, criterionIndexOf } from '../../src/schemes';
import { compileScheme, explainScore, pointsOf, scoreRange, scoreTable, type OpenAnswers } from '../../src/score';
import { schemeFor } from '../builders/answerSheets';
import { statesMeeting } from '../builders/states';

const block = (year: string, states: Uint8Array, key: Parameters<typeof blockKey>[0], open?: OpenAnswers): number => {
  const scheme = schemeFor(year);
  const at = compileScheme(scheme).blocks.findIndex((one) => one.key === blockKey(key));
  return pointsOf(scoreTable(scheme, states, 1, open), 0, at);
};
const total = { grant: null, goal: null, group: null } as const;
const goal4 = { grant: 'common', goal: 4, group: null } as const;

describe.each(['R6', 'R7', 'R8'])('scoreTable %s', (year) => {
  const scheme = schemeFor(year);
  const meeting = (...ids: readonly string[]) => statesMeeting(scheme, (id) => ids.includes(id));

  it('gives every block its maximum when all is met, and nothing when nothing is', () => {
    const all = statesMeeting(scheme, () => true);
    for (const { key, grant, goal, group, maxPoints } of compileScheme(scheme).blocks) {
      expect([key, block(year, all, { grant, goal, group })]).toEqual([key, maxPoints]);
      expect([key, block(year, meeting(), { grant, goal, group })]).toEqual([key, 0]);
    }
  });

  it.each([1, 3, 5])('counts the better alternative of Ⅳ-%d, up to 20', (number) => {
    const letter = (branch: string, steps: number) =>
      [1, 2, 3, 4].slice(0, steps).map((step) => `C4o${number}${branch}${step}`);
    const points = (a: number, b: number) => block(year, meeting(...letter('a', a), ...letter('b', b)), goal4);
    expect([points(4, 4), points(2, 3), points(3, 2), points(2, 2), points(0, 1), points(1, 0)]).toEqual([
      20, 15, 15, 10, 5, 5,
    ]);
  });

  it('caps 支Ⅰ活動9 at 4 however it is reached', () => {
    const all = scheme.indicators.find(({ id }) => id === 'S1a9')?.criteria.map(({ id }) => id) ?? [];
    const points = (...ids: readonly string[]) =>
      block(year, meeting(...ids), { grant: 'support', goal: 1, group: 'activity' });
    expect(all).toHaveLength(13);
    expect(points(...all)).toBe(4);
    expect(points(...all.filter((id) => id.startsWith('S1a9b')))).toBe(4);
    expect(points('S1a9a1', 'S1a9a2', 'S1a9b1', 'S1a9d')).toBe(2);
    expect(points('S1a9d')).toBe(scheme.indicators.find(({ id }) => id === 'S1a9')?.criteria.at(-1)?.points);
  });

  it('counts goal Ⅳ once in each grant', () => {
    const states = meeting('C4o2a');
    expect(block(year, states, goal4)).toBe(5);
    expect(block(year, states, { grant: 'promotion', goal: null, group: null })).toBe(5);
    expect(block(year, states, { grant: 'support', goal: null, group: null })).toBe(5);
    expect(block(year, states, total)).toBe(10);
  });

  it('refuses a table of another size', () => {
    expect(() => scoreTable(scheme, new Uint8Array(3), 1)).toThrow('scoreTable');
  });

  it('scores many as it scores one', () => {
    const some = [meeting('P1p1a'), meeting('C4o2a', 'C4o2b'), meeting()];
    const table = scoreTable(scheme, Uint8Array.from(some.flatMap((states) => [...states])), 3);
    const at = table.compiled.totalBlock;
    expect([0, 1, 2].map((row) => pointsOf(table, row, at))).toEqual([4, 20, 0]);
  });
});

describe('推Ⅰ活動1', () => {
  const scheme = schemeFor('R8');
  const { all } = criterionIndexOf(scheme);
  const own = scheme.indicators.find(({ rule }) => rule.kind === 'tier-on-own-total')!;
  /** States whose total without 推Ⅰ活動1 is exactly `wanted`; alternatives left out, so points only add up. */
  const totalling = (wanted: number): Uint8Array => {
    const weight = (entry: (typeof all)[number]) =>
      entry.criterion.points * (entry.indicator.grant === 'common' ? 2 : 1);
    let rest = wanted;
    const ids = new Set<string>();
    for (const entry of [...all].sort((one, other) => weight(other) - weight(one))) {
      if (entry.indicator.id === own.id || entry.indicator.combine !== 'sum' || weight(entry) > rest) continue;
      ids.add(entry.criterion.id);
      rest -= weight(entry);
    }
    expect(rest).toBe(0);
    return statesMeeting(scheme, (id) => ids.has(id));
  };

  it.each([
    [0, 0],
    [411, 0],
    [412, 3],
    [462, 3],
    [463, 6],
    [501, 6],
    [502, 9],
    [549, 9],
    [550, 12],
  ])('of R8 follows from the total without it: %d gives %d', (without, points) => {
    const states = totalling(without);
    expect(block('R8', states, total)).toBe(without + points);
    expect(block('R8', states, { grant: 'promotion', goal: 1, group: 'activity' })).toBeGreaterThanOrEqual(points);
    const steps = explainScore(scheme, states).filter(({ indicator }) => indicator.id === own.id);
    expect(steps.reduce((sum, award) => sum + award.points, 0)).toBe(points);
    expect(steps.map(({ because }) => because)).toEqual(
      [3, 6, 9, 12].map((step) => (points >= step ? 'own-total-reached' : 'own-total-missed')),
    );
    expect(steps[0]?.ownTotal).toEqual({ total: without, most: without, cutOff: 412 });
  });

  it.each([
    [411, 1, 3],
    [549, 1, 12],
    [412, 4, 3],
  ])('of R8 takes part in the range of open answers: %d and %d more', (least, open, mostSteps) => {
    const states = totalling(least);
    let rest = open;
    for (const { index, criterion, indicator } of all) {
      if (rest === 0 || states[index] !== answerState.unmet || indicator.grant === 'common' || indicator.id === own.id)
        continue;
      if (indicator.combine !== 'sum' || criterion.points > rest) continue;
      states[index] = answerState.held;
      rest -= criterion.points;
    }
    expect(rest).toBe(0);
    expect(block('R8', states, total, 'as-met')).toBe(least + open + mostSteps);
  });

  it.each(['R6', 'R7'])('of %s is taken as answered', (year) => {
    const earlier = schemeFor(year);
    const others = statesMeeting(earlier, (id) => !id.startsWith('P1a1'));
    expect(block(year, others, total)).toBe(788);
    const some = statesMeeting(earlier, (id) => id === 'P1a1a' || id === 'P1a1b');
    expect(block(year, some, total)).toBe(6);
    expect(
      explainScore(earlier, some)
        .filter(({ points }) => points > 0)
        .map(({ because }) => because),
    ).toEqual(['met', 'met']);
  });
});

it.each([
  ['unanswered', answerState.unanswered, [0, 4]],
  ['held', answerState.held, [0, 4]],
  ['unmet', answerState.unmet, [0, 0]],
  ['met', answerState.met, [4, 4]],
])('ranges over an answer that is %s', (_, state, expected) => {
  const scheme = schemeFor('R7');
  const states = statesMeeting(scheme, () => false);
  states[0] = state;
  const { least, most } = scoreRange(scheme, states);
  expect([least, most].map((table) => pointsOf(table, 0, table.compiled.totalBlock))).toEqual(expected);
});
