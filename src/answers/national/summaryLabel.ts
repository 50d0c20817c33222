import { foldLabel } from '../../kernel';
import type { CellValue } from '../../workbook';
import type { SummaryKind } from './nationalTable';

const kinds: ReadonlyMap<string, SummaryKind> = new Map<string, SummaryKind>([
  ['配点', 'maxPoints'],
  ['満点', 'maxPoints'],
  ['合計', 'sum'],
  ['計', 'sum'],
  ['総計', 'sum'],
  ['合計点', 'sum'],
  ['平均', 'mean'],
  ['平均点', 'mean'],
  ['平均値', 'mean'],
  ['平均得点', 'mean'],
  ['項目平均', 'itemMean'],
  ['平均得点率', 'rate'],
  ['得点率', 'rate'],
  ['中央値', 'median'],
  ['標準偏差', 'sdPopulation'],
  ['該当市町村数', 'count'],
  ['該当数', 'count'],
  ['該当団体数', 'count'],
  ['該当率', 'share'],
  ['該当割合', 'share'],
  ['最大', 'other'],
  ['最大値', 'other'],
  ['最高点', 'other'],
  ['最小', 'other'],
  ['最小値', 'other'],
  ['最低点', 'other'],
]);

/**
 * What a row of figures under or over the data holds, by its label; order and place differ between years
 * (rules/grants.md#national-table).
 */
export const summaryKind = (value: CellValue): SummaryKind | undefined => {
  if (typeof value !== 'string' || value.length > 24) return undefined;
  const label = foldLabel(value)
    .replace(/[(（].*$/, '')
    .replace(/[【】[\]:：・]/g, '');
  return kinds.get(label) ?? kinds.get(label.replace(/^(?:全国|全体|全市町村|市町村)の?/, ''));
};
