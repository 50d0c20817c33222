import type { ChartModel, ModelCell, Rectangle, SheetModel } from '../../workbook';
import { printedValue } from './printedValue';

/** The figures of a chart as its sheet has them. */
export interface ChartTable {
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}

export interface ChartSeries {
  readonly name: string;
  readonly role: ChartModel['series'][number]['role'];
  /** One per category; `null` where the sheet has no number. */
  readonly values: readonly (number | null)[];
  /** As the sheet prints them. */
  readonly printed: readonly string[];
}

/** Reads a chart's figures from the rows of its own sheet, so that pane and sheet cannot differ. */
export const chartTable = ({ rows }: Pick<SheetModel, 'rows'>, { categories, series }: ChartModel): ChartTable => {
  const labels = cellsOf(rows, categories).map(printedValue);
  return {
    categories: labels,
    series: series.map(({ name, role, values }) => {
      const cells = cellsOf(rows, values);
      return {
        name,
        role,
        values: labels.map((_, at) => numberOf(cells[at])),
        printed: labels.map((_, at) => printedValue(cells[at] ?? { value: null })),
      };
    }),
  };
};

const cellsOf = (rows: SheetModel['rows'], { top, left, bottom, right }: Rectangle): readonly ModelCell[] =>
  rows.slice(top, bottom + 1).flatMap((row) => row.slice(left, right + 1));

const numberOf = (cell: ModelCell | undefined): number | null =>
  typeof cell?.value === 'number' && Number.isFinite(cell.value) ? cell.value : null;
