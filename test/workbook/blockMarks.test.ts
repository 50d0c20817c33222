import * as fc from 'fast-check';
import { blockMarks, cellsChangedSince, ownedRectangle, type CellValue } from '../../src/workbook';
import { modelFingerprint } from '../../src/workbook/refreshPlan';
import { modelOf } from './officejs/open';

const value = fc.oneof(fc.integer(), fc.string({ minLength: 1, maxLength: 6 }), fc.constant(null), fc.boolean());
const block = fc
  .integer({ min: 1, max: 7 })
  .chain((width) => fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 9 }));

test('one changed cell of a block is named, and nothing where none was', () => {
  fc.assert(
    fc.property(block, fc.nat(), fc.nat(), (rows, row, column) => {
      const model = modelOf(rows);
      const standing = { rectangle: ownedRectangle(model, 3, 2), fingerprint: modelFingerprint(model) };
      const [at, across] = [row % rows.length, column % (rows[0]?.length ?? 1)];
      const grid = (change: boolean): CellValue[][] => [
        [],
        [],
        [],
        ...rows.map((cells, down) => [
          null,
          null,
          ...cells.map((cell, right) => (change && down === at && right === across ? `${String(cell)} edited` : cell)),
        ]),
      ];
      const marks = blockMarks(model);
      expect(cellsChangedSince(marks, model, standing, grid(false))).toEqual([]);
      expect(cellsChangedSince(marks, model, standing, grid(true))).toEqual([{ row: 3 + at, column: 2 + across }]);
      // Marks of something else say nothing.
      const other = { ...standing, fingerprint: '0123456789abcdef' };
      expect(cellsChangedSince(marks, model, other, grid(true))).toBeUndefined();
      expect(cellsChangedSince(marks.slice(4), model, standing, grid(true))).toBeUndefined();
    }),
    { numRuns: 200, seed: 16 },
  );
});

test('what a new result changes is no edit by hand, and two edits are both named', () => {
  const model = modelOf([[1, 2, 3], [4, 5, 6]]); // prettier-ignore
  const standing = { rectangle: ownedRectangle(model), fingerprint: modelFingerprint(model) };
  const later = modelOf([[1, 2, 9], [4, 8, 6]]); // prettier-ignore
  const grid = [[1, 'x', 3], [4, 5, 'y']]; // prettier-ignore
  const named = cellsChangedSince(blockMarks(model), later, standing, grid) ?? [];
  for (const edit of [{ row: 0, column: 1 }, { row: 1, column: 2 }]) expect(named).toContainEqual(edit); // prettier-ignore
  expect(named).not.toContainEqual({ row: 0, column: 0 });
});
