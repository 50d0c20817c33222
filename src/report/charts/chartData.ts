import type { ChartRole, FigureSource, NumberStyle } from '../../workbook';

/** What one chart shows; the sheet prints it as a table beside the picture, and the pane draws it from that very table. */
export interface ChartData {
  /** Told apart in the marker of the sheet; one capital letter. */
  readonly letter: string;
  readonly title: string;
  /** One or two sentences with what the picture shows; they stand under the title and begin the alternative text. */
  readonly reading: string;
  /** What kind of picture it is, for the alternative text. */
  readonly picture: string;
  readonly kind: 'bar' | 'column';
  /** Heading of the labels. */
  readonly labelHeading: string;
  readonly columns: readonly ChartColumn[];
  /** Each as many values as there are columns; `null` leaves a gap. */
  readonly rows: readonly (readonly [label: string, ...values: (number | null)[]])[];
  readonly number: NumberStyle;
  /** What the values count, along their axis. */
  readonly unit: string;
  /** Series lie over each other. */
  readonly overlapping?: true;
  /** A radar of the same table beside it, without the last row, which is the sum of the others. */
  readonly around?: { readonly title: string; readonly picture: string };
}

/** One series. */
export interface ChartColumn {
  readonly heading: string;
  readonly role: ChartRole;
  readonly source: FigureSource;
}
