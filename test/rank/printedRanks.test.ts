import { printedRanksHold } from '../../src/rank/printedRanks';

/** Ranks beside totals, in a nation of so many, and whether they can be national ranks. */
it.each([
  ['all there, as counted', [9, 7, 7, 5], [1, 2, 2, 4], 4, true],
  ['all there, no gap after ties', [9, 7, 7, 5], [1, 2, 2, 3], 4, false],
  ['all there, the tied apart', [9, 7, 7, 5], [1, 2, 3, 4], 4, false],
  ['a part, further down', [9, 7, 7, 5], [3, 20, 20, 31], 40, true],
  ['a part, only counted among themselves', [9, 7, 7, 5], [1, 2, 2, 4], 40, false],
  ['a part, no room for those in front', [9, 7, 7, 5], [3, 20, 20, 21], 40, false],
  ['a part, the better behind', [9, 7, 5], [20, 3, 31], 40, false],
  ['a part, behind more than are missing', [9, 7, 5], [3, 20, 40], 40, true],
  ['a part, behind everybody', [9, 7, 5], [3, 20, 41], 40, false],
  ['one row too many', [9, 8, 7, 5], [1, NaN, 2, 3], 3, true],
  ['blank ranks', [9, 7], [NaN, NaN], 2, false],
  ['half a rank', [9, 7], [1, 2.5], 3, false],
] as const)('%s', (_, totals, printed, expected, holds) => {
  expect(printedRanksHold(totals, printed, expected)).toBe(holds);
});

it('no ranks hold where none are printed', () => {
  expect(printedRanksHold([9, 7], undefined, 2)).toBe(false);
});
