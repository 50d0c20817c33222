import {
  axisHeight,
  barsOf,
  chartWidth,
  cutText,
  shareIn,
  textDrop,
  textWidth,
  type ChartGeometry,
  type ChartLayout,
  type ChartLine,
} from './shapes';

/** Bars that lie: categories from top to bottom, values from left to right. */
export const lyingChart = ({ table, scale, overlapping }: ChartLayout): ChartGeometry => {
  const { categories, series } = table;
  const share = shareIn(scale);
  const slots = overlapping ? 1 : Math.max(1, series.length);
  const [slot, gap] = [12, 8];
  const band = slots * slot + gap;
  const left = Math.min(100, 8 + Math.max(0, ...categories.map(textWidth)));
  const valueRoom = Math.min(80, Math.max(0, ...series.flatMap(({ printed }) => printed.map(textWidth))));
  const right = chartWidth - 8 - valueRoom;
  const height = categories.length * band + axisHeight;
  const bottom = height - axisHeight;
  const x = (value: number): number => left + share(value) * (right - left);
  const line = (value: number): ChartLine => ({ x1: x(value), x2: x(value), y1: 0, y2: bottom });
  return {
    width: chartWidth,
    height,
    zero: line(0),
    ticks: scale.ticks.map(({ value, label }) => ({
      line: line(value),
      label: { text: label, x: x(value), y: height - textDrop, anchor: 'middle' },
    })),
    categories: categories.map((text, at) => ({
      text: cutText(text, left - 6),
      x: left - 6,
      y: at * band + band / 2 + textDrop,
      anchor: 'end',
    })),
    bars: barsOf(series, (value, at, place) => {
      const top = at * band + gap / 2 + (overlapping ? 0 : place) * slot;
      const [from, to] = [x(Math.min(0, value)), x(Math.max(0, value))];
      const text = cutText(series[place]?.printed[at] ?? '', valueRoom);
      return {
        series: place,
        x: from,
        y: top,
        width: to - from,
        height: slot - 2,
        ...(!(overlapping && series.length > 1)
          ? { value: { text, x: to + 4, y: top + slot / 2 + textDrop - 1, anchor: 'start' } }
          : {}),
      };
    }),
  };
};
