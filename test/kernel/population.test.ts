import fc from 'fast-check';
import { aheadOf, populationOf } from '../../src/kernel';

test('who is ahead of a value is counted, in either direction, whether the value is one of them or not', () => {
  const numbers = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(fc.array(numbers), numbers, (values, value) => {
      const population = populationOf(values);
      for (const one of [value, ...values]) {
        expect(aheadOf(one, population, 'higher')).toBe(values.filter((other) => other > one).length);
        expect(aheadOf(one, population, 'lower')).toBe(values.filter((other) => other < one).length);
      }
    }),
  );
});
