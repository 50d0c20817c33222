import type { ChartModel } from '../../workbook';
import { chartScale, type ChartGeometry } from './shapes';
import type { ChartTable } from './table';
import { lyingChart } from './lying';
import { standingChart } from './standing';

/** Lays out the picture of a chart: any bar (lying) or column (standing) chart of a sheet. */
export const chartGeometry = (
  { kind, percent, overlapping }: Pick<ChartModel, 'kind' | 'percent' | 'overlapping'>,
  table: ChartTable,
): ChartGeometry => {
  const scale = chartScale(table, percent === true);
  const layout = { table, scale, overlapping: overlapping === true };
  return kind === 'bar' ? lyingChart(layout) : standingChart(layout);
};
