import {
  appearances,
  type CellValue,
  type FigureSource,
  type Look,
  type ModelCell,
  type NumberStyle,
} from '../../workbook';
import { roughWidth } from './widths';
import { highestRow, lineHeight } from './wrapping';

/** A cell of a sheet model; a figure says where it comes from, an empty cell says nothing. */
export const cell = (
  value: CellValue,
  look: Look = 'plain',
  number?: NumberStyle,
  source?: FigureSource,
): ModelCell => ({
  value,
  look,
  ...(number === undefined ? {} : { number }),
  ...(source === undefined || value === null ? {} : { source }),
});

/** The column heads of a table. */
export const headerCells = (texts: readonly string[]): readonly ModelCell[] =>
  texts.map((text) => cell(text, 'header'));

/** `count` cells of nothing in one look. */
export const blanks = (count: number, look: Look = 'plain'): readonly ModelCell[] =>
  Array.from({ length: count }, () => cell(null, look));

/** A row padded with empty cells to `width`. */
export const padded = (cells: readonly ModelCell[], width: number, look: Look = 'plain'): readonly ModelCell[] => [
  ...cells,
  ...blanks(Math.max(0, width - cells.length), look),
];

const ordinarySize = 10.5;

/**
 * Heights for the rows whose text wraps or is large, since files carry no automatic height: a full-width character takes two
 * columns' characters, and viewers that substitute the font get a tenth in reserve.
 */
export const fittedHeights = (
  rows: readonly (readonly ModelCell[])[],
  columnWidths: readonly number[],
  wideRows: ReadonlySet<number> = new Set(),
): ReadonlyMap<number, number> => {
  const sheetWidth = columnWidths.reduce((sum, width) => sum + width, 0);
  return new Map(
    rows.flatMap((row, at): readonly (readonly [number, number])[] => {
      const lines = row.map((one, column) =>
        linesOf(one, wideRows.has(at) ? sheetWidth : (columnWidths[column] ?? 10)),
      );
      const most = Math.max(1, ...lines);
      const size = Math.max(...row.map(({ value, look }) => (value === null ? 0 : appearances[look].size)));
      return most > 1 || size > ordinarySize
        ? [[at, Math.min(highestRow, Math.max(most * lineHeight, size * 1.5) + 3)]]
        : [];
    }),
  );
};

const linesOf = ({ value, look }: ModelCell, width: number): number =>
  typeof value === 'string' && appearances[look].wrap ? Math.ceil((roughWidth(value) * 1.1) / width) : 1;
