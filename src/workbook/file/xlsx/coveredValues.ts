import { details } from '../details';
import { a1, type CellValue, type Rectangle } from '../..';
import { FileFault, limits } from '../fault';

/**
 * Takes out of the grid, in place, what is stored under merged blocks: nobody can see it. Returns the A1 addresses. Blocks
 * that lie over each other a thousand times are refused: honest ones never do.
 */
export const takeCovered = (grid: CellValue[][], merges: readonly Rectangle[], sheet: string): readonly string[] => {
  if (merges.length === 0) return [];
  const covered: string[] = [];
  const filled = grid.flatMap((row, at) => (row.length > 0 ? [at] : []));
  let looked = 0;
  for (const { top, left, bottom, right } of merges) {
    for (let at = firstFrom(filled, top); at < filled.length; at += 1) {
      const row = filled[at] ?? 0;
      if (row > bottom) break;
      const cells = grid[row] ?? [];
      const last = Math.min(right, cells.length - 1);
      looked += Math.max(1, last - left + 1);
      if (looked > limits.slots) throw new FileFault('file-suspicious', details.merges, { sheet });
      for (let column = row === top ? left + 1 : left; column <= last; column += 1) {
        if (cells[column] === null) continue;
        if (cells[column] !== '') covered.push(a1(row, column));
        cells[column] = null;
      }
    }
  }
  return covered;
};

/** Where the first number of at least `least` stands in a rising list. */
const firstFrom = (numbers: readonly number[], least: number): number => {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
};
