import type { CellValue, Rectangle } from '..';
import { dateOfSerial, showsDay } from './dateNumber';
import type { ReadBlock } from './readBlocks';

/**
 * Puts the values of blocks into a grid that starts at A1; day numbers with a date format become dates. What lies under
 * a merged block is nothing, whatever Excel still keeps there.
 */
export const gridOf = (
  blocks: readonly ReadBlock[],
  merges: readonly Rectangle[] = [],
): readonly (readonly CellValue[])[] => {
  const grid: CellValue[][] = [];
  const dated = new Map<string, boolean>();
  const isDated = (format: string): boolean => {
    const known = dated.get(format) ?? showsDay(format);
    dated.set(format, known);
    return known;
  };
  for (const { area, values, formats } of blocks) {
    values.forEach((row, down) => {
      while (grid.length <= area.top + down) grid.push([]);
      const line = grid[area.top + down] ?? [];
      while (line.length < area.left) line.push(null);
      row.forEach((value, across) => {
        const format = formats[down]?.[across];
        line[area.left + across] = cellValue(value, typeof format === 'string' && isDated(format));
      });
    });
  }
  for (const merge of merges) silence(grid, merge);
  return grid;
};

/** Walks only over cells that are there: a merge may span the whole sheet. */
const silence = (grid: CellValue[][], { top, left, bottom, right }: Rectangle): void => {
  for (let row = top; row <= Math.min(bottom, grid.length - 1); row += 1) {
    const line = grid[row] ?? [];
    for (let column = left; column <= Math.min(right, line.length - 1); column += 1) {
      if (row !== top || column !== left) line[column] = null;
    }
  }
};

const cellValue = (value: unknown, dated: boolean): CellValue => {
  if (typeof value === 'number') return (dated ? dateOfSerial(value) : undefined) ?? value;
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'boolean' ? value : null;
};
