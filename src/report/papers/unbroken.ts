import { appearances } from '../../workbook';
import type { Line, Span } from '../layout/layOut';
import { emsIn, unbroken } from '../layout/textLines';

/** Lines of a paper in which no figure is parted from its unit by the end of a line. */
export const withWholeFigures = (lines: readonly Line[], columnWidths: readonly number[]): readonly Line[] => {
  /** Lines that spans of earlier lines still reach down to, by column. */
  const taken = columnWidths.map(() => 0);
  return lines.map((line, row) => {
    let left = 0;
    const spans = line.spans.map((span) => {
      while ((taken[left] ?? 0) > row) left += 1;
      const right = left + span.columns;
      const width = columnWidths.slice(left, right).reduce((sum, one) => sum + one, 0);
      for (let column = left; column < right; column += 1) taken[column] = row + (span.rows ?? 1);
      left = right;
      return withWhole(span, width);
    });
    return { ...line, spans };
  });
};

const withWhole = (span: Span, width: number): Span => {
  const { value, look } = span.cell;
  const { wrap, size } = appearances[look];
  if (typeof value !== 'string' || !wrap || span.user === true) return span;
  return { ...span, cell: { ...span.cell, value: unbroken(value, emsIn(width, size)) } };
};
