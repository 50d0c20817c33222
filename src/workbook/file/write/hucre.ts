import type { Cell, CellStyle, ConditionalRule, SheetChart, WriteSheet } from 'hucre/xlsx';
import {
  a1Range,
  appearances,
  chartColors,
  coveredBy,
  columnPixels,
  fontName,
  isOfLines,
  lineWeight,
  eachLink,
  mostLinks,
  numberFormatOf,
  outwardText,
  outwardValue,
  pageMargins,
  quotedSheetName,
  type CellLink,
  type ChartModel,
  type Emphasis,
  type Look,
  type NumberStyle,
  type Rectangle,
  type SheetModel,
} from '../..';

const pointsPerInch = 72;

/**
 * A model as hucre writes it, under its final name, without its cells: of them only where links lead, as far as `resolve`
 * knows. The cells are written by `sheetCells.ts`. `figure` is the width of a figure in pixels in the default font of the
 * workbook that gets the sheet: columns are to be as wide in all of them.
 */
export const hucreSheet = (
  model: SheetModel,
  name: string,
  resolve: (link: CellLink) => CellLink | undefined,
  figure: number,
): WriteSheet => {
  const cells = new Map<string, Partial<Cell>>();
  const isCovered = coveredBy(model.merges ?? []);
  let links = 0;
  eachLink(model, (row, column, link) => {
    links += 1;
    const target = isCovered(row, column) ? undefined : resolve(link);
    if (target !== undefined) cells.set(`${row},${column}`, { hyperlink: hyperlinkTo(target) });
  });
  // Excel offers to repair such a file; who makes a sheet keeps within the bound (withFewerLinks).
  if (links > mostLinks) throw new Error(`${name}: ${links} links`);
  const { print, table } = model;
  return {
    name,
    columns: model.columnWidths.map((width) => ({ width: columnPixels(width) / figure })),
    cells,
    merges: (model.merges ?? []).map(({ top, left, bottom, right }) => ({
      startRow: top,
      startCol: left,
      endRow: bottom,
      endCol: right,
    })),
    ...frozen(model),
    pageSetup: {
      paperSize: 'a4',
      orientation: print.orientation,
      // Not «fit to page»: Excel would ignore the breaks.
      scale: print.scale ?? 100,
      horizontalCentered: true,
      margins: {
        top: pageMargins.end / pointsPerInch,
        bottom: pageMargins.end / pointsPerInch,
        left: pageMargins.side / pointsPerInch,
        right: pageMargins.side / pointsPerInch,
        header: pageMargins.edge / pointsPerInch,
        footer: pageMargins.edge / pointsPerInch,
      },
    },
    ...breaksIn(print),
    headerFooter: {
      ...(print.header === undefined ? {} : { oddHeader: print.header }),
      ...(print.footer === undefined ? {} : { oddFooter: print.footer }),
    },
    dataValidations: (model.choices ?? []).map(({ range, values }) => ({
      type: 'list',
      range: a1Range(range),
      values: values.map((value) => value.replaceAll('"', '""')),
      allowBlank: true,
      showErrorMessage: true,
    })),
    ...(model.emphasis === undefined ? {} : { conditionalRules: model.emphasis.map(emphasisRule) }),
    ...(model.charts === undefined ? {} : { charts: model.charts.map((chart) => hucreChart(chart, name)) }),
    ...(table === undefined ? {} : { tables: [hucreTable(model, table)] }),
  };
};

const emphasisRule = ({ range, word, look }: Emphasis, place: number): ConditionalRule => {
  const { bold, fill, color } = appearances[look];
  return {
    type: 'cellIs',
    operator: 'equal',
    formula: `"${word}"`,
    priority: place + 1,
    range: a1Range(range),
    style: {
      font: { bold, color: { rgb: color } },
      // A fill of a rule takes its colour from the background.
      ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: fill } } }),
    },
  };
};

/** A break stands below the row, or behind the column, before which the page begins. */
const breaksIn = ({ rowBreaks = [], columnBreaks = [] }: SheetModel['print']): Partial<WriteSheet> => ({
  ...(rowBreaks.length === 0 ? {} : { rowBreaks: rowBreaks.map((row) => row - 1) }),
  ...(columnBreaks.length === 0 ? {} : { colBreaks: columnBreaks.map((column) => column - 1) }),
});

/** hucre writes either a place in this book or a target; the place in another file goes behind its `#`, as Excel takes it. */
export const hyperlinkTo = ({
  sheet,
  cell,
  file,
}: CellLink): { readonly target: string; readonly location?: string } => {
  const place = `${quotedSheetName(sheet)}!${cell}`;
  return file === undefined ? { target: '', location: place } : { target: `${encodeURI(file)}#${outwardText(place)}` };
};

/** OOXML reads `_x0041_` as A; the underscore is written so that such a text stays what it is. */
export const escapedText = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** A styles part of hucre's, in which a cell formatted as text also bears the sign that keeps it text when it is edited. */
export const withQuotePrefix = (styles: string): string => {
  const text = /<numFmt numFmtId="(\d+)" formatCode="@"/.exec(styles)?.[1];
  return text === undefined ? styles : styles.replaceAll(`<xf numFmtId="${text}"`, `$& quotePrefix="1"`);
};

const frozen = ({ frozenRows = 0, frozenColumns = 0 }: SheetModel): Pick<WriteSheet, 'freezePane'> =>
  frozenRows + frozenColumns === 0
    ? {}
    : {
        freezePane: {
          ...(frozenRows === 0 ? {} : { rows: frozenRows }),
          ...(frozenColumns === 0 ? {} : { columns: frozenColumns }),
        },
      };

const hucreTable = ({ rows }: SheetModel, { name, range }: NonNullable<SheetModel['table']>) => ({
  name,
  range: a1Range(range),
  style: 'TableStyleLight1',
  showRowStripes: false,
  columns: (rows[range.top] ?? []).slice(range.left, range.right + 1).map(({ value }, index) => {
    const header = outwardValue(value);
    return { name: header === null ? `列${index + 1}` : String(header) };
  }),
});

/** A chart as hucre writes it, on the sheet of that name. */
const hucreChart = (chart: ChartModel, sheet: string): SheetChart => ({
  // A radar is made of lines (chartParts.ts).
  type: chart.kind === 'radar' ? 'line' : chart.kind,
  title: outwardText(chart.title),
  series: chart.series.map(({ name, values, role }) => ({
    name: outwardText(name),
    values: reference(sheet, values),
    categories: reference(sheet, chart.categories),
    color: chartColors[role],
    ...(isOfLines(chart) ? lineLook(chartColors[role]) : {}),
  })),
  anchor: {
    from: { row: chart.anchor.top, col: chart.anchor.left },
    to: { row: chart.anchor.bottom + 1, col: chart.anchor.right + 1 },
  },
  legend: 'bottom',
  altText: outwardText(chart.altText),
  ...barsOf(chart),
  axes: {
    // Lying bars begin at the bottom; reversed, they stand in the order of the table.
    x: { minorTickMark: 'none', majorTickMark: 'none', ...(chart.kind === 'bar' ? { reverse: true } : {}) },
    y: {
      minorTickMark: 'none',
      majorTickMark: 'none',
      // The default lines are black; the figures stand in the table beside. Without its rings a radar has no scale.
      gridlines: { major: chart.kind === 'radar' },
      // Reversed, the end of the categories is at the bottom: where the scale is looked for.
      ...(chart.kind === 'bar' ? { crosses: 'max' as const } : {}),
      ...(chart.percent === true ? { scale: { min: 0, max: 1 }, numberFormat: { formatCode: '0%' } } : {}),
    },
  },
});

const barsOf = (chart: ChartModel): Partial<SheetChart> => {
  if (isOfLines(chart)) return {};
  const { overlapping } = chart;
  return { barGrouping: 'clustered', ...(overlapping === true ? { overlap: 100, gapWidth: 20 } : { gapWidth: 60 }) };
};

/** A year alone is a point, not a line. */
const lineLook = (color: string): Pick<SheetChart['series'][number], 'stroke' | 'marker'> => ({
  stroke: { width: lineWeight },
  marker: { symbol: 'circle', size: 6, fill: color, line: color },
});

const reference = (sheet: string, range: Rectangle): string =>
  `${quotedSheetName(sheet)}!${a1Range(range).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;

/** A look and a number style as hucre wants them. */
export const cellStyle = (look: Look, number: NumberStyle | undefined): CellStyle => {
  const { size, bold, underline, color, fill, border, horizontal, vertical, wrap, upright } = appearances[look];
  const side = border === 'none' ? undefined : { style: border, color: { rgb: '000000' } };
  return {
    font: { name: fontName, size, bold, underline, color: { rgb: color }, family: 3, charset: 128 },
    alignment: { horizontal, vertical, wrapText: wrap, ...(upright === true ? { textRotation: 255 } : {}) },
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
    ...(side === undefined ? {} : { border: { top: side, right: side, bottom: side, left: side } }),
    ...(number === undefined ? {} : { numFmt: numberFormatOf(look, number) }),
  };
};
