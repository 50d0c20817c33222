import fc from 'fast-check';
import { timesByState } from '../../src/score/runs';
import { checkStates, rowsOf, addWindows, windowsOf } from '../../src/score/windows';

const criterionCount = 23;
const list = fc
  .uniqueArray(fc.nat(criterionCount - 1))
  .map((criteria) => criteria.toSorted((one, other) => one - other));

test('criteria counted four at a time bring what they bring one by one, whatever stands beside them', () => {
  fc.assert(
    fc.property(
      fc.array(list, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(100), { minLength: criterionCount, maxLength: criterionCount }),
      fc
        .integer({ min: 1, max: 5 })
        .chain((count) =>
          fc.array(fc.nat(3), { minLength: count * criterionCount, maxLength: count * criterionCount }),
        ),
      fc.constantFrom('as-unmet', 'as-met'),
      fc.nat(3),
      (lists, points, states, open, before) => {
        const { windows, ranges } = windowsOf(lists, Uint16Array.from(points));
        // As a part of more, which begins at any byte and ends where that ends.
        const all = Uint8Array.from([...Array<number>(before).fill(9), ...states]).subarray(before);
        checkStates(all);
        const everybody = states.length / criterionCount;
        const first = Math.min(before, everybody - 1);
        for (const [at, criteria] of lists.entries()) {
          const rows = rowsOf(all, first, everybody - first, criterionCount);
          const sums = new Uint16Array(rows.count);
          addWindows(windows.pointsBy(open), windows.starts, rows, ranges[at]!, sums);
          expect([...sums]).toEqual(
            Array.from(sums, (_, row) =>
              criteria.reduce(
                (sum, one) => sum + points[one]! * timesByState[open][states[(first + row) * criterionCount + one]!]!,
                0,
              ),
            ),
          );
        }
      },
    ),
  );
});

test('what is no state is refused, in any place, wherever the states begin', () => {
  for (const before of [0, 1, 4])
    for (let place = 0; place < 9; place += 1) {
      const states = new Uint8Array(9 + before).fill(3).subarray(before);
      expect(() => {
        checkStates(states);
      }).not.toThrow();
      states[place] = 4;
      expect(() => {
        checkStates(states);
      }).toThrow(RangeError);
    }
});
