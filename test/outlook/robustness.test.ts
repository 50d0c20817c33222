import { answerState } from '../../src/answers';
import { outcomeOf, robustnessOf, type Rivals } from '../../src/outlook';
import { outcomeChanges, rankBand } from '../../src/rank';
import { criterionIndexOf, nationalOf } from '../../src/schemes';
import { schemeFor } from '../builders/answerSheets';
import { seededRandom } from '../fixtures/seededRandom';
import { inventedStates, standpointOf, totalOf } from './standpoints';

const scheme = schemeFor('R8');
const states = inventedStates(scheme, seededRandom(4), 0.56);
const standpoint = standpointOf(scheme, states);

/** Nine of ten ranks when 1,740 others are moved one by one, draw by draw, to the total of their new place: the long way round. */
const simulated = (rivals: readonly Rivals[], total: number, seed: number) => {
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const all = rivals
    .flatMap(({ points, sizeClass, count }) => Array.from({ length: count }, () => ({ points, sizeClass })))
    .toSorted((one, other) => one.points - other.points);
  const mean = all.reduce((sum, { points }) => sum + points, 0) / all.length;
  const variance = all.reduce((sum, { points }) => sum + (points - mean) ** 2, 0) / all.length;
  const changes = outcomeChanges('R8');
  const classes = changes.flatMap(({ sizeClass, municipalities }) =>
    Array.from({ length: municipalities }, () => sizeClass),
  );
  // Normal scores by a long table of drawn deviates, and back by counting in it.
  const drawn = Float64Array.from({ length: 400_000 }, normal).sort();
  const scores = all.map((_, place) => drawn[Math.floor(((place + 0.5) / all.length) * drawn.length)] ?? NaN);
  const bar = all.filter(({ points }) => points <= total).length;
  const barScore = ((scores[bar - 1] ?? -9) + (scores[bar] ?? 9)) / 2;
  const ranks = Array.from({ length: 800 }, () => {
    let above = 0;
    for (const [place, { sizeClass }] of all.entries()) {
      const own = sizeClass ?? classes[Math.floor(random() * classes.length)];
      // Goal Ⅳ counts in both grants.
      const moved = 2 * (changes.find((change) => change.sizeClass === own)?.sd ?? NaN);
      const kept = 1 - moved ** 2 / (2 * variance);
      if (kept * (scores[place] ?? NaN) + Math.sqrt(1 - kept ** 2) * normal() > barScore) above += 1;
    }
    return above + 1;
  });
  const sorted = ranks.toSorted((one, other) => one - other);
  return [sorted[40] ?? NaN, sorted[759] ?? NaN] as const;
};

test.each([
  ['any size class', null],
  ['class 1', 1],
  ['class 5', 5],
])('the band is the one of moving every rival in turn, 800 times: %s', (_, sizeClass) => {
  const rivals = (standpoint.rivals() ?? []).map((one) => ({ ...one, sizeClass }));
  expect(rivals.reduce((sum, { count }) => sum + count, 0)).toBe(1740);
  const band = robustnessOf({ ...standpoint, rivals: () => rivals })?.rank;
  const total = totalOf(scheme, states);
  const [low, high] = simulated(rivals, total, 7);
  expect(Math.abs((band?.low ?? NaN) - low)).toBeLessThanOrEqual(4);
  expect(Math.abs((band?.high ?? NaN) - high)).toBeLessThanOrEqual(4);
  expect(high - low).toBeGreaterThan(20);
});

test('the band lies around the rank that stands, wherever that is', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const other = inventedStates(scheme, seededRandom(seed), 0.3 + seed / 100);
    const rank = rankBand(nationalOf('R8'), totalOf(scheme, other))?.low ?? NaN;
    const band = robustnessOf(standpointOf(scheme, other))?.rank;
    expect([seed, rank, (band?.low ?? NaN) <= rank && rank <= (band?.high ?? NaN)]).toEqual([seed, rank, true]);
  }
});

test('where nobody moves it is the rank itself', () => {
  const still = robustnessOf({
    ...standpoint,
    rivals: () => (standpoint.rivals() ?? []).map((one) => ({ ...one, points: 447 })),
  });
  const total = totalOf(scheme, states);
  expect(still?.rank).toEqual(total < 447 ? { low: 1741, high: 1741 } : { low: 1, high: 1 });
});

test('open answers go either way: the points lie between none and all of them, the band grows', () => {
  const doubtful = states.map((state, index) =>
    index < 40 && criterionIndexOf(scheme).all[index]?.indicator.rule.kind !== 'tier-on-own-total'
      ? answerState.unanswered
      : state,
  );
  const open = { ...standpointOf(scheme, doubtful) };
  const band = robustnessOf(open);
  const { least, most } = outcomeOf(open, doubtful).points.total;
  expect(band?.open).toBe(doubtful.filter((state) => state === answerState.unanswered).length);
  expect(band?.points.low).toBeGreaterThan(least);
  expect(band?.points.high).toBeLessThan(most);
  expect(band?.points.low).toBeLessThan(band?.points.high ?? NaN);
  const decided = robustnessOf(standpoint);
  const width = (of: typeof band): number => (of?.rank.high ?? NaN) - (of?.rank.low ?? NaN);
  expect(width(band)).toBeGreaterThan(width(decided));
  expect(band?.assumption).toContain(`未確定の回答${String(band?.open)}件`);
});

test('the same answers give the same band', () => {
  expect(robustnessOf(standpoint)).toEqual(robustnessOf(standpointOf(scheme, states)));
});

test('without the points of the others nobody can say (R6 and R7 are known by pairs only)', () => {
  const before = schemeFor('R7');
  expect(nationalOf('R7')?.distribution).toBeUndefined();
  expect(robustnessOf(standpointOf(before, inventedStates(before, seededRandom(1))))).toBeUndefined();
});
