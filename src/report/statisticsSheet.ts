import { blockStatistics, groupTotals, statisticsOf, blockColumn, type Nation, type Statistics } from '../rank';
import { blockName, groupNames } from '../schemes';
import type { ModelCell, Rectangle, SheetModel } from '../workbook';
import { cell, padded, wideRow } from './cells';
import type { Results } from './results';

const headers = [
  '区分',
  '市町村数',
  '配点',
  '平均点',
  '平均得点率',
  '中央値',
  '標準偏差',
  '第1四分位',
  '第3四分位',
  '最高',
  '最低',
];
const width = headers.length;

/** Sheet 統計: mean, rate, median, population SD, quartiles by block; totals by size class and by prefecture. */
export const statisticsSheet = (results: Results, nation: Nation): SheetModel => {
  const rows: (readonly ModelCell[])[] = [];
  const merges: Rectangle[] = [];
  const wide = (text: string, look: 'title' | 'heading' | 'note'): void => {
    merges.push({ top: rows.length, bottom: rows.length, left: 0, right: width - 1 });
    rows.push(wideRow(text, look, width));
  };
  const section = (title: string, body: readonly (readonly ModelCell[])[]): void => {
    if (body.length === 0) return;
    wide(title, 'heading');
    rows.push(
      headers.map((text) => cell(text, 'header')),
      ...body,
      padded([], width),
    );
  };
  const { maxPoints } = results.scheme;
  wide(`統計（${nation.table.count.toLocaleString('en-US')}市町村）`, 'title');
  section(
    '交付金・目標・指標群ごと',
    blockStatistics(nation.scores).map((one) => statisticsRow(blockName(one.block), one.block.maxPoints, one)),
  );
  section(
    '指標群ごと（両交付金の計）',
    groupTotals(nation.scores).map((one) =>
      statisticsRow(groupNames[one.group].full, groupMaximum(nation, one.group), one),
    ),
  );
  const totals = blockColumn(nation.scores, nation.scores.compiled.totalBlock);
  section('規模区分ごと（総得点）', groupRows(sizeClasses(nation), totals, maxPoints));
  section('都道府県ごと（総得点）', groupRows(prefectures(nation), totals, maxPoints));
  wide(
    '※ 標準偏差は母標準偏差、四分位は中央値を除いた上半分・下半分の中央値です。中央値は足し合わせても合計と一致しません。',
    'note',
  );
  return {
    name: '統計',
    marker: 'statistics',
    rows,
    merges,
    columnWidths: [30, 10, 8, 10, 11, 10, 10, 11, 11, 8, 8],
    print: { orientation: 'landscape', header: '&R&A', footer: `&L検算コード ${results.checkCode}&R&P / &N` },
  };
};

const groupMaximum = ({ scores }: Nation, group: string): number =>
  scores.compiled.blocks
    .filter((block) => block.group === group)
    .reduce((sum, block) => sum + block.maxPoints * (block.grant === 'common' ? 2 : 1), 0);

const statisticsRow = (label: string, maxPoints: number, one: Statistics): readonly ModelCell[] => [
  cell(label, 'side'),
  cell(one.count, 'body', 'integer'),
  cell(maxPoints, 'body', 'integer'),
  cell(one.mean, 'body', 'decimal1'),
  cell(one.mean / maxPoints, 'body', 'percent1'),
  cell(one.median, 'body', 'decimal1'),
  cell(one.sdPopulation, 'body', 'decimal2'),
  cell(one.lowerQuartile, 'body', 'decimal1'),
  cell(one.upperQuartile, 'body', 'decimal1'),
  cell(one.max, 'body', 'integer'),
  cell(one.min, 'body', 'integer'),
];

const groupRows = (
  groups: ReadonlyMap<string, readonly number[]>,
  totals: Uint16Array,
  maxPoints: number,
): readonly (readonly ModelCell[])[] =>
  [...groups].map(([label, members]) =>
    statisticsRow(label, maxPoints, statisticsOf(members.map((row) => totals[row] ?? 0))),
  );

const sizeClasses = ({ table }: Nation): ReadonlyMap<string, readonly number[]> => {
  const known = [1, 2, 3, 4, 5].map(
    (size) => [`規模区分${size}`, rowsWhere(table.count, (row) => table.sizeClass[row] === size)] as const,
  );
  return new Map(known.filter(([, members]) => members.length > 0));
};

const prefectures = ({ table }: Nation): ReadonlyMap<string, readonly number[]> => {
  const groups = new Map<string, number[]>();
  for (const [row, { prefecture }] of table.municipalities.entries()) {
    if (prefecture === undefined) continue;
    const members = groups.get(prefecture);
    if (members === undefined) groups.set(prefecture, [row]);
    else members.push(row);
  }
  return groups;
};

const rowsWhere = (count: number, wanted: (row: number) => boolean): readonly number[] =>
  Array.from({ length: count }, (_, row) => row).filter(wanted);
