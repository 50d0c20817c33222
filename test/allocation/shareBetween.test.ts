import fc from 'fast-check';
import { shareBetween } from '../../src/allocation/shareBetween';
import { yen } from '../../src/kernel';
import { exactShareBetween } from '../builders/exactShareBetween';

const rounding = fc.constantFrom('floorToThousand' as const, 'floorToYen' as const, 'byLargestRemainder' as const, 'byLargestRemainderOfThousands' as const); // prettier-ignore

/** Limits on the very share, a yen beside it, and far away; some entries without any. */
const case_ = fc
  .tuple(
    fc.bigInt({ min: 1_000n, max: 10_000_000_000_000n }),
    fc.array(
      fc.tuple(
        fc.oneof(fc.bigInt({ min: 0n, max: 50n }), fc.bigInt({ min: 1n, max: 10n ** 19n })),
        fc.constantFrom('none', 'low', 'high', 'both'),
        fc.constantFrom(-1_000_000n, -1n, 0n, 1n, 1_000_000n),
        fc.bigInt({ min: 0n, max: 150n }),
      ),
      { minLength: 1, maxLength: 14 },
    ),
    rounding,
  )
  .filter(([, entries]) => entries.some(([weight]) => weight > 0n));

test('no yen differs from sharing with every comparison made by whole numbers, on the limits and beside them', () => {
  let limited = 0;
  fc.assert(
    fc.property(case_, ([budget, entries, name]) => {
      const weights = entries.map(([weight]) => weight);
      const total = weights.reduce((sum, weight) => sum + weight, 0n);
      const limits = entries.map(([weight, kind, beside, percent]) => {
        const share = (budget * weight) / total;
        const near = share + beside < 0n ? 0n : share + beside;
        return {
          low: kind === 'low' || kind === 'both' ? yen((near * percent) / 150n) : undefined,
          high: kind === 'high' ? yen(near) : kind === 'both' ? yen(near + percent) : undefined,
        };
      });
      const attempt = (share: typeof shareBetween) => {
        try {
          return share(yen(budget), weights, limits, name);
        } catch (error) {
          return String(error);
        }
      };
      const ours = attempt(shareBetween);
      expect(ours).toEqual(attempt(exactShareBetween));
      if (typeof ours !== 'string' && ours.limited.some((why) => why !== undefined)) limited += 1;
    }),
    { numRuns: 1500 },
  );
  expect(limited).toBeGreaterThan(100);
});
