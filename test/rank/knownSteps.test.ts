import { stepsBetweenPairs } from '../../src/rank';
import { nationalOf } from '../../src/schemes';

const figures = (year: 'R6' | 'R7' | 'R8') => {
  const found = nationalOf(year);
  if (found === undefined) throw new Error(year);
  return found;
};

test.each(['R6', 'R7'] as const)(
  '%s: the steps hold every municipality, and agree with each published rank',
  (year) => {
    const national = figures(year);
    const steps = stepsBetweenPairs(national, 800, 25) ?? [];
    const { knownRanks = [], municipalities } = national;
    const ranks = new Map(knownRanks.map(([points, rank]) => [points + 1, rank - 1]));
    let counted = 0;
    let above = 801;
    for (const { from, to, count } of steps.toReversed()) {
      expect([to, count >= 0]).toEqual([above, true]);
      counted += count;
      above = from;
      if (from > 0) expect(counted).toBe(ranks.get(from));
    }
    expect([above, counted]).toEqual([0, municipalities]);
    const narrow = steps.slice(0, -1).filter(({ from, to }) => to - from < 25);
    expect([narrow, steps.length > 12]).toEqual([[], true]);
  },
);

test('a rank of pairs says how many stand between them, at the ends too', () => {
  const pairs = { ...figures('R6'), municipalities: 100, knownRanks: [[90, 3, 1], [60, 41, 2], [50, 42, 1]] }; // prettier-ignore
  expect(stepsBetweenPairs(pairs as never, 100, 20)).toEqual([
    { from: 0, to: 61, count: 60 },
    { from: 61, to: 101, count: 40 },
  ]);
  expect(stepsBetweenPairs(figures('R8'), 800, 25)).toBeUndefined();
});
