import type { ChartScale } from './chartScale';
import type { ChartTable } from './chartTable';

/** A chart as a picture: everything in units of the picture, which is shown at about one unit per pixel. */
export interface ChartGeometry {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly ChartBar[];
  readonly categories: readonly ChartText[];
  /** Lines of the value axis, with the label beside or below. */
  readonly ticks: readonly { readonly line: ChartLine; readonly label: ChartText }[];
  /** Where zero is. */
  readonly zero: ChartLine;
}

export interface ChartBar {
  /** Which series it belongs to. */
  readonly series: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The printed value, where there is room. */
  readonly value?: ChartText;
}

export interface ChartLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface ChartText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** How the bars of a chart are laid out beside each other, and where a value lies along its axis. */
export interface ChartLayout {
  readonly table: ChartTable;
  readonly scale: ChartScale;
  /** 0 where the axis begins, 1 where it ends. */
  readonly share: (value: number) => number;
  /** Series lie over each other. */
  readonly overlapping: boolean;
}

/** As wide as a pane of 320 pixels leaves room for. */
export const chartWidth = 280;
/** Below the bars. */
export const axisHeight = 18;
/** Of the texts in the picture, from their middle line down to their base line. */
export const textDrop = 4;

/** One bar per number; gaps have none. */
export const barsOf = (
  series: ChartTable['series'],
  barOf: (value: number, at: number, place: number) => ChartBar,
): readonly ChartBar[] =>
  series.flatMap(({ values }, place) =>
    values.flatMap((value, at) => (value === null ? [] : [barOf(value, at, place)])),
  );
