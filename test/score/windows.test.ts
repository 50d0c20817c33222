import fc from 'fast-check';
import { timesByState } from '../../src/score/runs';
import { readableStates, sumWindows, windowsOf } from '../../src/score/windows';

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
      (lists, points, states, open) => {
        const { windows, ranges } = windowsOf(lists, Uint16Array.from(points));
        const readable = readableStates(Uint8Array.from(states));
        for (const [at, criteria] of lists.entries()) {
          const rows = { first: 0, count: states.length / criterionCount, criterionCount };
          const sums = sumWindows(windows.pointsBy(open), windows.starts, readable, rows, ranges[at]!);
          expect([...sums]).toEqual(
            Array.from(sums, (_, row) =>
              criteria.reduce(
                (sum, one) => sum + points[one]! * timesByState[open][states[row * criterionCount + one]!]!,
                0,
              ),
            ),
          );
        }
      },
    ),
  );
});

test('what is no state is refused, in any of four places', () => {
  for (let place = 0; place < 9; place += 1) {
    const states = new Uint8Array(9).fill(3);
    expect(() => readableStates(states)).not.toThrow();
    states[place] = 4;
    expect(() => readableStates(states)).toThrow(RangeError);
  }
});
