import { fiscalYearLabel } from '../../kernel';
import type { ChartModel, SheetModel } from '../../workbook';
import { cell } from '../layout/cells';
import { cellLine, headerLine, layOut, line, pageSetup, together, wideLines, type Line } from '../layout/layOut';
import { municipalityTitle } from '../members';
import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import type { ChartData } from './chartData';
import { distribution, goalRates } from './points';
import { yearAmounts, yearRates } from './years';

/** The data table of a label and up to three series, then room for the chart beside it. */
const columnWidths = [18, 12, 12, 12, 2, 15, 15, 15, 15, 15, 15];
const width = columnWidths.length;
const wide = wideLines(width);
const firstChartColumn = 5;
/** A chart needs so many rows, however short its table. */
const chartRows = 15;
const rowsAround = 18;
/** Where a radar begins that stands beside the bars. */
const firstRadarColumn = 8;

/**
 * グラフ: each chart beside the table of its figures, with what it says in words above. The marker names the charts, so that
 * a refresh never puts the figures of one under the picture of another: with other charts it is another sheet.
 */
export const chartSheet = (results: ScoredResults, municipality: MunicipalityResult): SheetModel => {
  const data = [
    goalRates(results, municipality),
    distribution(results, municipality),
    yearRates(results),
    yearAmounts(results),
  ].filter((one) => one !== undefined);
  const lines: Line[] = [
    wide(`グラフ（${fiscalYearLabel(results.scheme.fiscalYear)}）　${municipalityTitle(municipality)}`, 'title'),
  ];
  const charts: ChartModel[] = [];
  for (const one of data) {
    charts.push(...chartsOf(one, lines.length + headLines));
    lines.push(...linesOf(one));
  }
  const laidOut = layOut(lines, columnWidths);
  return {
    name: 'グラフ',
    marker: `charts${data.map(({ letter, around }) => `${letter}${around === undefined ? '' : 'R'}`).join('')}`,
    ...laidOut,
    charts,
    print: pageSetup({ orientation: 'landscape', coded: true }),
  };
};

/** Title and reading. */
const headLines = 2;

const linesOf = (data: ChartData): readonly Line[] => {
  const { title, reading, labelHeading, columns, rows, number } = data;
  const table = [
    headerLine([labelHeading, ...columns.map(({ heading }) => heading)]),
    ...rows.map(([label, ...values]) =>
      cellLine([
        cell(label, 'side'),
        ...values.map((value, at) => cell(value, 'body', { number, source: columns[at]?.source })),
      ]),
    ),
  ];
  const gaps = Math.max(1, rowsUnder(data) + 1 - table.length);
  return together([
    wide(title, 'heading'),
    wide(reading, 'paragraph', columns[0]?.source),
    ...table,
    ...Array.from({ length: gaps }, () => line()),
  ]);
};

/** A radar beside the bars is square: both are higher then. */
const rowsUnder = ({ around }: ChartData): number => (around === undefined ? chartRows : rowsAround);

const chartsOf = (data: ChartData, top: number): readonly ChartModel[] => {
  const { kind, title, reading, picture, columns, rows, number, unit, overlapping, around } = data;
  const first = top + 1;
  const last = first + rows.length - 1;
  const bottom = top + rowsUnder(data) - 1;
  const percent = number === 'percent1' ? { percent: true as const } : {};
  const seriesTo = (end: number): Pick<ChartModel, 'categories' | 'series'> => {
    const column = (at: number) => ({ top: first, bottom: end, left: at, right: at });
    return {
      categories: column(0),
      series: columns.map(({ heading, role }, at) => ({ name: heading, values: column(at + 1), role })),
    };
  };
  return [
    {
      kind,
      title,
      altText: altTextOf(picture),
      reading,
      anchor: { top, bottom, left: firstChartColumn, right: around === undefined ? width - 1 : firstRadarColumn - 1 },
      ...seriesTo(last),
      number,
      unit,
      ...percent,
      ...(overlapping === true ? { overlapping } : {}),
    },
    ...(around === undefined
      ? []
      : [
          {
            kind: 'radar' as const,
            title: around.title,
            altText: altTextOf(around.picture),
            anchor: { top, bottom, left: firstRadarColumn, right: width - 1 },
            ...seriesTo(last - 1),
            number,
            ...percent,
          },
        ]),
  ];
};

/** Without figures: a refresh changes the cells, never the words of a chart that stands. */
const altTextOf = (picture: string): string => `${picture}。読み取れることと数値は、見出しの下の文と表にあります。`;
