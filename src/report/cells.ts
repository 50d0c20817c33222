import type { CellValue, Look, ModelCell, NumberStyle } from '../workbook';

/** A cell of a sheet model. */
export const cell = (value: CellValue, look: Look = 'plain', number?: NumberStyle): ModelCell =>
  number === undefined ? { value, look } : { value, look, number };

/** `count` cells of nothing in one look. */
export const blanks = (count: number, look: Look = 'plain'): readonly ModelCell[] =>
  Array.from({ length: count }, () => cell(null, look));

/** A row padded with empty cells to `width`. */
export const padded = (cells: readonly ModelCell[], width: number, look: Look = 'plain'): readonly ModelCell[] => [
  ...cells,
  ...blanks(Math.max(0, width - cells.length), look),
];

/** One text over a whole row; the caller merges it. */
export const wideRow = (text: string, look: Look, width: number): readonly ModelCell[] =>
  padded([cell(text, look)], width, look);
