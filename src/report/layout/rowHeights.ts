import { appearances, coveredBy, eachCell, plainRowPoints, type ModelCell, type Rectangle } from '../../workbook';
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
  const isCovered = coveredBy(merges);
  const merged = new Map<number, Rectangle[]>();
  for (const merge of merges) merged.set(merge.top, [...(merged.get(merge.top) ?? []), merge]);
  const pointsOf = rememberedPoints();
  const needed = new Map<number, number>();
  for (const [row, cells] of rows.entries()) if (isNotes(cells)) needed.set(row, notePoints);
  eachCell(rows, (row, column, cell) => {
    if (typeof cell.value !== 'string' && !isLarge(cell)) return;
    if (cell.value === null || isCovered(row, column)) return;
    const merge = merged.get(row)?.find(({ left }) => left === column);
    const count = merge === undefined ? 1 : merge.bottom - merge.top + 1;
    const points = pointsOf(cell, widthOf(columnWidths, column, merge?.right ?? column)) / count;
    for (let at = row; at < row + count; at += 1)
      if (points > (needed.get(at) ?? plainRowPoints)) needed.set(at, Math.min(highestRow, points));
  });
  return needed;
};

const notePoints = linesPoints(1, appearances.note.size);

/** Whether a row says nothing but notes, in their smaller type. */
const isNotes = (cells: readonly ModelCell[]): boolean => {
  let said = false;
  for (const { value, look } of cells) {
    if (value === null) continue;
    if (look !== 'note') return false;
    said = true;
  }
  return said;
};

const isLarge = ({ look }: ModelCell): boolean => linesPoints(1, appearances[look].size) > plainRowPoints;

/** Figures of the columns from `left` to `right`. */
const widthOf = (columnWidths: readonly number[], left: number, right: number): number => {
  let width = 0;
  for (let column = left; column <= right; column += 1) width += columnWidths[column] ?? 0;
  return width;
};

/** Points a cell needs. A list says the same texts for every municipality: their lines are counted once a width and size. */
const rememberedPoints = () => {
  const known = new Map<string, Map<string, number>>();
  const linesOf = (text: string, width: number, size: number): number => {
    const kind = `${width} ${size}`;
    const alike = known.get(kind) ?? new Map<string, number>();
    known.set(kind, alike);
    const lines = alike.get(text) ?? linesNeeded(text, width, size);
    alike.set(text, lines);
    return lines;
  };
  return ({ value, look }: ModelCell, width: number): number => {
    const { size, wrap, upright } = appearances[look];
    if (typeof value !== 'string') return linesPoints(1, size);
    // Signs below each other, each as high as a line.
    if (upright === true) return linesPoints(value.length, size);
    return linesPoints(wrap ? linesOf(value, width, size) : 1, size);
  };
};
