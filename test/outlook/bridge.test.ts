import { answerState } from '../../src/answers';
import { bridgeBetween, type AnsweredYear, type Bridge } from '../../src/outlook';
import { criterionIndexOf } from '../../src/schemes';
import { schemeFor } from '../builders/answerSheets';
import { seededRandom } from '../fixtures/seededRandom';
import { goldenCases } from '../golden/cases';
import { inventedStates, totalOf } from './standpoints';

const golden = goldenCases.map(([name, { municipality, fiscalYear, scored, published }]) => {
  const scheme = schemeFor(fiscalYear);
  const states = Uint8Array.from(criterionIndexOf(scheme).all, ({ criterion }) =>
    (scored[criterion.id] ?? 0) > 0 ? answerState.met : answerState.unmet,
  );
  return { name, municipality, fiscalYear, year: { scheme, states }, total: published.total };
});

const between = (before: string, now: string) => (before === 'R6' && now === 'R8' ? [schemeFor('R7')] : []);

const addedUp = ({ sums }: Bridge): number => Object.values(sums).reduce((sum, points) => sum + points, 0);

// Every pair of years in the data, one municipality's or two's: the parts must add up whoever it is.
const pairs = golden.flatMap((before) =>
  golden
    .filter((now) => before.fiscalYear < now.fiscalYear)
    .map((now) => [`${before.name} → ${now.name}`, before, now] as const),
);

test.each(pairs)('%s: the parts add up to the published totals', (_, before, now) => {
  const bridge = bridgeBetween(before.year, now.year, between(before.fiscalYear, now.fiscalYear));
  expect(bridge.before).toBe(before.total);
  expect(bridge.now).toBe(now.total);
  expect(bridge.before + addedUp(bridge)).toBe(bridge.now);
  expect(bridge.changes.reduce((sum, { points }) => sum + points, 0)).toBe(bridge.now - bridge.before);
});

test('200 pairs of invented years add up', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const random = seededRandom(seed);
    const years = ['R6', 'R7', 'R8'].map((year): AnsweredYear => {
      const scheme = schemeFor(year);
      return { scheme, states: inventedStates(scheme, random, random()) };
    });
    for (const [first, last, through] of [
      [0, 1, []],
      [1, 2, []],
      [0, 2, [schemeFor('R7')]],
    ] as const) {
      const [before, now] = [years[first], years[last]];
      if (before === undefined || now === undefined) throw new Error();
      const bridge = bridgeBetween(before, now, through);
      expect(bridge.before).toBe(totalOf(before.scheme, before.states));
      expect(bridge.before + addedUp(bridge)).toBe(totalOf(now.scheme, now.states));
    }
  }
});

test('the same answers in both years change by the rules alone', () => {
  const [before, now] = [schemeFor('R6'), schemeFor('R7')];
  const all = (scheme: typeof before): AnsweredYear => ({
    scheme,
    states: new Uint8Array(criterionIndexOf(scheme).all.length).fill(answerState.met),
  });
  const { sums } = bridgeBetween(all(before), all(now));
  expect(sums).toMatchObject({ gained: 0, lost: 0 });
  // 認知症初期集中支援チーム (20) went, 難聴高齢者 (20) came: src/rules/grants.md#changes-between-years.
  expect(sums.dropped).toBeLessThanOrEqual(-20);
  expect(sums.added).toBeGreaterThanOrEqual(20);
  expect(sums.dropped + sums.added + sums['re-pointed']).toBe(0);
});
