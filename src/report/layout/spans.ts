import type { CellValue, FigureSource, Look, ModelCell, NumberStyle } from '../../workbook';
import { cell, headerCells } from './cells';
import type { Line, Span } from './layOut';

/** A cell of a paper over some columns; a figure, and a sentence with one, says where it comes from. */
export const span = (
  value: CellValue,
  columns: number,
  look: Look = 'plain',
  number?: NumberStyle,
  source?: FigureSource,
): Span => ({
  cell: cell(value, look, number, source),
  columns,
});

/** Text the user may write over; `text` is what stands there at first, nothing where null. */
export const userSpan = (text: string | null, columns: number, look: Look = 'own-text'): Span => ({
  cell: cell(text, look),
  columns,
  user: true,
});

/** One line of spans. */
export const line = (...spans: readonly Span[]): Line => ({ spans });

/** One cell a column. */
export const cellLine = (cells: readonly ModelCell[]): Line => ({
  spans: cells.map((one) => ({ cell: one, columns: 1 })),
});

/** The column heads of a table. */
export const headerLine = (texts: readonly string[]): Line => cellLine(headerCells(texts));

/** A sentence of a sheet; one with a figure says where it comes from. */
export interface Sentence {
  readonly text: string;
  readonly source?: FigureSource | undefined;
}

/** Makes lines of one text over all columns of a sheet `columns` wide. */
export const wideLines =
  (columns: number) =>
  (text: string, look: Look, source?: FigureSource): Line =>
    line(span(text, columns, look, undefined, source));
