import { figuresOf } from '../../schemes';
import { statisticsOf } from '../../rank';
import type { ModelCell } from '../../workbook';
import { cell } from '../layout';
import { fromPublished } from '../figureSources';
import { computed } from '../origins';
import type { Member } from '../members';
import type { ScoredResults } from '../../evaluation';
import type { BlockColumn } from './memberCells';

/** 平均 of the members, unrounded: one row for each prefecture, never one over several. */
export const meanCells = (
  members: readonly Member[],
  total: BlockColumn,
  columns: readonly BlockColumn[],
): readonly (readonly ModelCell[])[] => {
  const prefectures = [...new Set(members.map(({ identity }) => identity.prefecture))];
  return prefectures.map((prefecture) => {
    const own = members.filter(({ identity }) => identity.prefecture === prefecture);
    const meanOf = ({ at }: BlockColumn): number => statisticsOf(own.map(({ points }) => points[at] ?? 0)).mean;
    const name = prefecture ?? '都道府県不明';
    const [label, words] =
      prefectures.length === 1
        ? ['平均', '上の市町村の平均']
        : [`${name}平均`, `上の市町村のうち${name}の${own.length}市町村の平均`];
    return row(label, meanOf, computed(words), total, columns);
  });
};

/** 全国平均 as published; none where no figures are packaged. */
export const nationCells = (
  { national }: ScoredResults,
  total: BlockColumn,
  columns: readonly BlockColumn[],
): readonly (readonly ModelCell[])[] => {
  if (national === undefined) return [];
  const meanOf = ({ block }: BlockColumn): number | null => figuresOf(national, block)?.mean ?? null;
  return [row('全国平均', meanOf, fromPublished(national, '全国の平均点'), total, columns)];
};

const row = (
  label: string,
  meanOf: (column: BlockColumn) => number | null,
  source: ModelCell['source'],
  total: BlockColumn,
  columns: readonly BlockColumn[],
): readonly ModelCell[] => {
  const mean = meanOf(total);
  return [
    cell(null, 'total'),
    cell(null, 'total'),
    cell(label, 'total-side'),
    cell(mean, 'total', 'decimal1', source),
    cell(mean === null ? null : mean / total.block.maxPoints, 'total', 'percent1', computed('平均点÷満点')),
    cell(null, 'total'),
    ...columns.map((column) => cell(meanOf(column), 'total', 'decimal1', source)),
  ];
};
