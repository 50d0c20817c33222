import type { Rectangle } from './address';

/** The cells of merged blocks that say nothing: all but the first of each (a merged block speaks in its top-left cell). */
export const coveredCells = (merges: readonly Rectangle[]): ReadonlySet<string> => {
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        if (row !== top || column !== left) covered.add(coveredKey(row, column));
      }
    }
  }
  return covered;
};

/** How {@link coveredCells} names a 0-based cell. */
export const coveredKey = (row: number, column: number): string => `${row},${column}`;
