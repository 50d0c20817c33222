import fc from 'fast-check';
import { allocate, amountAt, preparePot, type AllocationEntry, type Pot } from '../../src/allocation';
import { yen } from '../../src/kernel';
import type { Result } from '../../src/problems';
import { anySource, municipality, planWith, pot, syntheticNation } from '../builders/nation';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

/** The amount by sharing everything out again, or the codes of the refusal. */
const byAllocation = (
  plan: Parameters<typeof allocate>[0],
  entries: readonly AllocationEntry[],
  key: string,
  grant: Pot['grant'],
  points: number,
) => {
  const changed = entries.map((entry) =>
    entry.key === key ? { ...entry, points: { ...entry.points, [grant]: points } } : entry,
  );
  const shared = allocate(plan, changed);
  return shared.ok
    ? shared.value.municipalities.find(({ entry }) => entry.key === key)?.[grant].yen
    : shared.problems.map(({ code }) => code);
};

const byPot = (shared: Pot, key: string, points: number) => {
  const amount = amountAt(shared, key, points);
  return amount.ok ? amount.value : amount.problems.map(({ code }) => code);
};

const roundings = ['byLargestRemainder', 'byLargestRemainderOfThousands', 'floorToYen', 'floorToThousand'];

const plans = fc
  .record({
    rounding: fc.constantFrom(...roundings),
    ties: fc.constantFrom('lowerCodeFirst', 'moreInsuredFirst'),
    yen: fc.constantFrom(1, 97, 10_000_001, 4_999_999_999_999),
    passes: fc.constantFrom(undefined, 0, 1, 'until-settled'),
    multiple: fc.constantFrom(undefined, 100, 120, 300),
    transition: fc.constantFrom(undefined, 50, 100),
  })
  .map((wanted) =>
    planWith((file) => {
      file.pots = { promotion: pot(wanted.yen), support: pot(wanted.yen) };
      file.total.yen = wanted.yen * 2;
      file.rounding.name = wanted.rounding;
      file.rounding.ties = wanted.ties;
      if (wanted.passes !== undefined) file.caps.required = { passes: wanted.passes, source: anySource };
      if (wanted.multiple !== undefined)
        file.caps.multiple = { percentOfInsuredShare: wanted.multiple, source: anySource };
      if (wanted.transition !== undefined)
        file.transition = { percentOfLastYear: wanted.transition, source: anySource };
    }),
  );

/** Few different numbers, so that weights, remainders and limits meet; at least one scored in the other grant. */
const entries = fc
  .array(
    fc.record({
      promotion: fc.integer({ min: 0, max: 5 }),
      support: fc.integer({ min: 1, max: 400 }),
      insured: fc.oneof(fc.constantFrom(100, 200, 300), fc.integer({ min: 1, max: 300_000 })),
      required: fc.option(fc.integer({ min: 0, max: 9_000_000 }), { nil: undefined }),
      last: fc.option(fc.integer({ min: 0, max: 3_000_000 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ promotion, support, insured, required, last }, at) =>
      municipality(at, promotion, support, insured, {
        ...(required === undefined ? {} : { requiredYen: { promotion: yen(BigInt(required)) } }),
        ...(last === undefined ? {} : { lastYearYen: { promotion: yen(BigInt(last)) } }),
      }),
    ),
  );

test('a prepared pot says to the yen what sharing everything out again would, whatever the plan', () => {
  fc.assert(
    fc.property(plans, entries, fc.nat(), fc.integer({ min: 0, max: 6 }), (plan, nation, pick, points) => {
      const { key = '' } = nation[pick % nation.length] ?? {};
      const prepared = preparePot(plan, 'promotion', nation);
      const expected = byAllocation(plan, nation, key, 'promotion', points);
      if (prepared.ok) expect(byPot(prepared.value, key, points)).toEqual(expected);
      else expect(Array.isArray(expected)).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test.each([
  ['plain', {}],
  ['with a multiple', { multiple: { percentOfInsuredShare: 110, source: anySource } }],
  ['with 所要見込額', { required: { passes: 'until-settled', source: anySource } }],
])('it does so for a whole nation, %s', (_, caps) => {
  const nation = syntheticNation().map((entry, at) => ({
    ...entry,
    requiredYen: { promotion: yen(BigInt((at % 5 === 0 ? 1 : 3) * entry.insured * 300)) },
  }));
  for (const rounding of roundings) {
    const plan = planWith((file) => {
      file.pots = { promotion: pot(9_500_000_000), support: pot(19_000_000_000) };
      file.total.yen = 28_500_000_000;
      file.rounding.name = rounding;
      Object.assign(file.caps, caps);
    });
    const prepared = value(preparePot(plan, 'promotion', nation));
    for (const [at, points] of [
      [0, 101],
      [700, 349],
      [1740, 0],
      [5, 400],
    ] as const) {
      const { key = '' } = nation[at] ?? {};
      expect(byPot(prepared, key, points)).toEqual(byAllocation(plan, nation, key, 'promotion', points));
    }
  }
});

test('it refuses what sharing out refuses, by the same codes', () => {
  const plan = planWith(() => undefined);
  const two = [municipality(1, 0, 1, 100), municipality(2, 3, 1, 100)];
  const prepared = value(preparePot(plan, 'promotion', two));
  expect(byPot(prepared, '00002', 0)).toEqual(['E-514']);
  expect(byPot(prepared, '00002', -1)).toEqual(['E-513']);
  expect(byPot(prepared, '00002', 1.5)).toEqual(['E-513']);
  expect(preparePot(plan, 'promotion', [municipality(1, 1, 1, 0)]).ok).toBe(false);
  expect(() => amountAt(prepared, '00003', 1)).toThrow('is not in the pot');
});

test('a pot in which nobody has points yet says what the first would receive: all of it', () => {
  const prepared = value(
    preparePot(
      planWith(() => undefined),
      'promotion',
      [municipality(1, 0, 1, 100)],
    ),
  );
  expect(byPot(prepared, '00001', 1)).toBe(10_000_000n);
});
