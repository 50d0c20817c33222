import fc from 'fast-check';
import { runsOf } from '../../src/score/runs';

test('numbers in order become as few runs as there are gaps between them, and are the same numbers again', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(40)), (numbers) => {
      const ascending = numbers.toSorted((one, other) => one - other);
      const runs = runsOf(ascending);
      const gaps = ascending.filter((number, at) => at > 0 && number !== ascending[at - 1]! + 1).length;
      expect(runs).toHaveLength(ascending.length === 0 ? 0 : gaps + 1);
      expect(runs.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, at) => first + at))).toEqual(
        ascending,
      );
    }),
  );
});
