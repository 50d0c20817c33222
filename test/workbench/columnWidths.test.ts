import { columnWidths } from '../../src/workbench/components/columnWidths';

const grid = [['推進', 295, '短い', '持続可能な地域のあるべき姿をかたちにする', null]];
const look = {
  sheet: '得点',
  widths: new Map([
    [0, 200],
    [1, 10],
    [2, 5000],
    [3, 90],
  ]),
  hidden: new Set([3]),
  plainWidth: 64,
  formats: new Map<string, string>(),
};

test('the widths of the file, with room beside the letters; a figure is never cut, a hidden column is as wide as its text', () => {
  const [wide, figure, widest, hidden, empty, spare] = columnWidths(grid, 1, look);
  expect([wide, widest, empty, spare]).toEqual([212, 600, 76, 76]);
  expect(figure).toBe(columnWidths(grid, 1)[1]);
  expect(hidden).toBe(columnWidths(grid, 1)[3]);
});
