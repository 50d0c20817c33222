import type { FigureSource, Formula, NumberStyle } from '../../workbook';

/** One figure that can be worked out again: its terms, and what another sheet prints for it. */
export interface Control {
  /** What is checked, in the words of its terms: 「推進 ＝ Ⅰ＋Ⅱ＋Ⅲ＋Ⅳ」. */
  readonly label: string;
  readonly operation: Operation;
  /** At most as many as stand beside each other (`mostTerms`). */
  readonly terms: readonly Term[];
  /** From the field the other sheets print, never from the terms; absent where the next control carries on. */
  readonly printed?: Term;
  /** Of result, printed figure and difference. */
  readonly style: NumberStyle;
  /** Of the terms; absent = whole numbers. */
  readonly termStyle?: NumberStyle;
}

/** A figure as a cell of the sheet holds it. */
export interface Term {
  /** A text where another sheet prints two ends: then nothing is judged. */
  readonly value: number | string;
  readonly source: FigureSource;
  /** How the cell comes to it; absent where no sheet prints it. */
  readonly formula?: Formula | 'carried';
  /** What open answers leave: counted as nothing, and as all that they could be where that can be told. */
  readonly ends?: { readonly low: Term; readonly high?: Term };
  /** Places to which a text prints it rounded; absent where it stands unrounded. */
  readonly decimals?: number;
}

/**
 * How the terms of one control come to its result: `sum` of all · `last-twice` sum with the last term twice (目標Ⅳ counts
 * in both grants) · `difference` first less second · `ratio` first by second · `least` the smallest of all · `rate-change`
 * first in percent of the second, less third in percent of the fourth.
 */
export type Operation = 'sum' | 'last-twice' | 'difference' | 'ratio' | 'least' | 'rate-change';
