import { halfUp } from '../../kernel';
import type { ChartTable } from './table';

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

interface ChartBar {
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

/** How the bars of a chart are laid out beside each other. */
export interface ChartLayout {
  readonly table: ChartTable;
  readonly scale: ChartScale;
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

/** The axis of values: where it begins and ends, and where its lines stand. */
export interface ChartScale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

/** Where a value lies along its axis: 0 where that begins, 1 where it ends. */
export const shareIn =
  ({ from, to }: ChartScale) =>
  (value: number): number =>
    (value - from) / (to - from);

/** So many steps at most: a small picture has no room for more lines. */
const mostSteps = 4;

/** An axis that takes in zero and all values, in round steps; shares run from 0 to 100 %. */
export const chartScale = ({ series }: Pick<ChartTable, 'series'>, percent: boolean): ChartScale => {
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  const lowest = values.reduce((least, value) => Math.min(least, value), 0);
  const highest = values.reduce((most, value) => Math.max(most, value), percent ? 1 : 0);
  const step = roundStep((highest - lowest) / mostSteps);
  const first = Math.floor(lowest / step);
  const last = Math.max(first + 1, Math.ceil(highest / step));
  return {
    from: first * step,
    to: last * step,
    ticks: Array.from({ length: last - first + 1 }, (_, at) => {
      const value = (first + at) * step;
      return { value, label: percent ? `${halfUp(value * 100, 0)}％` : tickLabel(value, step) };
    }),
  };
};

/** Labels have at most twelve decimals; what is smaller than a step of them is drawn as nothing. */
const smallestStep = 1e-12;

/** 1, 2, 2.5 or 5 times a power of ten, not below `least`; 1 when there is nothing to show. */
const roundStep = (least: number): number => {
  if (!(least >= smallestStep)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 2.5, 5].find((times) => times * power >= least * (1 - 1e-9)) ?? 10) * power;
};

const tickLabel = (value: number, step: number): string =>
  step >= 1 ? value.toLocaleString('en-US') : halfUp(value, Math.min(12, Math.ceil(-Math.log10(step)) + 1));

/** Units of a half-width sign at the size of the charts' texts; a full-width one takes two. */
const halfWidth = 6;

/** About how wide a text of a chart is, in units of the picture. */
export const textWidth = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + halfWidth * (sign < '\u0100' ? 1 : 2), 0);

/** The text, cut with … where it is wider than `most`. */
export const cutText = (text: string, most: number): string => {
  if (textWidth(text) <= most) return text;
  const signs = Array.from(text);
  while (signs.length > 0 && textWidth(`${signs.join('')}…`) > most) signs.pop();
  return `${signs.join('')}…`;
};
