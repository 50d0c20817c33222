import fc from 'fast-check';
import { planOf, readPlan, type AllocationEntry, type AllocationPlan } from '../../src/allocation';
import { yen } from '../../src/kernel';

/** The packaged R6 plan with some parts changed, as a user's own file would be. */
export const planWith = (changes: (file: ReturnType<typeof planFile>) => void): AllocationPlan => {
  const file = planFile();
  changes(file);
  const plan = readPlan(file);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  return plan.value;
};

const source = { document: 'd', place: 'p', confidence: 'certain' };

/** A small complete plan as parsed JSON: 10,000,000 yen of 推進 and 20,000,000 of 支援, five classes. */
export const planFile = () => ({
  schema: 'incentive-plan/1',
  fiscalYear: 'R9',
  revision: 1,
  title: '試験',
  documents: [{ id: 'd', title: 't', publisher: 'p' }],
  total: { yen: 30_000_000, source },
  pots: {
    promotion: pot(10_000_000),
    support: pot(20_000_000),
  },
  sizeClasses: { from: [3000, 10_000, 50_000, 100_000], source },
  coefficients: {
    promotion: [17_300, 14_500, 12_000, 11_100, 10_000],
    support: [17_300, 14_500, 12_000, 11_100, 10_000],
    source,
  } as unknown,
  frames: [] as unknown[],
  transition: 'none' as unknown,
  caps: { required: 'none' as unknown, multiple: 'none' as unknown },
  rounding: { name: 'byLargestRemainder', ties: 'lowerCodeFirst', source },
  unspecified: [] as string[],
});

export const pot = (amount: number) => ({
  national: { yen: amount, source },
  municipal: { yen: amount, source },
  prefecture: { yen: 0, source },
});

export const anySource = source;

/** A municipality by number: its key keeps the order of numbers. */
export const municipality = (
  number: number,
  promotion: number,
  support: number,
  insured: number,
  more: Partial<AllocationEntry> = {},
): AllocationEntry => ({
  key: String(number).padStart(5, '0'),
  name: `第${number}町`,
  points: { promotion, support },
  insured,
  ...more,
});

/** Nations of 1 to 12 municipalities in which somebody scored in either grant. */
export const nations = fc
  .array(
    fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 300_000 })),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .filter((rows) => rows.some(([promotion]) => promotion > 0) && rows.some(([, support]) => support > 0))
  .map((rows) => rows.map(([promotion, support, insured], at) => municipality(at, promotion, support, insured)));

/** A repeatable nation of 1,741: the same numbers on every machine. */
export const syntheticNation = (): readonly AllocationEntry[] => {
  let state = 20_240_601;
  const random = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  return Array.from({ length: 1741 }, (_, at) => {
    const insured =
      at < 447
        ? 100 + random(2900)
        : at < 981
          ? 3000 + random(7000)
          : at < 1593
            ? 10_000 + random(40_000)
            : at < 1677
              ? 50_000 + random(50_000)
              : 100_000 + random(400_000);
    return municipality(at, 100 + random(250), 100 + random(250), insured);
  });
};

export const packagedPlan = (year: 'R5' | 'R6' | 'R7'): AllocationPlan => {
  const plan = planOf(year);
  if (!plan.ok) throw new Error(year);
  return plan.value;
};

export const thousandYen = (thousands: number) => yen(BigInt(thousands) * 1000n);
