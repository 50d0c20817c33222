import { appearances, coveredCells, coveredKey, plainRowPoints, type ModelCell, type Rectangle } from '../../workbook';
import { highestRow, linesNeeded, linesPoints } from './textLines';

/**
 * Points of the rows whose text needs more than a plain row, or is a note, which needs less: files carry no automatic height, and no viewer fits a row to
 * the text of merged cells. A text merged over several rows shares its height among them.
 */
export const neededHeights = (
  rows: readonly (readonly ModelCell[])[],
  columnWidths: readonly number[],
  merges: readonly Rectangle[] = [],
): ReadonlyMap<number, number> => {
  const covered = coveredCells(merges);
  const merged = new Map(merges.map((merge) => [coveredKey(merge.top, merge.left), merge]));
  const needed = new Map<number, number>();
  for (const [row, cells] of rows.entries()) {
    if (isNotes(cells) && !needed.has(row)) needed.set(row, notePoints);
    for (const [column, cell] of cells.entries()) {
      if (typeof cell.value !== 'string' && !isLarge(cell)) continue;
      if (cell.value === null || covered.has(coveredKey(row, column))) continue;
      const merge = merged.get(coveredKey(row, column));
      const count = merge === undefined ? 1 : merge.bottom - merge.top + 1;
      const points = pointsOf(cell, widthOf(columnWidths, column, merge?.right ?? column)) / count;
      for (let at = row; at < row + count; at += 1)
        if (points > (needed.get(at) ?? plainRowPoints)) needed.set(at, Math.min(highestRow, points));
    }
  }
  return needed;
};

const notePoints = linesPoints(1, appearances.note.size);

/** Whether a row says nothing but a note, in its smaller type. */
const isNotes = (cells: readonly ModelCell[]): boolean => {
  const told = cells.filter(({ value }) => value !== null);
  return told.length > 0 && told.every(({ look }) => look === 'note');
};

const isLarge = ({ look }: ModelCell): boolean => linesPoints(1, appearances[look].size) > plainRowPoints;

/** Figures of the columns from `left` to `right`. */
const widthOf = (columnWidths: readonly number[], left: number, right: number): number => {
  let width = 0;
  for (let column = left; column <= right; column += 1) width += columnWidths[column] ?? 0;
  return width;
};

const pointsOf = ({ value, look }: ModelCell, width: number): number => {
  const { size, wrap, upright } = appearances[look];
  if (typeof value !== 'string') return linesPoints(1, size);
  // Signs below each other, each as high as a line.
  if (upright === true) return linesPoints(value.length, size);
  return linesPoints(wrap ? linesNeeded(value, width, size) : 1, size);
};
