import { answerState } from '../../src/answers';
import { marginalValues, mostHaveIt, outcomeOf } from '../../src/outlook';
import { grantRankBand, rankBand } from '../../src/rank';
import { criterionIndexOf, nationalOf, type Scheme } from '../../src/schemes';
import { schemeFor } from '../builders/answerSheets';
import { seededRandom } from '../fixtures/seededRandom';
import { syntheticStates } from '../fixtures/syntheticStates';
import { goldenCases } from '../golden/cases';
import { inventedStates, standpointOf, totalOf } from './standpoints';

const statesOf = (scheme: Scheme, scored: Readonly<Record<string, number>>): Uint8Array =>
  Uint8Array.from(criterionIndexOf(scheme).all, ({ criterion }) =>
    (scored[criterion.id] ?? 0) > 0 ? answerState.met : answerState.unmet,
  );

const cases: readonly (readonly [string, string, Uint8Array])[] = [
  ...goldenCases.map(
    ([name, { fiscalYear, scored }]) => [name, fiscalYear, statesOf(schemeFor(fiscalYear), scored)] as const,
  ),
  ...['R6', 'R7', 'R8'].map(
    (year) => [`invented ${year}`, year, inventedStates(schemeFor(year), seededRandom(7))] as const,
  ),
];

test.each(cases)(
  'what each unmet criterion brings to %s is what scoring everything again brings',
  (_, year, states) => {
    const scheme = schemeFor(year);
    const standpoint = standpointOf(scheme, states);
    const values = marginalValues(standpoint);
    expect(values.length).toBeGreaterThan(20);
    const before = totalOf(scheme, states);
    for (const { entry, gain, after } of values) {
      const changed = states.slice();
      changed[entry.index] = answerState.met;
      const total = totalOf(scheme, changed);
      expect(after.points.total).toEqual({ least: total, most: total });
      expect(gain.points).toEqual({ least: total - before, most: total - before });
      expect(after.rank.national).toEqual(rankBand(nationalOf(scheme.fiscalYear), total));
    }
  },
);

test('a cut-off that is crossed adds its points (rules/grants.md#own-total)', () => {
  const scheme = schemeFor('R8');
  const national = nationalOf('R8');
  if (national === undefined) throw new Error('no figures of R8');
  const nation = syntheticStates(scheme, national, 1);
  const width = criterionIndexOf(scheme).all.length;
  const crossing = Array.from({ length: 1741 }, (_, row) => nation.subarray(row * width, (row + 1) * width)).flatMap(
    (states) =>
      marginalValues(standpointOf(scheme, states.slice())).filter(
        ({ entry, gain }) => gain.points.least > entry.criterion.points * (entry.indicator.grant === 'common' ? 2 : 1),
      ),
  );
  expect(crossing.length).toBeGreaterThan(100);
  for (const { entry, gain } of crossing)
    expect(gain.points.least).toBe(entry.criterion.points * (entry.indicator.grant === 'common' ? 2 : 1) + 3);
});

test('open answers make every figure a range', () => {
  const scheme = schemeFor('R8');
  const states = inventedStates(scheme, seededRandom(3));
  states.fill(answerState.unanswered, 0, 8);
  const standpoint = standpointOf(scheme, states);
  const [value] = marginalValues(standpoint);
  const { total } = value?.after.points ?? {};
  expect(total?.most).toBeGreaterThan(total?.least ?? Infinity);
  expect(value?.after.rank.national?.high).toBeGreaterThan(value?.after.rank.national?.low ?? Infinity);
  expect(marginalValues(standpoint).some(({ entry }) => entry.index < 8)).toBe(false);
});

test('R8 ranks each grant exactly, by its published distribution', () => {
  const scheme = schemeFor('R8');
  const { points, rank } = outcomeOf(
    standpointOf(scheme, inventedStates(scheme, seededRandom(5))),
    inventedStates(scheme, seededRandom(5)),
  );
  const national = nationalOf('R8');
  expect(rank.promotion).toEqual(grantRankBand(national, 'promotion', points.promotion.least));
  expect(rank.promotion?.low).toBe(rank.promotion?.high);
  // A grant's ranks of R6 and R7 were not published.
  expect(grantRankBand(nationalOf('R7'), 'promotion', 200)).toBeNull();
});

// 北塩原村 (447 points) and 川崎町 (528) in R8, ranked by others in the published table: source beside the distribution.
test.each([
  ['promotion', 229, 948],
  ['support', 218, 1072],
  ['promotion', 252, 637],
  ['support', 276, 165],
] as const)('ranks %s %i in R8 at %i', (grant, points, rank) => {
  expect(grantRankBand(nationalOf('R8'), grant, points)).toEqual({
    low: rank,
    high: rank,
    of: 1741,
    basis: 'distribution',
  });
});

test('what most have and we lack comes first by points', () => {
  const scheme = schemeFor('R8');
  const values = marginalValues(standpointOf(scheme, new Uint8Array(criterionIndexOf(scheme).all.length).fill(1)));
  const lacking = mostHaveIt(values);
  expect(lacking.length).toBeGreaterThan(50);
  expect(lacking.every(({ share }) => (share ?? 0) >= 0.5)).toBe(true);
  expect(lacking.map(({ gain }) => gain.points.least)).toEqual(
    lacking.map(({ gain }) => gain.points.least).toSorted((one, other) => other - one),
  );
});

test('a step of a ranked figure names the wider steps it stands on', () => {
  const scheme = schemeFor('R8');
  const values = marginalValues(standpointOf(scheme, new Uint8Array(criterionIndexOf(scheme).all.length).fill(1)));
  const needs = (id: string): readonly string[] =>
    values.find(({ entry }) => entry.criterion.id === id)?.needs.map(({ criterion }) => criterion.id) ?? ['?'];
  expect(needs('P2a1c')).toEqual(['P2a1a', 'P2a1b']);
  expect(needs('S1a4b3')).toEqual(['S1a4b1', 'S1a4b2']);
  expect(needs('P1p1c')).toEqual([]);
});
