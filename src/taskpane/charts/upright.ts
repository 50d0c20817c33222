import { axisHeight, chartWidth, shareIn, textDrop, textWidth } from './shapes';
import type { ChartGeometry, ChartLine, ChartScale } from './shapes';

/** A field with categories from left to right and values from bottom to top. */
interface UprightField {
  readonly height: number;
  readonly left: number;
  /** The width of a category. */
  readonly band: number;
  readonly middle: (category: number) => number;
  readonly y: (value: number) => number;
  readonly line: (value: number) => ChartLine;
  readonly ticks: ChartGeometry['ticks'];
}

const [plotHeight, top] = [130, 14];

/** What standing bars and lines over time have in common. */
export const uprightField = (categories: number, scale: ChartScale): UprightField => {
  const share = shareIn(scale);
  const left = 6 + Math.max(0, ...scale.ticks.map(({ label }) => textWidth(label)));
  const band = (chartWidth - left) / Math.max(1, categories);
  const y = (value: number): number => top + (1 - share(value)) * plotHeight;
  const line = (value: number): ChartLine => ({ x1: left, x2: chartWidth, y1: y(value), y2: y(value) });
  return {
    height: top + plotHeight + axisHeight,
    left,
    band,
    middle: (category) => left + (category + 0.5) * band,
    y,
    line,
    ticks: scale.ticks.map(({ value, label }) => ({
      line: line(value),
      label: { text: label, x: left - 4, y: y(value) + textDrop, anchor: 'end' },
    })),
  };
};
