import type { FigureSource } from '../../workbook';

/** Mean points of one indicator in a group of municipalities, unrounded, and where it comes from. */
export interface IndicatorMean {
  readonly value: number;
  readonly source: FigureSource;
}
