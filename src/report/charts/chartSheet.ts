import { fiscalYearLabel } from '../../kernel';
import type { ChartModel, SheetModel } from '../../workbook';
import { cell } from '../cells';
import { municipalityTitle } from '../headline';
import { layOut, type Line } from '../layOut';
import type { MunicipalityResult, Results } from '../results';
import { line, span } from '../spans';
import { distribution, goalRates, yearRates, type ChartData } from './chartData';

/** The data table, then room for the chart beside it. */
const columnWidths = [18, 16, 18, 3, 12, 12, 12, 12, 12, 12];
const width = columnWidths.length;
const firstChartColumn = 4;
/** A chart needs so many rows, however short its table. */
const chartRows = 16;

/** グラフ: each chart beside the table of its figures. */
export const chartSheet = (results: Results, municipality: MunicipalityResult): SheetModel => {
  const data = [goalRates(results, municipality), yearRates(results), distribution(results, municipality)].filter(
    (one) => one !== undefined,
  );
  const lines: Line[] = [
    line(
      span(
        `グラフ（${fiscalYearLabel(results.scheme.fiscalYear)}）　${municipalityTitle(municipality)}`,
        width,
        'title',
      ),
    ),
  ];
  const charts: ChartModel[] = [];
  for (const one of data) {
    const top = lines.length;
    charts.push(chartOf(one, top));
    lines.push(...tableOf(one));
  }
  const { rows, merges, rowHeights } = layOut(lines, columnWidths);
  return {
    name: 'グラフ',
    marker: 'charts',
    rows,
    merges,
    columnWidths,
    rowHeights,
    charts,
    print: { orientation: 'portrait', header: '&R&A', footer: `&L検算コード ${results.checkCode}&R&P / &N` },
  };
};

const tableOf = ({ title, headers, rows, percent }: ChartData): readonly Line[] => {
  const table = [
    line(span(title, 3, 'heading')),
    line(...headers.map((text) => span(text, 1, 'header'))),
    ...rows.map(([label, ...values]) =>
      line(
        span(label, 1, 'side'),
        ...values.map((value) => ({ cell: cell(value, 'body', percent ? 'percent1' : 'integer'), columns: 1 })),
      ),
    ),
  ];
  const gaps = Math.max(1, chartRows - table.length);
  return [...table, ...Array.from({ length: gaps }, () => line())];
};

const chartOf = ({ kind, title, altText, headers, rows, roles, percent }: ChartData, top: number): ChartModel => {
  const first = top + 2;
  const bottom = first + rows.length - 1;
  const column = (at: number) => ({ top: first, bottom, left: at, right: at });
  return {
    kind,
    title,
    altText,
    anchor: { top, bottom: top + chartRows - 2, left: firstChartColumn, right: width - 1 },
    categories: column(0),
    series: roles.map((role, at) => ({ name: headers[at + 1] ?? '', values: column(at + 1), role })),
    ...(percent ? { percent } : {}),
    ...(roles.includes('marked') ? { overlapping: true } : {}),
  };
};
