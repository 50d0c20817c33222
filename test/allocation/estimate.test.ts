import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { estimateGrant, estimateGrants, estimatorOf, packagedCalibration } from '../../src/allocation';
import type { Grant } from '../../src/schemes';
import { publishedAmounts } from '../golden/cases';
import { leaveOneOut, leaveOneOutTable, widthPercent } from '../tools/calibration/leaveOneOut';
import { median } from '../tools/calibration/median';
import { packagedObservations } from '../tools/calibration/observations';

const classNames = ['1（3千人未満）', '2（3千～1万人）', '3（1万～5万人）', '4（5万～10万人）', '5（10万人以上）'];

describe('leave-one-out over the published amounts of R6', () => {
  const left = leaveOneOut(packagedObservations);
  const rows = leaveOneOutTable(left)
    .filter(({ grant }) => grant === 'both')
    .map((row) =>
      [
        row.sizeClass === null ? '全体' : classNames[row.sizeClass - 1],
        row.amounts,
        `${row.medianErrorPercent}％`,
        `${row.ninetyPercentErrorPercent}％`,
        `${row.within}件`,
        `${row.medianWidthPercent}％`,
        `${row.medianTopOverBottom}倍`,
      ].join(' | '),
    );

  test('the band covers 35 of 36 (table printed, and the same in the manual)', () => {
    process.stdout.write(`${rows.join('\n')}\n`);
    expect(left.map(({ within }) => within).filter(Boolean)).toHaveLength(35);
    expect(left).toHaveLength(36);
    // Some 2 million yen more than the basic rate at 388 points: nobody else of so few points is known to have had it.
    expect(left.filter(({ within }) => !within).map(({ municipality }) => municipality)).toEqual(['妙高市']);
    const manual = readFileSync(join(__dirname, '../../assets/manual/manual.md'), 'utf8').replace(/ +/g, ' ');
    for (const row of rows) expect(manual).toContain(`| ${row} |`);
  });

  test('the band of classes 2 to 5 is 27 % of the amount wide, and no wider than 60 % anywhere', () => {
    const widths = left.filter(({ sizeClass }) => sizeClass > 1).map(widthPercent);
    expect(Math.round(median(widths))).toBe(27);
    expect(Math.max(...widths)).toBeLessThanOrEqual(60);
  });

  test('class 1 is too unsure for a figure as a rule: top is 4 times bottom, the centre off by 29 %', () => {
    expect(leaveOneOutTable(left)[0]).toMatchObject({
      grant: 'both',
      sizeClass: 1,
      medianTopOverBottom: 4.2,
      medianErrorPercent: 29.2,
    });
  });

  test('every published amount of R6 is among the observations', () => {
    const published = publishedAmounts();
    expect(published.length).toBeGreaterThan(20);
    expect(packagedObservations.observations.map((one) => [one.municipality, one.yen.total])).toEqual(
      published.map(([, municipality, , yens]) => [municipality, yens]),
    );
    expect(
      published.filter(([, , total], at) => (total ?? 0) !== packagedObservations.observations[at]?.points.total),
    ).toEqual([['宮城県', '川崎町', null, 3_738_000]]);
  });
});

describe('the estimate', () => {
  const maxPoints = { promotion: 400, support: 400 };
  const hachioji = { name: '八王子市', points: { promotion: 309, support: 269 }, maxPoints, insured: 155_600 };

  test('R7 八王子: the published 40,676千円 and 82,935千円 lie in the band', () => {
    const estimate = estimateGrants({ ...hachioji, year: 'R7' });
    if (!estimate.ok) throw new Error('refused');
    const { promotion, support, outcomeOriented } = estimate.value.grants;
    expect(promotion.low <= 40_676_000n && promotion.high >= 40_676_000n).toBe(true);
    expect(support.low <= 82_935_000n && support.high >= 82_935_000n).toBe(true);
    expect(outcomeOriented).toBeNull();
  });

  test('R8 has no known budget: estimated as R7’s, flagged, with a wider band; R5 and R29 are refused', () => {
    const widths = (['R6', 'R7', 'R8'] as const).map((year) => {
      const estimate = estimateGrants({ ...hachioji, year });
      if (!estimate.ok) throw new Error(year);
      const { low, high } = estimate.value.grants.support;
      return { codes: estimate.value.problems.map(({ code }) => code), width: Number(high) / Number(low) };
    });
    expect(widths.map(({ codes }) => codes)).toEqual([[], [], ['E-532']]);
    expect(widths[0]!.width).toBeLessThan(widths[1]!.width);
    expect(widths[1]!.width).toBeLessThan(widths[2]!.width);
    for (const year of ['R5', 'R29'] as const) {
      const refused = estimateGrants({ ...hachioji, year });
      expect(refused.ok ? [] : refused.problems.map(({ code }) => code)).toEqual(['E-531']);
    }
  });

  test.each([
    [{ insured: 0 }, ['E-511']],
    [{ insured: -1 }, ['E-512']],
    [{ points: { promotion: 401, support: 0 } }, ['E-513']],
    [{ points: { promotion: 0.5, support: -1 } }, ['E-513', 'E-513']],
  ])('%j is refused', (change, expected) => {
    const estimate = estimateGrants({ ...hachioji, year: 'R6', ...change });
    expect(estimate.ok ? [] : estimate.problems.map(({ code }) => code)).toEqual(expected);
  });

  test('says 試算 and that it is no 内示額, and is in whole 千円 inside its band', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 4_000_000 }),
        fc.constantFrom('R6' as const, 'R7' as const, 'R8' as const),
        (points, insured, year) => {
          const amount = estimateGrant(points, insured, year, 'promotion');
          if (!amount.ok) throw new Error('refused');
          const { low, high, yen: middle, basis, because } = amount.value;
          expect([low, middle ?? 0n, high].every((one) => one % 1000n === 0n)).toBe(true);
          expect(middle === null ? high > low * 3n : low <= middle && middle <= high && high <= low * 3n).toBe(true);
          expect(basis).toBe('estimate');
          expect(because.join()).toMatch(/^試算：.*内示額ではない$/);
        },
      ),
    );
  });

  test.each([2999, 9999, 49_999, 99_999])('at %i insured persons the next person is of the next class', (insured) => {
    const [below, above] = [insured, insured + 1].map((persons) => estimateGrant(200, persons, 'R6', 'support'));
    if (below?.ok !== true || above?.ok !== true) throw new Error('refused');
    expect(below.value.because.join()).not.toBe(above.value.because.join());
    expect(above.value.high < below.value.high).toBe(true);
    expect(packagedCalibration.rates.classes).toHaveLength(5);
  });

  const anyPoints = fc.integer({ min: 0, max: 400 });
  const anywhere = fc.record({
    year: fc.constantFrom('R6' as const, 'R7' as const, 'R8' as const),
    insured: fc.integer({ min: 1, max: 4_000_000 }),
    promotion: anyPoints,
    support: anyPoints,
  });
  const rising: readonly Grant[] = ['promotion', 'support'];

  test('more points never bring less: band, scenarios and the gain of both', () => {
    fc.assert(
      fc.property(anywhere, fc.constantFrom(...rising), anyPoints, ({ year, insured, ...from }, grant, points) => {
        const to = { ...from, [grant]: Math.max(from[grant], points) };
        const [before, after] = [from, to].map((at) => {
          const estimate = estimateGrants({ ...hachioji, year, insured, points: at });
          if (!estimate.ok) throw new Error('refused');
          return estimate.value.grants;
        });
        for (const part of rising) {
          const [less, more] = [before![part], after![part]];
          expect(more.low >= less.low && more.high >= less.high).toBe(true);
          expect(less.yen === null || more.yen === null || more.yen >= less.yen).toBe(true);
          more.scenarios.forEach((one, at) => {
            const was = less.scenarios[at]!;
            expect(one.low >= was.low && one.high >= was.high && one.low <= one.high).toBe(true);
          });
        }
        const estimator = estimatorOf(year, insured);
        if (!estimator.ok) throw new Error('refused');
        const { low, high } = estimator.value.gain(grant, from[grant], to[grant]);
        expect(low >= 0n && low <= high).toBe(true);
        // The amount at other points is that of the estimate, and a gain is what the basic rate alone brings.
        expect(estimator.value.amount(grant, to)).toMatchObject({ low: after![grant].low, high: after![grant].high });
        const [was, is] = [before![grant].scenarios[0]!, after![grant].scenarios[0]!];
        // Each end of a band is rounded by 2,000 yen at most.
        const apart = Number(is.high - was.high) - Number(high);
        expect(Math.abs(apart)).toBeLessThanOrEqual(2000);
      }),
    );
  });

  test('the scenarios span the band, and say how many published amounts were of each kind', () => {
    // 平取町 (R6): 287 + 226 points, 1,688 insured; 4,382千円, of which about 2.6 million above the basic rate.
    const estimate = estimateGrants({
      ...hachioji,
      year: 'R6',
      points: { promotion: 287, support: 226 },
      insured: 1688,
    });
    if (!estimate.ok) throw new Error('refused');
    const { support, totalYen } = estimate.value.grants;
    expect(support).toMatchObject({
      yen: null,
      scenarios: [
        { kind: 'basic-only', low: support.low, seen: { sizeClass: { count: 4, of: 9 }, points: { count: 2, of: 7 } } },
        {
          kind: 'with-add-on',
          high: support.high,
          seen: { sizeClass: { count: 5, of: 9 }, points: { count: 5, of: 7 } },
        },
      ],
    });
    expect(totalYen).toBeNull();
    expect(support.because.join()).toContain('規模区分1では9件中5件、両交付金の計が470点以上では7件中5件');
    expect(support.because.join()).toContain('1つの額は示さない');
  });

  test('below 470 points of both the add-on is smaller', () => {
    const high = (promotion: number): bigint => {
      const estimate = estimateGrants({ ...hachioji, year: 'R6', points: { promotion, support: 200 }, insured: 5000 });
      if (!estimate.ok) throw new Error('refused');
      return estimate.value.grants.support.high;
    };
    // 1.2 and 2.9 million yen of both grants, two thirds of them 支援.
    expect(Number(high(270) - high(269)) / 1000).toBeCloseTo(1133, -1);
    expect(high(269)).toBe(high(100));
  });
});
