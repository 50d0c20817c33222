import {
  a1,
  a1Range,
  chartColors,
  fontName,
  isLabelled,
  isOfLines,
  lineWeight,
  outwardText,
  startsLikeFormula,
  type ChartModel,
  type Rectangle,
  type SheetModel,
} from '..';
import { bytesPerAction, type WriteStep } from './steps';

/** How long the name of a chart may be is documented nowhere; so much Excel takes even for a sheet. UTF-16 units. */
const longestName = 31;

/**
 * One step per chart of a sheet that is new, after its values stand; only members of ExcelApi 1.9 and older. Throws for a
 * chart without a series before anything is queued.
 */
export const chartSteps = (sheet: () => Excel.Worksheet, { charts = [] }: SheetModel): readonly WriteStep[] =>
  charts.map((chart) => {
    const [first] = chart.series;
    if (first === undefined) throw new Error(`chartSteps: ${chart.title} has no series`);
    return {
      bytes: (24 + chart.series.length * 13) * bytesPerAction,
      queue: () => {
        draw(sheet(), chart, first.values);
      },
    };
  });

const chartTypes = {
  bar: 'BarClustered',
  column: 'ColumnClustered',
  line: 'LineMarkers',
  radar: 'RadarMarkers',
} as const;

const draw = (sheet: Excel.Worksheet, chart: ChartModel, source: Rectangle): void => {
  // A range of one column (or row) makes exactly one series, whatever Excel takes for its name and labels.
  const drawn = sheet.charts.add(
    chartTypes[chart.kind],
    sheet.getRange(a1Range(source)),
    source.left === source.right ? 'Columns' : 'Rows',
  );
  drawn.name = nameOf(chart);
  drawn.format.font.name = fontName;
  drawn.title.visible = true;
  drawn.title.text = words(chart.title);
  drawn.legend.visible = true;
  drawn.legend.position = 'Bottom';
  const { top, left, bottom, right } = chart.anchor;
  drawn.setPosition(a1(top, left), a1(bottom, right));
  chart.series.forEach(({ name, values, role }, place) => {
    const series = place === 0 ? drawn.series.getItemAt(0) : drawn.series.add(words(name));
    if (place === 0) series.name = words(name);
    series.setValues(sheet.getRange(a1Range(values)));
    series.setXAxisValues(sheet.getRange(a1Range(chart.categories)));
    setLook(series, chart, `#${chartColors[role]}`);
    series.hasDataLabels = isLabelled(chart, place);
  });
  setAxes(drawn.axes, chart);
};

const setLook = (series: Excel.ChartSeries, chart: ChartModel, color: string): void => {
  if (isOfLines(chart)) {
    series.format.line.color = color;
    series.format.line.weight = lineWeight;
    series.markerStyle = 'Circle';
    series.markerSize = 6;
    series.markerBackgroundColor = color;
    series.markerForegroundColor = color;
    return;
  }
  const { overlapping } = chart;
  series.format.fill.setSolidColor(color);
  series.gapWidth = overlapping === true ? 20 : 60;
  series.overlap = overlapping === true ? 100 : 0;
};

/** As the file has them (file/write/hucre.ts): no ticks, no grid, lying bars from the top down, shares from 0 to 100 %. */
const setAxes = (axes: Excel.ChartAxes, { kind, percent, unit }: ChartModel): void => {
  const { valueAxis } = axes;
  if (percent === true) {
    valueAxis.minimum = 0;
    valueAxis.maximum = 1;
    valueAxis.numberFormat = '0%';
  }
  // A radar has spokes where others have an axis of categories, no titles of axes, and rings as its scale: as Excel makes it.
  if (kind === 'radar') return;
  const { categoryAxis } = axes;
  for (const axis of [categoryAxis, valueAxis]) {
    axis.majorTickMark = 'None';
    axis.minorTickMark = 'None';
  }
  valueAxis.majorGridlines.visible = false;
  if (unit !== undefined) {
    valueAxis.title.visible = true;
    valueAxis.title.text = words(unit);
  }
  if (kind === 'bar') {
    categoryAxis.reversePlotOrder = true;
    // Where the values cross it: reversed, the end of the categories is at the bottom.
    categoryAxis.position = 'Maximum';
  }
};

/**
 * Office.js has no alternative text for charts, as the file has. The name, which Excel lists beside the shapes of the
 * sheet, bears the first sentence of it; the rest is on the sheet, in words and in the table beside.
 */
const nameOf = ({ altText, title }: ChartModel): string => {
  const [sentence = ''] = outwardText(altText).split('。');
  return (sentence.trim() || outwardText(title)).slice(0, longestName).replace(/[\uD800-\uDBFF]$/, '');
};

/**
 * Excel takes a title or a name that begins like a formula for a reference. A chart is no cell: an apostrophe before it
 * would be seen, so such words stand in brackets.
 */
const words = (text: string): string => {
  const outward = outwardText(text);
  return startsLikeFormula(outward) ? `「${outward}」` : outward;
};
