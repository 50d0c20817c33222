import { HostError } from '../model/hostError';
import type { HostChart } from '../model/hostChart';
import { refuseDeleted, type RangeTarget } from './rangeTarget';

export type SheetTarget = Pick<RangeTarget, 'book' | 'sheet'>;

/** A chart of one sheet. */
export interface ChartTarget extends SheetTarget {
  readonly chart: HostChart;
}

/** A chart that was deleted is gone, and a protected sheet keeps its charts as they are. */
export const beforeChange = (it: ChartTarget, where: string): void => {
  refuseDeleted(it, where);
  if (!it.sheet.charts.includes(it.chart)) throw new HostError('ItemNotFound', 'the chart was deleted', where);
  it.sheet.refuseWhenProtected(where);
};
