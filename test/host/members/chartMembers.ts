import type { Rectangle } from '../../../src/workbook';
import { libraryEnum } from '../libraryEnums';
import { HostError } from '../model/hostError';
import { freshChart, type ChartCells, type HostAxis } from '../model/hostChart';
import { textOf, type Wire } from '../model/wire';
import { beforeChange, type ChartTarget, type SheetTarget } from './chartTarget';
import { define, isRef, plain, type Argument, type HostRef, type Unknown } from './hostRef';
import { areaOf, type RangeFactories } from './rangeMembers';
import { columnsOf, refuseDeleted, rowsOf } from './rangeTarget';
import { seriesMembers } from './seriesMembers';

interface AxisTarget extends ChartTarget {
  readonly axis: HostAxis;
}

/** ChartCollection with everything below it: records of what was set, refused where Excel would refuse. */
export const chartMembers = (unknown: Unknown, { targetOf }: RangeFactories): ((it: SheetTarget) => HostRef) => {
  const cellsOf = (value: Argument | undefined): ChartCells => targetOf(value);
  const title = define<ChartTarget>(
    'ChartTitle',
    {
      get: { text: ({ chart }) => chart.title.text, visible: ({ chart }) => chart.title.visible },
      set: {
        text: (it, value) => {
          beforeChange(it, 'ChartTitle.text');
          it.chart.title.text = textOf(value);
        },
        visible: (it, value) => {
          beforeChange(it, 'ChartTitle.visible');
          it.chart.title.visible = truth(value);
        },
      },
    },
    unknown,
  );
  const legend = define<ChartTarget>(
    'ChartLegend',
    {
      get: { position: ({ chart }) => chart.legend.position, visible: ({ chart }) => chart.legend.visible },
      set: {
        position: (it, value) => {
          beforeChange(it, 'ChartLegend.position');
          it.chart.legend.position = oneOf('ChartLegendPosition', value, 'ChartLegend.position');
        },
        visible: (it, value) => {
          beforeChange(it, 'ChartLegend.visible');
          it.chart.legend.visible = truth(value);
        },
      },
    },
    unknown,
  );
  const font = define<ChartTarget>(
    'ChartFont',
    {
      set: {
        name: (it, value) => {
          beforeChange(it, 'ChartFont.name');
          it.chart.fontName = textOf(value);
        },
      },
    },
    unknown,
  );
  const format = define<ChartTarget>('ChartAreaFormat', { go: { font } }, unknown);
  const axis = axisMembers(unknown);
  const axes = define<ChartTarget>(
    'ChartAxes',
    {
      go: {
        categoryAxis: (it) => {
          // A radar has spokes; what Excel answers here is not recorded.
          if (it.chart.type.startsWith('Radar')) throw unknown('ChartAxes', `categoryAxis of ${it.chart.type}`);
          return axis({ ...it, axis: it.chart.categoryAxis });
        },
        valueAxis: (it) => axis({ ...it, axis: it.chart.valueAxis }),
      },
    },
    unknown,
  );
  const charted = define<ChartTarget>(
    'Chart',
    {
      key: ({ chart }) => chart,
      id: ({ chart }) => chart.id,
      get: { id: ({ chart }) => chart.id, name: ({ chart }) => chart.name },
      set: {
        name: (it, value) => {
          beforeChange(it, 'Chart.name');
          if (textOf(value) === '') throw new HostError('InvalidArgument', 'a chart needs a name', 'Chart.name');
          it.chart.name = textOf(value);
        },
      },
      go: { title, legend, axes, format, series: seriesMembers(unknown, cellsOf) },
      call: {
        setPosition: (it, ends) => {
          beforeChange(it, 'Chart.setPosition');
          it.chart.place = placeOf(
            it,
            ends.filter((end) => end !== undefined && end !== null),
            targetOf,
          );
        },
        delete: (it) => {
          beforeChange(it, 'Chart.delete');
          it.sheet.charts.splice(it.sheet.charts.indexOf(it.chart), 1);
        },
      },
    },
    unknown,
  );
  const find = (it: SheetTarget, key: Wire): HostRef | null => {
    refuseDeleted(it, 'ChartCollection.getItem');
    const chart = it.sheet.charts.find(({ id, name }) => id === key || name === key);
    return chart === undefined ? null : charted({ ...it, chart });
  };
  return define<SheetTarget>(
    'ChartCollection',
    {
      key: ({ sheet }) => sheet.charts,
      items: (it) => it.sheet.charts.map((chart) => charted({ ...it, chart })),
      at: find,
      call: {
        getCount: ({ sheet }) => sheet.charts.length,
        getItem: (it, [name]) => find(it, plain(name)),
        getItemOrNullObject: (it, [name]) => find(it, plain(name)),
        getItemAt: (it, [place]) => {
          const chart = it.sheet.charts[Number(place)];
          return chart === undefined ? null : charted({ ...it, chart });
        },
        add: (it, [type, source, seriesBy]) => {
          refuseDeleted(it, 'ChartCollection.add');
          it.sheet.refuseWhenProtected('ChartCollection.add');
          const kind = oneOf('ChartType', plain(type), 'ChartCollection.add');
          const by = oneOf('ChartSeriesBy', plain(seriesBy) ?? 'Auto', 'ChartCollection.add');
          const chart = freshChart(it.book.id(), kind);
          const values = firstSeries(cellsOf(source), by);
          // Of a block Excel guesses what is a name, a label or a figure; this host does not guess.
          if (values === undefined) throw unknown('ChartCollection', 'add of more than one series');
          chart.series.push({
            ...values,
            categories: undefined,
            color: '',
            weight: undefined,
            marker: undefined,
            hasDataLabels: false,
          });
          it.sheet.charts.push(chart);
          return charted({ ...it, chart });
        },
      },
    },
    unknown,
  );
};

const axisMembers = (unknown: Unknown): ((it: AxisTarget) => HostRef) => {
  const title = define<AxisTarget>(
    'ChartAxisTitle',
    {
      set: {
        text: (it, value) => {
          beforeChange(it, 'ChartAxisTitle.text');
          it.axis.title.text = textOf(value);
        },
        visible: (it, value) => {
          beforeChange(it, 'ChartAxisTitle.visible');
          it.axis.title.visible = truth(value);
        },
      },
    },
    unknown,
  );
  const gridlines = define<AxisTarget>(
    'ChartGridlines',
    {
      get: { visible: ({ axis }) => axis.majorGridlines },
      set: {
        visible: (it, value) => {
          beforeChange(it, 'ChartGridlines.visible');
          it.axis.majorGridlines = truth(value);
        },
      },
    },
    unknown,
  );
  const end = (name: 'minimum' | 'maximum') => (it: AxisTarget, value: Wire) => {
    beforeChange(it, `ChartAxis.${name}`);
    if (it.axis === it.chart.categoryAxis)
      throw new HostError('InvalidOperation', 'categories have no end', `ChartAxis.${name}`);
    if (typeof value !== 'number') throw new HostError('InvalidArgument', 'a number', `ChartAxis.${name}`);
    it.axis[name] = value;
  };
  const word =
    (name: 'majorTickMark' | 'minorTickMark' | 'position', values: string) => (it: AxisTarget, value: Wire) => {
      beforeChange(it, `ChartAxis.${name}`);
      it.axis[name] = oneOf(values, value, `ChartAxis.${name}`);
    };
  return define<AxisTarget>(
    'ChartAxis',
    {
      get: {
        reversePlotOrder: ({ axis }) => axis.reversePlotOrder,
        minimum: ({ axis }) => axis.minimum,
        maximum: ({ axis }) => axis.maximum,
        numberFormat: ({ axis }) => axis.numberFormat,
        majorTickMark: ({ axis }) => axis.majorTickMark,
        minorTickMark: ({ axis }) => axis.minorTickMark,
        position: ({ axis }) => axis.position,
      },
      set: {
        reversePlotOrder: (it, value) => {
          beforeChange(it, 'ChartAxis.reversePlotOrder');
          it.axis.reversePlotOrder = truth(value);
        },
        minimum: end('minimum'),
        maximum: end('maximum'),
        numberFormat: (it, value) => {
          beforeChange(it, 'ChartAxis.numberFormat');
          it.axis.numberFormat = textOf(value);
        },
        majorTickMark: word('majorTickMark', 'ChartAxisTickMark'),
        minorTickMark: word('minorTickMark', 'ChartAxisTickMark'),
        position: word('position', 'ChartAxisPosition'),
      },
      go: { majorGridlines: gridlines, title },
    },
    unknown,
  );
};

/** A row or a column is one series; a text at its head is taken for the name, as Excel does. */
const firstSeries = (
  source: ChartCells,
  by: string,
): { readonly name: string; readonly values: ChartCells } | undefined => {
  const { sheet, area } = source;
  const [tall, wide] = [rowsOf(area) > 1, columnsOf(area) > 1];
  if ((tall && wide) || (tall && by === 'Rows') || (wide && by === 'Columns')) return undefined;
  const head = sheet.cell(area.top, area.left).value;
  if (typeof head !== 'string' || head === '' || (!tall && !wide)) return { name: '系列1', values: source };
  const rest: Rectangle = tall ? { ...area, top: area.top + 1 } : { ...area, left: area.left + 1 };
  return { name: head, values: { sheet, area: rest } };
};

const placeOf = (it: ChartTarget, ends: readonly Argument[], targetOf: RangeFactories['targetOf']): Rectangle => {
  const areas = ends.map((end) => {
    if (!isRef(end)) return areaOf(textOf(end));
    const { sheet, area } = targetOf(end);
    if (sheet !== it.sheet) throw new HostError('InvalidArgument', 'a cell of another sheet', 'Chart.setPosition');
    return area;
  });
  const [start, end = start] = areas;
  if (start === undefined || end === undefined || end.bottom < start.top || end.right < start.left)
    throw new HostError('InvalidArgument', 'no place', 'Chart.setPosition');
  return { top: start.top, left: start.left, bottom: end.bottom, right: end.right };
};

const oneOf = (name: string, value: Wire, where: string): string => {
  if (typeof value === 'string' && value !== 'Invalid' && libraryEnum(name).has(value)) return value;
  throw new HostError('InvalidArgument', `${JSON.stringify(value)} is no ${name}`, where);
};

const truth = (value: Wire): boolean => {
  if (typeof value === 'boolean') return value;
  throw new HostError('InvalidArgument', `${JSON.stringify(value)} is neither true nor false`);
};
