import type { SheetChart } from 'hucre/xlsx';
import { a1Range, quotedSheetName, type Rectangle } from '../address';
import { chartColors } from '../appearance';
import { outwardText } from '../outwardValue';
import type { ChartModel } from '../sheetModel';

/** A chart as hucre writes it, on the sheet of that name. */
export const hucreChart = (chart: ChartModel, sheet: string): SheetChart => ({
  type: chart.kind,
  title: outwardText(chart.title),
  series: chart.series.map(({ name, values, role }) => ({
    name: outwardText(name),
    values: reference(sheet, values),
    categories: reference(sheet, chart.categories),
    color: chartColors[role],
  })),
  anchor: {
    from: { row: chart.anchor.top, col: chart.anchor.left },
    to: { row: chart.anchor.bottom + 1, col: chart.anchor.right + 1 },
  },
  legend: 'bottom',
  altText: outwardText(chart.altText),
  barGrouping: 'clustered',
  ...(chart.overlapping === true ? { overlap: 100, gapWidth: 20 } : { gapWidth: 60 }),
  axes: {
    // Lying bars begin at the bottom; reversed, they stand in the order of the table.
    x: { minorTickMark: 'none', majorTickMark: 'none', ...(chart.kind === 'bar' ? { reverse: true } : {}) },
    y: {
      minorTickMark: 'none',
      majorTickMark: 'none',
      // The default lines are black; the figures stand in the table beside.
      gridlines: { major: false },
      // Reversed, the end of the categories is at the bottom: where the scale is looked for.
      ...(chart.kind === 'bar' ? { crosses: 'max' as const } : {}),
      ...(chart.percent === true ? { scale: { min: 0, max: 1 }, numberFormat: { formatCode: '0%' } } : {}),
    },
  },
});

const reference = (sheet: string, range: Rectangle): string =>
  `${quotedSheetName(sheet)}!${a1Range(range).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
