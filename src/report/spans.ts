import type { CellValue, FigureSource, Look, NumberStyle } from '../workbook';
import { cell } from './cells';
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
