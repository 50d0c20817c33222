import type { CellValue, Look, NumberStyle } from '../workbook';
import { cell } from './cells';
import type { Line, Span } from './layOut';

/** A cell of a paper over some columns. */
export const span = (value: CellValue, columns: number, look: Look = 'plain', number?: NumberStyle): Span => ({
  cell: cell(value, look, number),
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
