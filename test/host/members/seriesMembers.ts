import { libraryEnum } from '../libraryEnums';
import { HostError } from '../model/hostError';
import { textOf, type Wire } from '../model/wire';
import type { ChartCells, HostSeries } from '../model/hostChart';
import { beforeChange, type ChartTarget } from './chartTarget';
import { define, plain, type Argument, type HostRef, type Unknown } from './hostRef';
import { columnsOf, rowsOf } from './rangeTarget';

interface SeriesTarget extends ChartTarget {
  readonly series: HostSeries;
}

/** Over years, or around a radar. */
const isOfLines = ({ chart: { type } }: ChartTarget): boolean => /^(?:Line|Radar)/.test(type);

/** ChartSeriesCollection with format and fill. */
export const seriesMembers = (
  unknown: Unknown,
  cellsOf: (value: Argument | undefined) => ChartCells,
): ((it: ChartTarget) => HostRef) => {
  const fill = define<SeriesTarget>(
    'ChartFill',
    {
      call: {
        setSolidColor: (it, [color]) => {
          beforeSeries(it, 'ChartFill.setSolidColor');
          it.series.color = colorOf(plain(color), 'ChartFill.setSolidColor');
        },
      },
    },
    unknown,
  );
  // What Excel shows of a line is its stroke; of bars this would be the border, which nobody asks for.
  const stroke = (it: SeriesTarget, member: string): void => {
    beforeSeries(it, `ChartLineFormat.${member}`);
    if (!isOfLines(it)) throw unknown('ChartLineFormat', `${member} of ${it.chart.type}`);
  };
  const lineFormat = define<SeriesTarget>(
    'ChartLineFormat',
    {
      set: {
        color: (it, value) => {
          stroke(it, 'color');
          it.series.color = colorOf(value, 'ChartLineFormat.color');
        },
        weight: (it, value) => {
          stroke(it, 'weight');
          it.series.weight = numberIn(value, 0, 1584, 'ChartLineFormat.weight');
        },
      },
    },
    unknown,
  );
  const format = define<SeriesTarget>('ChartSeriesFormat', { go: { fill, line: lineFormat } }, unknown);
  const marker = (it: SeriesTarget, member: string): void => {
    beforeSeries(it, `ChartSeries.${member}`);
    if (!isOfLines(it)) throw new HostError('InvalidOperation', 'only lines have markers', `ChartSeries.${member}`);
  };
  const between = (name: 'gapWidth' | 'overlap', least: number, most: number) => (it: SeriesTarget, value: Wire) => {
    beforeSeries(it, `ChartSeries.${name}`);
    if (!/Bar|Column/.test(it.chart.type))
      throw new HostError('InvalidOperation', 'only bars and columns', `ChartSeries.${name}`);
    if (typeof value !== 'number' || value < least || value > most)
      throw new HostError('InvalidArgument', `${least} to ${most}`, `ChartSeries.${name}`);
    it.chart[name] = value;
  };
  const line = (value: Argument | undefined, where: string): ChartCells => {
    const cells = cellsOf(value);
    if (rowsOf(cells.area) > 1 && columnsOf(cells.area) > 1)
      throw new HostError('InvalidArgument', 'one row or one column', where);
    return cells;
  };
  const one = define<SeriesTarget>(
    'ChartSeries',
    {
      key: ({ series }) => series,
      get: {
        name: ({ series }) => series.name,
        gapWidth: ({ chart }) => chart.gapWidth,
        overlap: ({ chart }) => chart.overlap,
      },
      set: {
        name: (it, value) => {
          beforeSeries(it, 'ChartSeries.name');
          it.series.name = textOf(value);
        },
        hasDataLabels: (it, value) => {
          beforeSeries(it, 'ChartSeries.hasDataLabels');
          it.series.hasDataLabels = value === true;
        },
        gapWidth: between('gapWidth', 0, 500),
        overlap: between('overlap', -100, 100),
        markerStyle: (it, value) => {
          marker(it, 'markerStyle');
          const style = textOf(value);
          if (!libraryEnum('ChartMarkerStyle').has(style))
            throw new HostError('InvalidArgument', style, 'ChartSeries.markerStyle');
          it.series.marker = style;
        },
        markerSize: (it, value) => {
          marker(it, 'markerSize');
          numberIn(value, 2, 72, 'ChartSeries.markerSize');
        },
        markerBackgroundColor: (it, value) => {
          marker(it, 'markerBackgroundColor');
          colorOf(value, 'ChartSeries.markerBackgroundColor');
        },
        markerForegroundColor: (it, value) => {
          marker(it, 'markerForegroundColor');
          colorOf(value, 'ChartSeries.markerForegroundColor');
        },
      },
      go: { format },
      call: {
        setValues: (it, [cells]) => {
          beforeSeries(it, 'ChartSeries.setValues');
          it.series.values = line(cells, 'ChartSeries.setValues');
        },
        setXAxisValues: (it, [cells]) => {
          beforeSeries(it, 'ChartSeries.setXAxisValues');
          it.series.categories = line(cells, 'ChartSeries.setXAxisValues');
        },
        delete: (it) => {
          beforeSeries(it, 'ChartSeries.delete');
          it.chart.series.splice(it.chart.series.indexOf(it.series), 1);
        },
      },
    },
    unknown,
  );
  return define<ChartTarget>(
    'ChartSeriesCollection',
    {
      key: ({ chart }) => chart.series,
      items: (it) => it.chart.series.map((series) => one({ ...it, series })),
      call: {
        getCount: ({ chart }) => chart.series.length,
        getItemAt: (it, [place]) => {
          const series = it.chart.series[Number(place)];
          return series === undefined ? null : one({ ...it, series });
        },
        add: (it, [name]) => {
          beforeChange(it, 'ChartSeriesCollection.add');
          const series: HostSeries = {
            name: typeof name === 'string' ? name : `系列${it.chart.series.length + 1}`,
            values: undefined,
            categories: undefined,
            color: '',
            hasDataLabels: false,
            weight: undefined,
            marker: undefined,
          };
          it.chart.series.push(series);
          return one({ ...it, series });
        },
      },
    },
    unknown,
  );
};

const beforeSeries = (it: SeriesTarget, where: string): void => {
  beforeChange(it, where);
  if (!it.chart.series.includes(it.series)) throw new HostError('ItemNotFound', 'the series was deleted', where);
};

const colorOf = (value: Wire, where: string): string => {
  const wanted = textOf(value);
  if (!/^#[0-9A-F]{6}$/i.test(wanted)) throw new HostError('InvalidArgument', `${wanted} is no colour`, where);
  return wanted.toUpperCase();
};

const numberIn = (value: Wire, least: number, most: number, where: string): number => {
  if (typeof value === 'number' && value >= least && value <= most) return value;
  throw new HostError('InvalidArgument', `${least} to ${most}`, where);
};
