import type { PointsRange } from '../../../outlook';
import type { FigureSource, Look } from '../../../workbook';
import type { FigureParts } from '../../layout/cells';
import { span, type Span } from '../../layout/layOut';
import { rangeText } from '../../outlookWords';
import { rateText } from '../../standingWords';

/** A column of labels, and 21 narrow ones: three years, or three pairs of years, side by side. */
export const columnWidths: readonly number[] = [20, ...Array.from({ length: 21 }, () => 6)];
export const width = columnWidths.length;
/** So many years stand side by side; more go on in a table below. */
const sideBySide = 3;
/** Columns of one year. */
export const yearColumns = 7;

/** Runs of as many as stand side by side. */
export const besideEachOther = <One>(all: readonly One[]): readonly (readonly One[])[] =>
  Array.from({ length: Math.ceil(all.length / sideBySide) }, (_, at) =>
    all.slice(at * sideBySide, (at + 1) * sideBySide),
  );

/** A number where a figure is final, both ends in words where answers are open. */
export const rangeSpan = (
  { least, most }: PointsRange,
  columns: number,
  { number, source, look = 'body' }: FigureParts & { readonly look?: Look },
  words: (range: PointsRange) => string,
): Span =>
  least === most
    ? span(least, columns, look, { number, source })
    : span(words({ least, most }), columns, look === 'total' ? 'total-paper' : 'paper-cell', { source });

/** Points, as `rangeSpan`. */
export const pointsSpan = (points: PointsRange, columns: number, source: FigureSource, look: Look = 'body'): Span =>
  rangeSpan(points, columns, { number: 'integer', source, look }, rangeText);

/** The share of the full marks, as `pointsSpan`. */
export const rateSpan = (
  points: PointsRange & { readonly maxPoints: number },
  columns: number,
  source: FigureSource,
  look: Look = 'body',
): Span =>
  points.least === points.most
    ? span(points.least / points.maxPoints, columns, look, { number: 'percent1', source })
    : span(rateText(points), columns, look === 'total' ? 'total-paper' : 'paper-cell', { source });
