import fc from 'fast-check';
import type { Rectangle } from '../../../src/workbook';
import { dayFormats } from '../../../src/workbook/officejs/dayFormats';

/** The areas asked for a grid whose first cell is `top`, 0. */
const areasOf = (values: readonly (readonly number[])[], top = 0): readonly Rectangle[] => {
  const days = dayFormats();
  const area = { top, left: 0, bottom: top + values.length - 1, right: (values[0]?.length ?? 0) - 1 };
  days.note({ area, values }, () => true);
  return days.areas();
};

const table = (rows: number, columns: number, value: (row: number, column: number) => number) =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => value(row, column)));

test('every number is asked for once, whatever lies between', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 200 }),
      (seed, width, rows) => {
        let state = seed;
        const random = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) / 0x7fffffff;
        const rare = Array.from({ length: width }, random);
        const values = table(rows, width, (_, column) => (random() ** 2 < (rare[column] ?? 0) ? 7 : 0));
        const times = table(rows, width, () => 0);
        for (const { top, left, bottom, right } of areasOf(values))
          for (let row = top; row <= bottom; row += 1)
            for (let column = left; column <= right; column += 1) (times[row] ?? [])[column]! += 1;
        const wrong = values.flatMap((line, row) =>
          line.filter(
            (value, column) => (times[row]?.[column] ?? 0) > 1 || (value === 7 && times[row]?.[column] !== 1),
          ),
        );
        expect(wrong).toEqual([]);
      },
    ),
    { seed: 13, numRuns: 300 },
  );
});

test('a wide block is cut at a row without numbers, a narrow one is not', () => {
  const blankRow = (row: number): number => (row === 40 ? 0 : 5);
  expect(areasOf(table(80, 100, blankRow), 9)).toEqual([
    { top: 9, left: 0, bottom: 48, right: 99 },
    { top: 50, left: 0, bottom: 88, right: 99 },
  ]);
  expect(areasOf(table(80, 3, blankRow))).toEqual([{ top: 0, left: 0, bottom: 79, right: 2 }]);
});

test('a column of few numbers is asked for by itself', () => {
  const few = (row: number, column: number): number => (column !== 1 || row === 31 || row === 1_000 ? 1 : 0);
  expect(areasOf(table(1_001, 3, few))).toEqual([
    { top: 31, left: 1, bottom: 31, right: 1 },
    { top: 1_000, left: 1, bottom: 1_000, right: 1 },
    { top: 0, left: 0, bottom: 1_000, right: 0 },
    { top: 0, left: 2, bottom: 1_000, right: 2 },
  ]);
});
