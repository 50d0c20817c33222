import type { CellValue } from '..';
import { dateOfSerial, showsDay } from './dateNumber';
import type { ReadBlock } from './readBlocks';

/** Puts the values of blocks into a grid that starts at A1; day numbers with a date format become dates. */
export const gridOf = (blocks: readonly ReadBlock[]): readonly (readonly CellValue[])[] => {
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
  return grid;
};

const cellValue = (value: unknown, dated: boolean): CellValue => {
  if (typeof value === 'number') return (dated ? dateOfSerial(value) : undefined) ?? value;
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'boolean' ? value : null;
};
