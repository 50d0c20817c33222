import type { YearOfMunicipality } from '../../../evaluation';
import { fiscalYearLabel } from '../../../kernel';
import type { ChartModel, ChartRole, FigureSource } from '../../../workbook';
import { blanks } from '../../layout/cells';
import { line, span, type Line } from '../../layout/layOut';
import { nationMeanIn, prefectureMeanIn } from '../../meanTotals';
import { fromAnswers } from '../../origins';
import { totalIn } from './yearRows';

interface Series {
  readonly heading: string;
  readonly role: ChartRole;
  readonly valueOf: (year: YearOfMunicipality) => number | undefined;
  readonly sourceOf: (year: YearOfMunicipality) => FigureSource | undefined;
}

/** The chart stands at the left, the table of its figures beside it. */
const firstTableColumn = 10;
const labelColumns = 4;
const seriesColumns = 2;
const chartRows = 15;

/**
 * Points over the years as lines, with the means of prefecture and nation. Where a year is provisional, both of its ends are
 * drawn: a chart has no other way to say a range. `marker` tells charts of other series apart, as a refresh keeps a picture.
 */
export const yearsChart = (
  years: readonly YearOfMunicipality[],
  top: number,
): { readonly lines: readonly Line[]; readonly chart: ChartModel; readonly marker: string } => {
  const series = seriesOf(years);
  const height = Math.max(chartRows, years.length + 1);
  const beside = blanks(firstTableColumn).map((one) => ({ cell: one, columns: 1 }));
  const table = [
    line(
      ...beside,
      span('年度', labelColumns, 'header'),
      ...series.map(({ heading }) => span(heading, seriesColumns, 'header')),
    ),
    ...years.map((year) =>
      line(
        ...beside,
        span(fiscalYearLabel(year.results.scheme.fiscalYear), labelColumns, 'side'),
        ...series.map(({ role, valueOf, sourceOf }) =>
          span(valueOf(year) ?? null, seriesColumns, 'body', {
            number: role === 'own' || role === 'marked' ? 'integer' : 'decimal1',
            source: sourceOf(year),
          }),
        ),
      ),
    ),
  ];
  const column = (left: number) => ({ top: top + 1, bottom: top + years.length, left, right: left });
  return {
    lines: [...table, ...Array.from({ length: height - table.length }, () => line())],
    chart: {
      kind: 'line',
      title: '総得点の推移',
      // Without figures: a refresh changes the cells, never the words of a chart that stands.
      altText: '年度ごとの総得点を平均と比べた折れ線グラフ。数値は右の表にあります。',
      anchor: { top, bottom: top + height - 1, left: 0, right: firstTableColumn - 2 },
      categories: column(firstTableColumn),
      series: series.map(({ heading, role }, at) => ({
        name: heading.replace('\n', ''),
        values: column(firstTableColumn + labelColumns + at * seriesColumns),
        role,
      })),
    },
    marker: `${years.length}${series.map(({ role }) => letters[role]).join('')}`,
  };
};

const letters: Readonly<Record<ChartRole, string>> = {
  own: 'O',
  marked: 'M',
  prefecture: 'P',
  compared: 'N',
  base: 'B',
};

const seriesOf = (years: readonly YearOfMunicipality[]): readonly Series[] => {
  const isOpen = years.some((year) => totalIn(year).least !== totalIn(year).most);
  const own = (heading: string, role: ChartRole, end: 'least' | 'most'): Series => ({
    heading,
    role,
    valueOf: (year) => totalIn(year)[end],
    sourceOf: () => fromAnswers('総得点'),
  });
  const all: readonly Series[] = [
    ...(isOpen
      ? [own('総得点\n（下限）', 'own', 'least'), own('総得点\n（上限）', 'marked', 'most')]
      : [own('総得点', 'own', 'least')]),
    {
      heading: '県平均',
      role: 'prefecture',
      valueOf: ({ results, own: town }) => prefectureMeanIn(results, town)?.mean,
      sourceOf: ({ results, own: town }) => prefectureMeanIn(results, town)?.source,
    },
    {
      heading: '全国平均',
      role: 'compared',
      valueOf: ({ results }) => nationMeanIn(results)?.mean,
      sourceOf: ({ results }) => nationMeanIn(results)?.source,
    },
  ];
  return all.filter(({ valueOf }) => years.some((year) => valueOf(year) !== undefined));
};
