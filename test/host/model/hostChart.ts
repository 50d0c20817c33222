import type { Rectangle } from '../../../src/workbook';
import type { HostSheet } from './hostSheet';

/** Cells a series takes its figures or labels from. */
export interface ChartCells {
  readonly sheet: HostSheet;
  readonly area: Rectangle;
}

export interface HostSeries {
  name: string;
  /** Undefined until they are set: a series that was added shows nothing. */
  values: ChartCells | undefined;
  categories: ChartCells | undefined;
  /** #RRGGBB, or '' for Excel's own. */
  color: string;
  hasDataLabels: boolean;
  /** Of a line; undefined: Excel's own. */
  weight: number | undefined;
  marker: string | undefined;
}

export interface HostAxis {
  reversePlotOrder: boolean;
  /** Undefined: Excel chooses. */
  minimum: number | undefined;
  maximum: number | undefined;
  numberFormat: string;
  majorTickMark: string;
  minorTickMark: string;
  majorGridlines: boolean;
  position: string;
  readonly title: { visible: boolean; text: string };
}

/** A chart as a record of what was set; nothing is drawn. */
export interface HostChart {
  readonly id: string;
  readonly type: string;
  name: string;
  /** Of every word; '' for Excel's own. */
  fontName: string;
  readonly title: { visible: boolean; text: string };
  readonly legend: { visible: boolean; position: string };
  /** The cells it covers; undefined where Excel put it. */
  place: Rectangle | undefined;
  /** Of all bars and columns of the chart: Excel keeps one for the group, whichever series it is set on. */
  gapWidth: number;
  overlap: number;
  readonly series: HostSeries[];
  readonly categoryAxis: HostAxis;
  readonly valueAxis: HostAxis;
}

/**
 * A chart nobody has set anything on. Excel's first looks differ from version to version, so nothing here is what a
 * report wants: what a test sees was set.
 */
export const freshChart = (id: string, type: string): HostChart => ({
  id,
  type,
  name: `グラフ ${id}`,
  fontName: '',
  title: { visible: false, text: 'グラフ タイトル' },
  legend: { visible: false, position: 'Right' },
  place: undefined,
  gapWidth: 219,
  overlap: -27,
  series: [],
  categoryAxis: freshAxis(false),
  valueAxis: freshAxis(true),
});

const freshAxis = (majorGridlines: boolean): HostAxis => ({
  reversePlotOrder: false,
  minimum: undefined,
  maximum: undefined,
  numberFormat: 'General',
  majorTickMark: 'Outside',
  minorTickMark: 'Outside',
  majorGridlines,
  position: 'Automatic',
  title: { visible: false, text: '' },
});
