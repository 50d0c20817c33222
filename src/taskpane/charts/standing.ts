import {
  barsOf,
  chartWidth,
  cutText,
  textDrop,
  textWidth,
  type ChartGeometry,
  type ChartLayout,
  type ChartText,
} from './shapes';
import { uprightField } from './upright';

/** A few are a choice, more are steps of a scale. */
const fewCategories = 6;

/** Bars that stand: categories from left to right, values from bottom to top. */
export const standingChart = ({ table, scale, overlapping }: ChartLayout): ChartGeometry => {
  const { categories, series } = table;
  const slots = overlapping ? 1 : Math.max(1, series.length);
  const { height, left, band, middle, y, line, ticks } = uprightField(categories.length, scale);
  const slot = (band * 0.8) / slots;
  // Where the labels of many would touch, only every second, third … is printed; the table has them all.
  const widest = Math.max(0, ...categories.map(textWidth)) + 4;
  const every = categories.length > fewCategories ? Math.max(1, Math.ceil(widest / band)) : 1;
  return {
    width: chartWidth,
    height,
    zero: line(0),
    ticks,
    categories: categories.flatMap((text, at) =>
      at % every === 0 ? [labelBelow(cutText(text, band * every), middle(at), height - textDrop)] : [],
    ),
    bars: barsOf(series, (value, at, place) => {
      const x = left + at * band + band * 0.1 + (overlapping ? 0 : place) * slot;
      const [from, to] = [y(Math.max(0, value)), y(Math.min(0, value))];
      const text = series[place]?.printed[at] ?? '';
      const fits = !(overlapping && series.length > 1) && textWidth(text) <= slot;
      return {
        series: place,
        x,
        y: from,
        width: slot,
        height: to - from,
        ...(fits ? { value: { text, x: x + slot / 2, y: from - 3, anchor: 'middle' } } : {}),
      };
    }),
  };
};

/** A label under its bar, moved to stay inside the picture. */
const labelBelow = (text: string, x: number, y: number): ChartText => {
  const half = textWidth(text) / 2;
  return { text, x: Math.max(half, Math.min(chartWidth - half, x)), y, anchor: 'middle' };
};
