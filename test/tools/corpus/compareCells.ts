import { coveredCells, coveredKey, type CellValue, type SheetContent } from '../../../src/workbook';
import type { SeenCell } from './openpyxl';

/** Cells of a sheet that two readers see differently, as `A1: ours / theirs`. */
export const differentCells = (sheet: SheetContent, seen: readonly SeenCell[]): readonly string[] => {
  const theirs = new Map(seen.map(([row, column, kind, value]) => [coveredKey(row, column), { kind, value }]));
  // Under merged cells the second reader sees nothing.
  const covered = coveredCells(
    sheet.merges.filter(({ bottom, top, right, left }) => (bottom - top) * (right - left) < 1e6),
  );
  const different: string[] = [];
  sheet.grid.forEach((cells, row) => {
    cells.forEach((ours, column) => {
      const key = coveredKey(row, column);
      const their = theirs.get(key);
      theirs.delete(key);
      if (!covered.has(key) && !isSame(ours, their?.value))
        different.push(`${key}: ${told(ours)} / ${told(their?.value)}`);
    });
  });
  for (const [key, { value }] of theirs) if (value !== '') different.push(`${key}: – / ${told(value)}`);
  return different;
};

const told = (value: CellValue | undefined): string => JSON.stringify(value ?? null).slice(0, 60);

/** Excel's day 0; workbooks that count from 1904 are 1,462 days off. */
const [dayZero, dayOf1904] = [Date.UTC(1899, 11, 30), 1462];

const isSame = (ours: CellValue, theirs: string | number | boolean | undefined): boolean => {
  if (ours === null || ours === '') return theirs === undefined || theirs === '';
  if (ours instanceof Date) {
    const days = (ours.getTime() - dayZero) / 86_400_000;
    return (
      typeof theirs === 'number' && [days, days - dayOf1904, days - 1].some((day) => Math.abs(day - theirs) < 2e-5)
    );
  }
  if (typeof ours === 'number') return typeof theirs === 'number' && (ours === theirs || Math.abs(ours - theirs) < 1e-9 * Math.abs(ours)); // prettier-ignore
  if (typeof ours === 'string') return typeof theirs === 'string' && plain(ours) === plain(theirs);
  return ours === theirs;
};

/** openpyxl keeps `_x000D_` as it is written, and neither cuts long texts nor joins line ends. */
const plain = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')
    .slice(0, 32_000);
