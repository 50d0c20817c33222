import { chartScale, chartWidth, shareIn, textDrop, type ChartLine, type ChartText } from './shapes';
import type { ChartTable } from './table';
import { uprightField } from './upright';

/** A chart of lines as a picture, in the units of {@link chartWidth}. */
export interface LinesGeometry {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly {
    readonly series: number;
    /** Closed around a radar; a gap in the figures parts a line. */
    readonly paths: readonly (readonly (readonly [x: number, y: number])[])[];
    readonly isClosed: boolean;
  }[];
  readonly axes: readonly ChartLine[];
  readonly labels: readonly ChartText[];
}

/** Lines over years: categories from left to right, values from bottom to top. */
export const linesOverTime = (table: ChartTable, percent: boolean): LinesGeometry => {
  const { height, middle, y, ticks } = uprightField(table.categories.length, chartScale(table, percent));
  return {
    width: chartWidth,
    height,
    axes: ticks.map(({ line }) => line),
    labels: [
      ...ticks.map(({ label }) => label),
      ...table.categories.map((text, at): ChartText => ({
        text,
        x: middle(at),
        y: height - textDrop,
        anchor: 'middle',
      })),
    ],
    lines: table.series.map(({ values }, series) => ({
      series,
      isClosed: false,
      paths: runsOf(values).map((run) => run.map(([at, value]) => [middle(at), y(value)] as const)),
    })),
  };
};

/** Around a middle: the first category on top, the others clockwise. */
export const linesAround = (table: ChartTable, percent: boolean): LinesGeometry => {
  const scale = chartScale(table, percent);
  const [radius, height] = [80, 220];
  const [middleX, middleY] = [chartWidth / 2, height / 2];
  const count = Math.max(1, table.categories.length);
  const point = (at: number, share: number): readonly [number, number] => {
    const turn = (2 * Math.PI * at) / count;
    return [middleX + Math.sin(turn) * radius * share, middleY - Math.cos(turn) * radius * share];
  };
  const shareOf = shareIn(scale);
  const ring = (share: number): readonly ChartLine[] =>
    table.categories.map((_, at) => {
      const [[x1, y1], [x2, y2]] = [point(at, share), point((at + 1) % count, share)];
      return { x1, y1, x2, y2 };
    });
  return {
    width: chartWidth,
    height,
    axes: scale.ticks.flatMap(({ value }) => ring(shareOf(value))),
    labels: [
      ...table.categories.map((text, at): ChartText => {
        const [x, y] = point(at, 1.12);
        const anchor = Math.abs(x - middleX) < 1 ? 'middle' : x > middleX ? 'start' : 'end';
        return { text, x, y: y + textDrop, anchor };
      }),
      ...scale.ticks.map(({ value, label }): ChartText => {
        const [x, y] = point(0, shareOf(value));
        return { text: label, x: x - 3, y: y + textDrop, anchor: 'end' };
      }),
    ],
    lines: table.series.map(({ values }, series) => ({
      series,
      isClosed: values.every((value) => value !== null),
      paths: runsOf(values).map((run) => run.map(([at, value]) => point(at, shareOf(value)))),
    })),
  };
};

/** Figures that follow one another without a gap, with their places. */
const runsOf = (values: readonly (number | null)[]): readonly (readonly (readonly [at: number, value: number])[])[] => {
  const runs: (readonly [number, number])[][] = [];
  for (const [at, value] of values.entries())
    if (value !== null) {
      const last = runs.at(-1);
      if (last?.at(-1)?.[0] === at - 1) last.push([at, value]);
      else runs.push([[at, value]]);
    }
  return runs;
};
