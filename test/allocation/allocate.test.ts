import fc from 'fast-check';
import {
  allocate,
  explainAllotment,
  shareBudget,
  type Allocation,
  type AllocationEntry,
  type AllocationPlan,
} from '../../src/allocation';
import { sentenceOf, type Result } from '../../src/problems';
import { yen } from '../../src/kernel';
import {
  anySource,
  municipality,
  nations,
  packagedPlan,
  planWith,
  pot,
  syntheticNation,
  thousandYen,
} from '../builders/nation';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map((of) => sentenceOf(of)).join('\n'));
  return result.value;
};
const codes = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.problems.map(({ code }) => code);
const grants = ['promotion', 'support'] as const;
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, amount) => all + amount, 0n);
const addsUp = (allocation: Allocation): void => {
  for (const grant of grants) {
    const { potYen, framesYen, reservedYen, unallocatedYen } = allocation.grants[grant];
    const given = sum(allocation.municipalities.map((one) => one[grant].yen));
    expect(given + framesYen + reservedYen + unallocatedYen).toBe(potYen);
    expect(unallocatedYen >= 0n).toBe(true);
  }
};
const roundings = ['byLargestRemainder', 'byLargestRemainderOfThousands', 'floorToYen', 'floorToThousand'] as const;
const plain = planWith(() => undefined);
const capped = (passes: unknown, name: string): AllocationPlan =>
  planWith((file) => {
    file.caps.required = { passes, source: anySource };
    file.rounding.name = name;
  });

describe('the shares', () => {
  test.each(roundings)('add up to the pot to the yen, whatever is left over being named (%s)', (name) => {
    const plan = planWith((file) => void (file.rounding.name = name));
    fc.assert(
      fc.property(nations, (nation) => {
        addsUp(value(allocate(plan, nation)));
      }),
    );
  });

  test('leave nothing over by largest remainder, and stray less than a yen from exact', () => {
    fc.assert(
      fc.property(nations, (nation) => {
        const allocation = value(allocate(plain, nation));
        for (const grant of grants) {
          expect(allocation.grants[grant].unallocatedYen).toBe(0n);
          for (const one of allocation.municipalities) {
            const { weight, totalWeight, sharedYen } = one[grant].because();
            const distance = one[grant].yen * totalWeight - sharedYen * weight;
            expect((distance < 0n ? -distance : distance) < totalWeight).toBe(true);
          }
        }
      }),
    );
  });

  test('are the same for the same municipality in whatever order the table stands', () => {
    fc.assert(
      fc.property(
        nations.chain((nation) =>
          fc.tuple(fc.constant(nation), fc.shuffledSubarray(nation, { minLength: nation.length })),
        ),
        ([nation, shuffled]) => {
          const byKey = (rows: readonly AllocationEntry[]) =>
            new Map(value(allocate(plain, rows)).municipalities.map((one) => [one.entry.key, one.totalYen]));
          const first = byKey(nation);
          for (const [key, total] of byKey(shuffled)) expect(total).toBe(first.get(key));
        },
      ),
    );
  });

  test('equal remainders go to the lower code first', () => {
    const rows = [municipality(1, 1, 1, 100), municipality(2, 1, 1, 100), municipality(3, 1, 1, 100)];
    const plan = planWith((file) => {
      file.pots.promotion = pot(100);
      file.total.yen = 20_000_100;
    });
    expect(value(allocate(plan, [...rows].reverse())).municipalities.map((one) => one.promotion.yen)).toEqual([
      33n,
      33n,
      34n,
    ]);
  });

  test('are exact where points × insured × coefficient passes 2^53', () => {
    const plan = planWith((file) => {
      const most = [1, 1, 1, 1, 10_000_000];
      file.coefficients = { promotion: most, support: most, source: anySource };
    });
    const rows = [municipality(1, 400, 400, 4_000_000), municipality(2, 400, 400, 2_000_000)];
    expect(value(allocate(plan, rows)).municipalities.map((one) => one.promotion.yen)).toEqual([
      6_666_667n,
      3_333_333n,
    ]);
  });

  test('equal remainders go to the larger municipality first where the plan says so', () => {
    const plan = planWith((file) => {
      file.rounding.ties = 'moreInsuredFirst';
      file.pots.promotion = pot(1);
      file.total.yen = 20_000_001;
    });
    const rows = [municipality(1, 4, 1, 100), municipality(2, 2, 1, 200)];
    expect(value(allocate(plan, rows)).municipalities.map((one) => one.promotion.yen)).toEqual([0n, 1n]);
    const byCode = planWith((file) => {
      file.pots.promotion = pot(1);
      file.total.yen = 20_000_001;
    });
    expect(value(allocate(byCode, rows)).municipalities.map((one) => one.promotion.yen)).toEqual([1n, 0n]);
  });

  const raised = fc.tuple(
    nations,
    fc.nat(),
    fc.integer({ min: 1, max: 50 }),
    fc.constantFrom(...roundings),
    fc.boolean(),
  );
  test('never fall when a municipality scores more points or has more insured persons in its class', () => {
    fc.assert(
      fc.property(raised, ([nation, pick, more, name, morePoints]) => {
        const plan = planWith((file) => {
          file.rounding.name = name;
          file.caps.multiple = { percentOfInsuredShare: 150, source: anySource };
        });
        const at = pick % nation.length;
        const target = nation[at]!;
        const change: AllocationEntry = morePoints
          ? { ...target, points: { ...target.points, promotion: target.points.promotion + more } }
          : { ...target, insured: target.insured + more };
        const sameClass = [3000, 10_000, 50_000, 100_000].every(
          (bound) => target.insured >= bound === change.insured >= bound,
        );
        fc.pre(sameClass);
        const before = value(allocate(plan, nation)).municipalities[at]!;
        const after = value(
          allocate(
            plan,
            nation.map((row, index) => (index === at ? change : row)),
          ),
        ).municipalities[at]!;
        expect(after.promotion.yen >= before.promotion.yen).toBe(true);
      }),
    );
  });
});

describe('caps', () => {
  const withCaps = nations.chain((nation) =>
    fc.tuple(
      ...nation.map((row) =>
        fc
          .option(fc.bigInt({ min: 0n, max: 9_000_000n }), { nil: undefined })
          .map((cap) =>
            cap === undefined ? row : { ...row, requiredYen: { promotion: yen(cap), support: yen(cap * 2n) } },
          ),
      ),
    ),
  );

  test('by 所要見込額 are never exceeded, redistribution ends, and the pot still adds up', () => {
    fc.assert(
      fc.property(
        withCaps,
        fc.constantFrom('until-settled', 0, 1, 3),
        fc.constantFrom(...roundings),
        (nation, passes, name) => {
          const allocation = value(allocate(capped(passes, name), nation));
          addsUp(allocation);
          for (const { entry, ...one } of allocation.municipalities) {
            for (const grant of grants) {
              const cap = entry.requiredYen?.[grant];
              if (cap !== undefined) expect(one[grant].yen <= cap).toBe(true);
            }
          }
        },
      ),
    );
  });

  test('free money for all who have room: nothing is left while somebody could take it', () => {
    fc.assert(
      fc.property(withCaps, (nation) => {
        const allocation = value(allocate(capped('until-settled', 'byLargestRemainder'), nation));
        for (const grant of grants) {
          const room = allocation.municipalities.some(
            ({ entry, ...one }) =>
              entry.points[grant] > 0 && one[grant].yen < (entry.requiredYen?.[grant] ?? 10n ** 12n),
          );
          if (room) expect(allocation.grants[grant].unallocatedYen).toBe(0n);
        }
      }),
    );
  });

  test('at a multiple of the insured share are never exceeded, and what they free goes to the others', () => {
    const plan = planWith((file) => void (file.caps.multiple = { percentOfInsuredShare: 120, source: anySource }));
    const rows = [municipality(1, 400, 200, 1000), municipality(2, 100, 200, 1000), municipality(3, 100, 200, 1000)];
    expect(value(allocate(plan, rows)).municipalities.map((one) => one.promotion.yen)).toEqual([
      4_000_000n,
      3_000_000n,
      3_000_000n,
    ]);
  });

  test('say in which pass an amount was settled: the capped one first, what it freed at once after, no points never', () => {
    const plan = planWith((file) => void (file.caps.multiple = { percentOfInsuredShare: 120, source: anySource }));
    const rows = [municipality(1, 400, 200, 1000), municipality(2, 100, 200, 1000), municipality(3, 0, 200, 1000)];
    const shares = value(allocate(plan, rows)).municipalities;
    expect(shares.map(({ promotion }) => promotion.because().pass)).toEqual([0, 1, 0]);
    expect(shares.map(({ support }) => support.because().pass)).toEqual([0, 0, 0]);
  });

  test('R6: 24 municipalities end 30,973千円 below their drafts, and 332 others receive exactly that', () => {
    const nation = syntheticNation();
    const plan = planWith((file) => {
      file.pots = { promotion: pot(9_500_000_000), support: pot(19_000_000_000) };
      file.total.yen = 28_500_000_000;
      file.caps.required = { passes: 'until-settled', source: anySource };
      file.rounding.name = 'byLargestRemainderOfThousands';
    });
    const drafts = value(allocate(plan, nation)).municipalities.map(({ support, promotion }) => ({
      support,
      promotion,
    }));
    const cutEach = 30_973_000n / 24n - ((30_973_000n / 24n) % 1000n);
    const cuts = Array.from({ length: 24 }, (_, at) => (at === 0 ? 30_973_000n - cutEach * 23n : cutEach));
    const large = new Set(
      drafts
        .map((_, at) => at)
        .filter((at) => nation[at]!.insured >= 50_000)
        .slice(0, 24),
    );
    const roomy = new Set(
      drafts
        .map((_, at) => at)
        .filter((at) => nation[at]!.insured >= 10_000 && !large.has(at))
        .slice(0, 332),
    );
    const cutOf = new Map([...large].map((at, place) => [at, cuts[place]!]));
    const final = value(
      allocate(
        plan,
        nation.map((row, at) => {
          const { promotion, support } = drafts[at]!;
          if (roomy.has(at)) return { ...row, requiredYen: { promotion: promotion.yen } };
          return {
            ...row,
            requiredYen: { promotion: promotion.yen, support: yen(support.yen - (cutOf.get(at) ?? 0n)) },
          };
        }),
      ),
    );
    const changes = final.municipalities.map(({ support }, at) => support.yen - drafts[at]!.support.yen);
    expect(sum(changes.filter((change) => change < 0n))).toBe(-30_973_000n);
    expect(sum(changes.filter((change) => change > 0n))).toBe(30_973_000n);
    expect(changes.filter((change) => change < 0n)).toHaveLength(24);
    expect(changes.filter((change) => change > 0n)).toHaveLength(332);
    expect(final.municipalities.every(({ promotion }, at) => promotion.yen === drafts[at]!.promotion.yen)).toBe(true);
  });
});

describe('激変緩和', () => {
  const plan = planWith((file) => void (file.transition = { percentOfLastYear: 90, source: anySource }));
  const rows = (last: bigint) => [
    municipality(1, 100, 100, 1000, { lastYearYen: { promotion: yen(last) } }),
    municipality(2, 300, 300, 1000),
    municipality(3, 100, 100, 1000),
  ];

  test('raises to the floor, at the expense of the others in proportion', () => {
    const amounts = value(allocate(plan, rows(5_000_000n))).municipalities.map((one) => one.promotion.yen);
    expect(amounts).toEqual([4_500_000n, 4_125_000n, 1_375_000n]);
    const byLittle = value(allocate(plan, rows(2_500_000n))).municipalities.map((one) => one.promotion.yen);
    expect(byLittle).toEqual([2_250_000n, 5_812_500n, 1_937_500n]);
  });

  test('is refused when the floors exceed the pot', () => {
    expect(codes(allocate(plan, rows(50_000_000n)))).toEqual(['E-516']);
  });
});

describe('成果指向型配分枠', () => {
  const framed = (insured: number): AllocationEntry =>
    municipality(1, 300, 300, insured, { frames: ['outcomeOriented'] });

  test('pays 116,762千円 flat at exactly 100,000 insured persons, and is refused as unspecified at 99,999', () => {
    const plan = packagedPlan('R7');
    const at100000 = value(allocate(plan, [framed(100_000), municipality(2, 200, 200, 5000)]));
    expect(at100000.municipalities[0]?.frames).toEqual([
      { id: 'outcomeOriented', name: '成果指向型配分枠', yen: 116_762_000n },
    ]);
    expect(at100000.grants.promotion.framesYen).toBe(116_762_000n);
    const { promotion, support, totalYen } = at100000.municipalities[0]!;
    expect(totalYen).toBe(promotion.yen + support.yen + 116_762_000n);
    expect(at100000.grants.promotion.reservedYen).toBe(233_524_000n);
    addsUp(at100000);
    expect(codes(allocate(plan, [framed(99_999)]))).toEqual(['E-518']);
    expect(value(allocate(plan, [framed(100_001)])).municipalities[0]?.sizeClass).toBe(5);
  });

  test('a frame the plan does not know, or whose rule is not public, is refused by name', () => {
    expect(codes(allocate(packagedPlan('R6'), [framed(100_000)]))).toEqual(['E-518']);
    const ambition = municipality(1, 300, 300, 5000, { frames: ['ambition'] });
    expect(codes(allocate(packagedPlan('R6'), [ambition]))).toEqual(['E-518']);
  });
});

describe('what cannot be shared out is refused, never divided by zero', () => {
  test.each([
    ['insured zero', [municipality(1, 1, 1, 0)], ['E-511']],
    ['insured missing', [municipality(1, 1, 1, Number.NaN)], ['E-511']],
    ['insured negative', [municipality(1, 1, 1, -5)], ['E-512']],
    ['insured not whole', [municipality(1, 1, 1, 1.5)], ['E-512']],
    ['points negative', [municipality(1, -1, 1, 5)], ['E-513']],
    ['every weight zero', [municipality(1, 0, 1, 5)], ['E-514']],
    ['nobody at all', [], ['E-514']],
    ['the same municipality twice', [municipality(1, 1, 1, 5), municipality(1, 1, 1, 5)], ['E-517']],
    ['a negative 所要見込額', [municipality(1, 1, 1, 5, { requiredYen: { promotion: yen(-1n) } })], ['E-519']],
  ])('%s', (_, rows, expected) => {
    expect(codes(allocate(plain, rows))).toEqual(expected);
  });

  test('a pot of zero, and coefficients that are not public (R5)', () => {
    const empty = planWith((file) => {
      file.pots.promotion = pot(0);
      file.total.yen = 20_000_000;
    });
    expect(codes(allocate(empty, [municipality(1, 1, 1, 5)]))).toEqual(['E-515']);
    expect(codes(allocate(packagedPlan('R5'), [municipality(1, 1, 1, 5)]))).toEqual(['E-504']);
  });

  test('SHARE: zero weights, negative weights and a zero budget', () => {
    expect(value(shareBudget(yen(100n), [50n, 29n, 21n, 1n]))).toEqual([49n, 29n, 21n, 1n]);
    expect(codes(shareBudget(yen(100n), [0n, 0n]))).toEqual(['E-514']);
    expect(codes(shareBudget(yen(100n), []))).toEqual(['E-514']);
    expect(codes(shareBudget(yen(100n), [1n, -1n]))).toEqual(['E-513']);
    expect(codes(shareBudget(yen(0n), [1n]))).toEqual(['E-515']);
  });
});

test('an amount explains itself: share, coefficient, cut, additional amount, rounding', () => {
  const rows = [
    municipality(1, 300, 300, 1000, { requiredYen: { promotion: thousandYen(3000) } }),
    municipality(2, 100, 100, 1000),
  ];
  const allocation = value(allocate(capped('until-settled', 'floorToThousand'), rows));
  expect(allocation.municipalities.map((one) => explainAllotment(one.promotion))).toEqual([
    [
      '得点 300 × 第1号被保険者数 1,000 × 係数 1.73 の、全市町村の合計に占める割合 75.0000％ を 10,000,000円 に掛けた額',
      '交付見込額（案）7,500,000円 を所要見込額 3,000,000円 まで減額（△4,500,000円）',
      '千円未満切捨て（端数は配分しない）：3,000,000円',
    ],
    [
      '得点 100 × 第1号被保険者数 1,000 × 係数 1.73 の、全市町村の合計に占める割合 25.0000％ を 10,000,000円 に掛けた額',
      '追加交付額 4,500,000円',
      '千円未満切捨て（端数は配分しない）：7,000,000円',
    ],
  ]);
});

describe('the confidence of an allocation is that of its weakest figure', () => {
  type Confidence = 'certain' | 'likely' | 'inferred';
  const sources = ['pots', 'sizeClasses', 'coefficients', 'rounding', 'frames'] as const;
  const planOf = (confidences: Partial<Record<(typeof sources)[number], Confidence>>) =>
    planWith((file) => {
      const source = (of: (typeof sources)[number]) => ({ ...anySource, confidence: confidences[of] ?? 'certain' });
      file.pots.support.municipal.source = source('pots');
      file.sizeClasses.source = source('sizeClasses');
      file.coefficients = { ...(file.coefficients as object), source: source('coefficients') };
      file.rounding.source = source('rounding');
      const perClass = [1, 2, 3, 4, 5].map(() => ({ yen: 1, places: 0 }));
      file.frames = [
        { id: 'f', name: '枠', kind: 'flat', from: 'promotion', perClass, places: 0, source: source('frames') },
      ];
    });
  const of = (confidences: Parameters<typeof planOf>[0]) =>
    value(allocate(planOf(confidences), [municipality(1, 1, 1, 100)])).confidence;

  test('certain where all are, inferred before likely before certain', () => {
    expect(of({})).toBe('certain');
    expect(of({ rounding: 'likely', pots: 'inferred' })).toBe('inferred');
    expect(of({ rounding: 'inferred', pots: 'likely' })).toBe('inferred');
  });

  test.each(sources)('as weak as its %s', (name) => {
    expect([of({ [name]: 'likely' }), of({ [name]: 'inferred' })]).toEqual(['likely', 'inferred']);
  });
});

test.each([
  [0, ['E-511']],
  [NaN, ['E-511']],
  [-1, ['E-512']],
  [0.5, ['E-512']],
  [1, []],
  [50_000_000, []],
  [50_000_001, ['E-512']],
])('%d insured persons', (insured, expected) => {
  expect(codes(allocate(plain, [municipality(1, 1, 1, insured)]))).toEqual(expected);
});

test.each([
  ['byLargestRemainder', [3334n, 6667n, 0n]],
  ['byLargestRemainderOfThousands', [3000n, 7000n, 0n]],
  ['floorToYen', [3333n, 6667n, 0n]],
  ['floorToThousand', [3000n, 6000n, 0n]],
] as const)('10,001 yen among 1, 2 and 0 by %s', (rounding, expected) => {
  expect(value(shareBudget(yen(10_001n), [1n, 2n, 0n], rounding))).toEqual(expected);
});

test('the larger remainder gets the yen even where they differ in the last of many digits', () => {
  expect(value(shareBudget(yen(1n), [2n ** 60n, 2n ** 60n + 1n]))).toEqual([0n, 1n]);
});

test('a weight is exact beyond 2^53', () => {
  const plan = planWith((file) => {
    const most = [1, 1, 1, 1, 9_999_999];
    file.coefficients = { promotion: most, support: most, source: anySource };
  });
  const [only] = value(allocate(plan, [municipality(1, 399, 1, 3_999_999)])).municipalities;
  expect(only?.promotion.because().weight).toBe(399n * 3_999_999n * 9_999_999n);
});

test('所要見込額 is cut to 千円 where the plan counts in 千円', () => {
  const required = { requiredYen: { promotion: yen(1_500_999n) } };
  const plan = capped('until-settled', 'byLargestRemainderOfThousands');
  const [first] = value(allocate(plan, [municipality(1, 1, 1, 100, required), municipality(2, 1, 1, 100)])).municipalities; // prettier-ignore
  expect(first?.promotion.yen).toBe(1_500_000n);
});
